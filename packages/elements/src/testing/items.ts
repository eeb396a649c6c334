import type { InboxItem, Message, Sender } from '@minibell/protocol'
import { testNow } from './fake-inbox.ts'

/** A listed service message of `kijani`, sent `agoMs` (default 5 minutes) before `testNow`; `offset` 1 unless told, id `i1`. */
export function item(
  options: Partial<InboxItem> & { readonly title?: string; readonly content?: string; readonly agoMs?: number } = {},
): InboxItem {
  const {
    title = 'Your bill is ready',
    content = 'The bill for October is 1,240 KES.',
    agoMs = 300_000,
    ...rest
  } = options
  const sender = rest.sender ?? 'kijani'
  const offset = rest.offset ?? 1
  const jump = { kind: 'page', sender, path: 'pages/bill/detail', query: { id: String(offset) } } as const
  const message: Message = { kind: 'service', title, content, jump }
  return { id: `i${offset}`, offset, sender, message, placement: 'list', sentAt: testNow - agoMs, ...rest }
}

/** `count` items, newest first, an hour apart. */
export function manyItems(
  count: number,
  from: { readonly offset?: number; readonly agoMs?: number } = {},
): readonly InboxItem[] {
  const { offset = count, agoMs = 0 } = from
  return Array.from({ length: count }, (_, index) =>
    item({ offset: offset - index, agoMs: agoMs + (index + 1) * 3_600_000, title: `Message ${offset - index}` }),
  )
}

export const kijani: Sender = { id: 'kijani', name: 'Kijani Energy', status: 'available', muted: false }
export const soko: Sender = { id: 'soko', name: 'Soko Market', status: 'available', muted: false }
