import { isMarked } from '@minibell/protocol'
import { type ItemRow, personKeys } from '../storage/person-places.ts'
import type { SenderId } from '../world.ts'
import { type Draft, effectiveMarks, type OpenSender } from './opened.ts'

type Kind = 'seen' | 'read'

/** Fields of head and sender that belong to a kind. */
export const fieldsOfKind = {
  seen: { upTo: 'seenUpTo', headUpTo: 'headSeenUpTo', count: 'unseen' },
  read: { upTo: 'readUpTo', headUpTo: 'headReadUpTo', count: 'unread' },
} as const

/** Brings a sender's counts up to the head's marks. Costs nothing unless items came between the mark and the sender's newest. */
export async function settle(draft: Draft, id: SenderId, sender: OpenSender): Promise<void> {
  for (const kind of ['seen', 'read'] as const) {
    const { upTo, headUpTo, count } = fieldsOfKind[kind]
    const marked = draft.head[upTo]
    if (sender[headUpTo] >= marked) continue
    sender.counts[count] = sender.last <= marked ? 0 : await countUnmarked(draft, { kind, above: marked, sender: id })
    sender[headUpTo] = marked
  }
}

/**
 * Counts listed items at offsets `(above, upTo]` below `kind`, of one sender or of all; a muted sender's are never unseen among
 * all. Must run before the draft adds items.
 */
export async function countUnmarked(
  draft: Draft,
  range: { readonly kind: Kind; readonly above: number; readonly upTo?: number; readonly sender?: SenderId },
): Promise<number> {
  let count = 0
  for await (const row of rowsOf(draft, range)) {
    if (row.item.placement !== 'list') continue
    const sender = await draft.senderAsKept(row.item.sender)
    if (range.sender === undefined && range.kind === 'seen' && sender.muted) continue
    if (!isMarked(effectiveMarks(row, draft.head, sender), range.kind)) count += 1
  }
  return count
}

const pageLength = 500

async function* rowsOf(
  draft: Draft,
  range: { readonly above: number; readonly upTo?: number; readonly sender?: SenderId },
): AsyncGenerator<ItemRow> {
  const last = Math.min(range.upTo ?? draft.head.top, draft.head.top)
  for (let after = range.above; after < last; ) {
    const rows = await page(draft, { after, before: last + 1, sender: range.sender })
    for (const row of rows) {
      const { offset } = row.item
      const current = draft.changedRows.has(offset) ? draft.changedRows.get(offset) : row
      if (current) yield current
    }
    const newest = rows[rows.length - 1]
    if (!newest || rows.length < pageLength) return
    after = newest.item.offset
  }
}

async function page(
  { transaction }: Draft,
  range: { readonly after: number; readonly before: number; readonly sender: SenderId | undefined },
): Promise<readonly ItemRow[]> {
  const { after, before, sender } = range
  if (sender === undefined) {
    const rows = await transaction.scan({
      prefix: personKeys.items,
      after: personKeys.item(after).text,
      before: personKeys.item(before).text,
      max: pageLength,
    })
    // Only `personKeys.item` writes below this prefix.
    return rows.map(({ value }) => value as ItemRow)
  }
  const index = await transaction.scan({
    prefix: personKeys.itemsOf(sender),
    after: personKeys.itemOf(sender, after).text,
    before: personKeys.itemOf(sender, before).text,
    max: pageLength,
  })
  // Only `personKeys.itemOf` writes below this prefix.
  const rows = await transaction.peek(index.map(({ value }) => personKeys.item(value as number)))
  return rows.filter((row) => row !== undefined)
}
