import { isMarked, type Marks, marksOf, type ReceiptKind } from '@minibell/protocol'
import type { GoneRow, ItemRow } from '../storage/person-places.ts'
import { type Draft, effectiveMarks, type FoundRow, type OpenSender } from './opened.ts'

/** Merges a receipt into an item (DL-5). A receipt that changes nothing, or a gone item, leaves no trace in the log. */
export async function markItem(draft: Draft, found: FoundRow, kind: ReceiptKind): Promise<void> {
  const marks = found.row.marks | marksOf(kind)
  if (!found.listed) {
    if (marks === found.row.marks) return
    draft.touch()
    draft.putGone({ ...found.row, marks })
    return
  }
  const sender = await draft.sender(found.row.item.sender)
  const before = effectiveMarks(found.row, draft.head, sender)
  if ((before | marks) === before) return
  const row: ItemRow = { item: found.row.item, marks: before | marks }
  draft.touch()
  recount(draft, sender, { before, after: row.marks, item: row.item })
  if (kind === 'dismissed') draft.putGone({ ...row, reason: 'dismissed' })
  else draft.putRow(row)
  if (kind !== 'delivered') draft.append({ type: 'marked', itemIds: [row.item.id], kind }, row.item.sender)
}

/** DL-6, DL-7: takes an item away for good. False when it was withdrawn or had expired before. */
export async function removeItem(
  draft: Draft,
  found: FoundRow,
  reason: Exclude<GoneRow['reason'], 'dismissed'>,
): Promise<boolean> {
  const { item } = found.row
  if (!found.listed && found.row.reason !== 'dismissed') return false
  if (found.listed) {
    const sender = await draft.sender(item.sender)
    const before = effectiveMarks(found.row, draft.head, sender)
    recount(draft, sender, { before, after: before | marksOf('dismissed'), item })
  }
  draft.putGone({ ...found.row, item, reason })
  draft.append({ type: reason, itemId: item.id }, item.sender)
  return true
}

/** What an item with these marks adds to the counts: a dismissed one nothing. */
function shareOf(marks: Marks) {
  const listed = isMarked(marks, 'dismissed') ? 0 : 1
  return {
    total: listed,
    unseen: isMarked(marks, 'seen') ? 0 : listed,
    unread: isMarked(marks, 'read') ? 0 : listed,
  }
}

function recount(
  { head }: Draft,
  sender: OpenSender,
  change: { readonly before: Marks; readonly after: Marks; readonly item: ItemRow['item'] },
): void {
  if (change.item.placement !== 'list') return
  const before = shareOf(change.before)
  const after = shareOf(change.after)
  for (const name of ['total', 'unseen', 'unread'] as const) {
    const by = after[name] - before[name]
    sender.counts[name] += by
    if (name !== 'unseen' || !sender.muted) head.counts[name] += by
  }
}
