import { type InboxItem, noMarks, type Sender } from '@minibell/protocol'
import { personKeys } from '../storage/person-places.ts'
import type { SenderRecord } from '../world.ts'
import type { Draft, OpenSender } from './opened.ts'

/** Puts an item on top of the log; the sender is told of before, where the log does not know it as it is. Answers the offset. */
export async function addItem(
  draft: Draft,
  sender: SenderRecord,
  fields: Omit<InboxItem, 'offset' | 'sender'>,
): Promise<number> {
  const state = await draft.sender(sender.id)
  tell(draft, state, sender)
  const item: InboxItem = { ...fields, offset: draft.head.top + 1, sender: sender.id }
  const offset = draft.append({ type: 'added', item }, sender.id)
  const { transaction, head } = draft
  head.last = offset
  state.last = offset
  if (item.placement === 'list') count(draft, state, 1)
  draft.putRow({ item, marks: noMarks })
  transaction.put(personKeys.itemOf(sender.id, offset), offset)
  transaction.put(personKeys.offsetOf(item.id), offset)
  if (item.expiresAt !== undefined) transaction.put(personKeys.due(item.expiresAt, offset), offset)
  return offset
}

/** Appends `senderChanged` when name, icon, status or mute are not as the log says. */
export function tell(draft: Draft, state: OpenSender, { id, name, icon, status }: SenderRecord): void {
  const now: Sender = { id, name, ...(icon !== undefined && { icon }), status, muted: state.muted }
  const { told } = state
  if (told && told.name === name && told.icon === icon && told.status === status && told.muted === now.muted) return
  state.told = now
  draft.append({ type: 'senderChanged', sender: now }, id)
}

/** One listed item more or less that is neither seen nor read. */
function count({ head }: Draft, { counts, muted }: OpenSender, by: 1): void {
  counts.total += by
  counts.unseen += by
  counts.unread += by
  head.counts.total += by
  head.counts.unread += by
  if (!muted) head.counts.unseen += by
}
