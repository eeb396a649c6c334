import type { InboxSnapshot, InboxStatus } from '@minibell/client'
import type { InboxItem, Sender } from '@minibell/protocol'
import type { Format } from '../words/format.ts'

/** A snapshot by hand: `items` newest first; everybody unknown is a sender named by the id. */
export function snapshotOf(
  options: {
    readonly items?: readonly InboxItem[]
    readonly senders?: readonly Sender[]
    readonly read?: readonly string[]
    readonly status?: InboxStatus
    readonly hasMore?: boolean
    readonly unseen?: number
    readonly unread?: number
  } = {},
): InboxSnapshot {
  const { items = [], senders = [], read = [], status = { phase: 'live' }, hasMore = false } = options
  return {
    length: items.length,
    total: items.length,
    unseen: options.unseen ?? 0,
    unread: options.unread ?? 0,
    position: status.phase === 'loading' ? undefined : { epoch: 'e1', offset: 1 },
    status,
    hasMore,
    at: (index) => items[index],
    slice: (from, to) => items.slice(from, to),
    indexOf: (id) => items.findIndex((item) => item.id === id),
    isRead: ({ id }) => read.indexOf(id) >= 0,
    isSeen: () => false,
    sender: (id) => senders.find((one) => one.id === id) ?? { id, name: id, status: 'available', muted: false },
    senders,
  }
}

/** Friday 20 November 2026, noon. */
export const noon = Date.UTC(2026, 10, 20, 12)

/** A service message of `kijani`, sent at `noon`; id `i1`, offset 1. */
export function itemOf(
  options: Partial<InboxItem> & { readonly title?: string; readonly content?: string } = {},
): InboxItem {
  const { title = 'Bill', content = 'It is ready.', ...rest } = options
  const { sender = 'kijani', offset = 1 } = rest
  const jump = { kind: 'page', sender, path: 'pages/bill/detail', query: { id: '7' } } as const
  return {
    id: `i${offset}`,
    offset,
    sender,
    message: { kind: 'service', title, content, jump },
    placement: 'list',
    sentAt: noon,
    ...rest,
  }
}

/** Says what it was asked: `day -1`, `short 2026-11-20`. UTC; one and other as in English. */
export const plainFormat: Format = {
  number: (value) => String(value),
  plural: (count) => (count === 1 ? 'one' : 'other'),
  timeOfDay: (at) => new Date(at).toISOString().slice(11, 16),
  relativeTime: (value, unit) => `${unit} ${value}`,
  date: (at, style) => `${style} ${new Date(at).toISOString().slice(0, 10)}`,
  day: (at) => Math.floor(at / 86_400_000),
}
