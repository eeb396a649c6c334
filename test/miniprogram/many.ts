import type { Inbox, InboxSnapshot } from '@minibell/client'
import type { InboxItem } from '@minibell/protocol'

/** An inbox that holds `count` messages of one sender, an hour apart, and takes no mark: for lists that are long. */
export function many(inbox: Inbox, count: number): Inbox {
  const now = inbox.clock.now()
  const held = new Map<number, InboxItem>()
  const itemAt = (index: number): InboxItem | undefined => {
    if (index < 0 || index >= count) return undefined
    const item = held.get(index) ?? made(count - index, now - (index + 1) * 3_600_000)
    held.set(index, item)
    return item
  }
  const snapshot: InboxSnapshot = {
    ...inbox.getSnapshot(),
    ...{ length: count, total: count, unseen: 0, unread: count, status: { phase: 'live' }, hasMore: false },
    position: { epoch: 'many', offset: count },
    at: itemAt,
    slice: (from, to) => Array.from({ length: to - from }, (_, at) => itemAt(from + at) as InboxItem), // asked within
    indexOf: (id) => count - Number(id.slice(1)),
    isRead: () => false,
  }
  return { ...inbox, getSnapshot: () => snapshot, find: (id) => itemAt(count - Number(id.slice(1))) }
}

function made(offset: number, sentAt: number): InboxItem {
  const title = `Message ${offset}`
  // Heights differ, as those of real messages do.
  const content = offset % 3 ? 'The bill for October is 1,240 KES.' : 'Paid. '.repeat(20)
  const jump = { kind: 'page', sender: 'kijani', path: 'pages/bill/detail', query: { id: String(offset) } } as const
  const message = { kind: 'service', title, content, jump } as const
  return { id: `m${offset}`, offset, sender: 'kijani', message, placement: 'list', sentAt }
}
