import type { InboxItem } from '@minibell/protocol'
import type { MockPlatform } from '../../faces/in-process/mock-platform.ts'
import type { DeliverySession } from '../../platform/platform.ts'

/** An item that an inbox should hold; what is left out may be anything. */
export interface Delivered {
  /** Id of the person. */
  readonly to: string
  /** Id of the sender. */
  readonly from?: string
  readonly title?: string
  /** How many such items there are; default: one or more. */
  readonly times?: number
}

/** Listed items of one person, newest first. Throws when there is no such person. */
export async function inboxOf({ platform }: MockPlatform, person: string): Promise<readonly InboxItem[]> {
  if (!(await platform.directory.person(person)))
    throw new Error(`Failed to look into an inbox: there is no person "${person}". Put one into the world.`)
  // A look from inside needs no token, and leaves none behind.
  const session: DeliverySession = { token: '', person, scope: { kind: 'host' }, expiresAt: Number.MAX_SAFE_INTEGER }
  const items: InboxItem[] = []
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await platform.delivery.snapshot(session, { max: 200, ...(cursor !== undefined && { cursor }) })
    if (page === 'malformed-cursor') break
    items.push(...page.items.map(({ item }) => item))
    cursor = page.cursor
  }
  return items
}

/** Whether an item is what was asked for. */
export function isSuch({ sender, message }: InboxItem, { from, title }: Delivered): boolean {
  return (from === undefined || from === sender) && (title === undefined || title === message.title)
}
