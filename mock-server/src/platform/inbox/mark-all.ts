import type { SenderId } from '../world.ts'
import type { Draft, OpenSender } from './opened.ts'
import { countUnmarked, fieldsOfKind } from './settle.ts'

/**
 * Marks every item at or below `upTo`, of one sender where it is named. Raises a mark instead of touching items; counting costs
 * the items that came after `upTo`, or those it newly covers, whichever are fewer.
 */
export async function markAll(
  draft: Draft,
  all: { readonly kind: 'seen' | 'read'; readonly upTo: number; readonly sender?: SenderId },
): Promise<void> {
  const sender = all.sender === undefined ? undefined : await draft.sender(all.sender)
  const upTo = Math.min(all.upTo, (sender ?? draft.head).last)
  const kinds = all.kind === 'read' ? (['seen', 'read'] as const) : (['seen'] as const)
  const raised = { seen: false, read: false }
  for (const kind of kinds) raised[kind] = await raise(draft, { kind, upTo, id: all.sender, sender })
  if (!raised[all.kind]) return
  draft.append(
    { type: 'markedAll', kind: all.kind, upTo, ...(all.sender !== undefined && { sender: all.sender }) },
    all.sender,
  )
}

interface Raise {
  readonly kind: 'seen' | 'read'
  readonly upTo: number
  readonly id: SenderId | undefined
  readonly sender: OpenSender | undefined
}

/** False when everything down there was marked before. */
async function raise(draft: Draft, { kind, upTo, id, sender }: Raise): Promise<boolean> {
  const { upTo: field, count } = fieldsOfKind[kind]
  const { head } = draft
  const covered = Math.max(head[field], sender?.[field] ?? 0)
  if (upTo <= covered) return false
  const owner = sender ?? head
  const left = await leftAfter(draft, { kind, covered, upTo, last: owner.last, id, unmarked: owner.counts[count] })
  const marked = owner.counts[count] - left
  owner.counts[count] = left
  if (sender && (count === 'unread' || !sender.muted)) head.counts[count] -= marked
  owner[field] = upTo
  draft.touch()
  return true
}

async function leftAfter(
  draft: Draft,
  range: {
    readonly kind: 'seen' | 'read'
    readonly covered: number
    readonly upTo: number
    readonly last: number
    readonly id: SenderId | undefined
    readonly unmarked: number
  },
): Promise<number> {
  const { kind, covered, upTo, last, id, unmarked } = range
  const counted = { kind, ...(id !== undefined && { sender: id }) }
  if (unmarked === 0 || upTo >= last) return 0
  if (last - upTo <= upTo - covered) return countUnmarked(draft, { ...counted, above: upTo })
  return unmarked - (await countUnmarked(draft, { ...counted, above: covered, upTo }))
}
