import type { Core } from '../../core.ts'
import { violationsOf } from '../../governance/ledger.ts'
import { draftOf } from '../../inbox/draft.ts'
import { recipientOfItem } from '../../sends/withdraw.ts'
import { appPartition } from '../../storage/app-places.ts'
import { governancePartition, type Violation } from '../../storage/governance-places.ts'
import { personPartition } from '../../storage/person-places.ts'
import type { SenderId } from '../../world.ts'
import { templateSendKeys } from './send-places.ts'

/** A message of a template that an operator took back. */
export interface BlockedMessage {
  /** Rises with time. */
  readonly id: number
  readonly templateId: string
  readonly openid: string
  readonly sentAt: number
  readonly title: string
  /** Line by line. */
  readonly content: string
}

/** Oldest first: those with a larger id than `after`, at most `max`. */
export async function blockedMessages(
  core: Core,
  sender: SenderId,
  { templateId, after, max }: { readonly templateId: string; readonly after: number; readonly max: number },
): Promise<readonly BlockedMessage[]> {
  const entries = await core.transactions.read(governancePartition(sender), violationsOf)
  const found: BlockedMessage[] = []
  for (const entry of entries) {
    if (found.length >= max) break
    const blocked = entry.id > after ? await blockedBy(core, sender, entry) : undefined
    if (blocked?.templateId === templateId) found.push(blocked)
  }
  return found
}

async function blockedBy(core: Core, sender: SenderId, { id, itemId }: Violation): Promise<BlockedMessage | undefined> {
  if (itemId === undefined) return undefined
  const key = templateSendKeys.item(itemId)
  const sent = await core.transactions.read(appPartition(sender), (transaction) => transaction.get(key))
  const person = sent && (await recipientOfItem(core, itemId))
  if (!sent || person === undefined) return undefined
  const gone = await core.transactions.read(personPartition(person), async (transaction) =>
    (await draftOf(transaction)).find(itemId),
  )
  if (!gone || gone.listed || gone.row.item.message.kind !== 'template') return undefined
  const { message, sentAt } = gone.row.item
  const lines = message.lines.map(({ keyword, text }) => (keyword === undefined ? text : `${keyword}: ${text}`))
  return { id, ...sent, sentAt, title: message.title, content: lines.join('\n') }
}
