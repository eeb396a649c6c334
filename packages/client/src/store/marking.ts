import { type InboxItem, type Marks, marksOf, noMarks } from '@minibell/protocol'

/** Every item at or below `upTo`, of one sender where it is named: one entry, however many items it meets. */
export interface Watermark {
  readonly kind: 'seen' | 'read'
  readonly upTo: number
  readonly sender?: string | undefined
}

/** What has happened to the items, as one immutable value. */
export interface Marking {
  readonly single: ReadonlyMap<string, Marks>
  readonly watermarks: readonly Watermark[]
}

export function marksIn({ single, watermarks }: Marking, item: InboxItem): Marks {
  let marks = single.get(item.id) || noMarks
  for (const { kind, upTo, sender } of watermarks)
    if (item.offset <= upTo && (!sender || sender === item.sender)) marks |= marksOf(kind)
  return marks
}
