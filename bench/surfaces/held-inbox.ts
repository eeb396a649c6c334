import type { Inbox, InboxSnapshot } from '@minibell/client'
import type { InboxItem } from '@minibell/protocol'

/** An inbox that costs as little as one can, so that what is measured is the surface. */
export interface HeldInbox extends Inbox {
  /** As if these had just arrived. */
  receive(count: number): void
}

const sentAt = Date.UTC(2026, 10, 20, 6, 41)

const senders = ['kijani', 'soko', 'safari', 'barid']

/** Content of three lengths, so that rows have three heights. */
function itemAt(offset: number): InboxItem {
  const content = 'The bill for October is 1,240 KES. Pay before Friday. '.repeat(1 + (offset % 3))
  const jump = { kind: 'page', sender: 'kijani', path: 'pages/bill/detail', query: { id: String(offset) } } as const
  const message = { kind: 'service', title: `Message ${offset}`, content, jump } as const
  return {
    id: `i${offset}`,
    offset,
    sender: senders[offset % senders.length] ?? 'kijani',
    message,
    placement: 'list',
    sentAt: sentAt + offset * 60_000,
  }
}

export function heldInbox(count: number): HeldInbox {
  const rows = Array.from({ length: count }, (_, index) => itemAt(index + 1))
  const listeners = new Set<() => void>()
  let allRead = 0
  let seenUpTo = 0
  const take = (): InboxSnapshot => {
    const length = rows.length
    const [read, seen] = [allRead, seenUpTo]
    const at = (index: number): InboxItem | undefined => (index < 0 ? undefined : rows[length - 1 - index])
    return {
      length,
      total: length,
      unseen: length - seen,
      unread: length - read,
      position: { epoch: 'e1', offset: length },
      status: { phase: 'live' },
      hasMore: false,
      at,
      slice: (from, to) => rows.slice(Math.max(0, length - to), length - from).reverse(),
      indexOf: (id) => length - 1 - rows.findIndex((item) => item.id === id),
      isRead: ({ offset }) => offset <= read,
      isSeen: ({ offset }) => offset <= seen,
      sender: (id) => ({ id, name: 'Kijani Energy', status: 'available', muted: false }),
      senders: [],
    }
  }
  let snapshot = take()
  const change = (): void => {
    snapshot = take()
    for (const listener of listeners) listener()
  }
  return {
    scope: { kind: 'host' },
    clock: { now: () => sentAt + rows.length * 60_000 },
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    on: () => () => undefined,
    find: (id) => rows[Number(id.slice(1)) - 1],
    markSeen: () => undefined,
    markRead: () => undefined,
    markAll(kind) {
      seenUpTo = rows.length
      if (kind === 'read') allRead = rows.length
      change()
    },
    dismiss: () => undefined,
    open: async (itemId) => ({ outcome: 'gone', itemId, reason: 'unknown' }),
    history: async () => undefined,
    preferences: undefined,
    retry: () => undefined,
    ingest: () => undefined,
    signOut: async () => undefined,
    start: () => () => undefined,
    receive(arrived) {
      for (let index = 0; index < arrived; index += 1) rows.push(itemAt(rows.length + 1))
      change()
    },
  }
}
