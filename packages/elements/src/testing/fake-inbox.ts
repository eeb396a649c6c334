import type {
  Inbox,
  InboxEventName,
  InboxEvents,
  InboxSnapshot,
  InboxStatus,
  OpenOutcome,
  Preferences,
} from '@minibell/client'
import type { InboxItem, Sender, Switches } from '@minibell/protocol'

/** An inbox of a test: what it holds is set by hand, and what was asked of it is told by `asked`. */
export interface FakeInbox extends Inbox {
  /** As if these had just arrived, oldest first. */
  receive(...items: readonly InboxItem[]): void
  withdraw(itemId: string): void
  become(status: InboxStatus): void
  /** Time goes by, and nobody is told. */
  wait(byMs: number): void
  /** Turns the wall clock, as the platform's time travel does. */
  turnClock(byMs: number): void
  /** What `open` answers from now on; default `opened`. */
  answer(outcome: OpenOutcome['outcome']): void
  /** Calls in order, such as `open i3`, `markAll seen`, `history`. */
  readonly asked: readonly string[]
}

export interface FakeInboxOptions {
  /** Newest first. */
  readonly items?: readonly InboxItem[]
  readonly senders?: readonly Sender[]
  readonly scope?: Inbox['scope']
  readonly status?: InboxStatus
  readonly now?: number
  /** Pages of older items, nearest first. A page that is an error rejects. */
  readonly older?: readonly (readonly InboxItem[] | Error)[]
  /** Whether the inbox has `preferences`; `refused`: they reject. */
  readonly preferences?: 'there' | 'refused'
  /** Nothing was ever heard of the platform. */
  readonly isNew?: boolean
}

type Listeners = { [Name in InboxEventName]: Set<(event: InboxEvents[Name]) => void> }

export function fakeInbox(options: FakeInboxOptions = {}): FakeInbox {
  let items = [...(options.items ?? [])]
  let status: InboxStatus = options.status ?? { phase: 'live' }
  let now = options.now ?? testNow
  let outcome: OpenOutcome['outcome'] = 'opened'
  const older = [...(options.older ?? [])]
  const read = new Set<string>()
  const seen = new Set<string>()
  const asked: string[] = []
  const changed = new Set<() => void>()
  const listeners: Listeners = {
    received: new Set(),
    removed: new Set(),
    read: new Set(),
    opened: new Set(),
    resync: new Set(),
    refused: new Set(),
  }
  let senders = [...(options.senders ?? [])]
  const senderOf = (id: string): Sender =>
    senders.find((sender) => sender.id === id) ?? { id, name: id, status: 'available', muted: false }

  const take = (): InboxSnapshot => {
    const listed = items.filter(({ placement }) => placement === 'list')
    const marked = (marks: Set<string>) => listed.filter((item) => !marks.has(item.id) && !senderOf(item.sender).muted)
    const [readNow, seenNow] = [new Set(read), new Set(seen)]
    return {
      length: listed.length,
      total: listed.length,
      unseen: marked(seen).length,
      unread: listed.filter(({ id }) => !read.has(id)).length,
      position:
        options.isNew || status.phase === 'loading' ? undefined : { epoch: 'e1', offset: listed[0]?.offset ?? 0 },
      status,
      hasMore: older.length > 0,
      at: (index) => listed[index],
      slice: (from, to) => listed.slice(from, to),
      indexOf: (id) => listed.findIndex((item) => item.id === id),
      isRead: ({ id }) => readNow.has(id),
      isSeen: ({ id }) => seenNow.has(id),
      sender: senderOf,
      senders,
    }
  }
  let snapshot = take()
  const change = (): void => {
    snapshot = take()
    for (const listener of changed) listener()
  }
  const emit = <Name extends InboxEventName>(name: Name, event: InboxEvents[Name]): void => {
    for (const listener of listeners[name]) listener(event)
  }
  const mark = (kind: 'seen' | 'read', ids: readonly string[]): void => {
    for (const id of ids) {
      seen.add(id)
      if (kind === 'read') read.add(id)
    }
    change()
    if (kind === 'read') emit('read', { itemIds: ids, all: false })
  }
  const remove = (id: string, reason: 'withdrawn' | 'dismissed'): void => {
    items = items.filter((item) => item.id !== id)
    change()
    emit('removed', { itemIds: [id], reason })
  }
  const outcomeOf = (itemId: string): OpenOutcome => {
    const item = items.find(({ id }) => id === itemId)
    if (!item || outcome === 'gone') return { outcome: 'gone', itemId, reason: 'withdrawn' }
    const jump = { kind: 'page', sender: item.sender, path: 'pages/home/index', query: {} } as const
    if (outcome === 'failed') return { outcome, item, error: new Error('refused') }
    if (outcome === 'shown' || outcome === 'busy') return { outcome, item }
    return { outcome, item, jump }
  }

  const answered = async <Answer>(call: string, answer: () => Answer): Promise<Answer> => {
    asked.push(call)
    if (options.preferences === 'refused') throw new Error('refused')
    return answer()
  }
  let push = true
  const switches = (): Switches => ({ push, muted: senders.filter(({ muted }) => muted).map(({ id }) => id) })
  const turn = (muted: boolean) => (id?: string) =>
    answered(`${muted ? 'mute' : 'unmute'} ${id ?? ''}`.trim(), () => {
      if (id === undefined) push = !muted
      senders = senders.map((sender) => (sender.id === id ? { ...sender, muted } : sender))
      change()
      return switches()
    })
  const preferences: Preferences = {
    switches: () => answered('switches', switches),
    mute: turn(true),
    unmute: turn(false),
    report: (itemId, kind) => answered(`report ${itemId} ${kind}`, () => ({ repeated: false })),
  }

  return {
    scope: options.scope ?? { kind: 'host' },
    clock: { now: () => now },
    asked,
    getSnapshot: () => snapshot,
    subscribe(listener) {
      changed.add(listener)
      return () => changed.delete(listener)
    },
    on(name, listener) {
      const set: Set<typeof listener> = listeners[name]
      set.add(listener)
      return () => set.delete(listener)
    },
    find: (id) => items.find((item) => item.id === id),
    markSeen(ids) {
      asked.push(`markSeen ${ids.join(' ')}`.trim())
      mark('seen', ids)
    },
    markRead(ids) {
      asked.push(`markRead ${ids.join(' ')}`)
      mark('read', ids)
    },
    markAll(kind, { sender } = {}) {
      asked.push(`markAll ${kind}${sender ? ` ${sender}` : ''}`)
      mark(
        kind,
        items.filter((item) => !sender || item.sender === sender).map(({ id }) => id),
      )
    },
    dismiss(ids) {
      asked.push(`dismiss ${ids.join(' ')}`)
      for (const id of ids) remove(id, 'dismissed')
    },
    async open(itemId) {
      asked.push(`open ${itemId}`)
      const answer = outcomeOf(itemId)
      if (answer.outcome === 'opened' || answer.outcome === 'shown') mark('read', [itemId])
      emit('opened', answer)
      return answer
    },
    async history() {
      asked.push('history')
      const page = older.shift()
      if (page instanceof Error) {
        older.unshift([])
        throw page
      }
      items = [...items, ...(page ?? [])]
      change()
    },
    preferences: options.preferences && preferences,
    retry: () => void asked.push('retry'),
    ingest: () => void asked.push('ingest'),
    signOut: async () => void asked.push('signOut'),
    start: () => () => {},
    receive(...arrived) {
      items = [...[...arrived].reverse(), ...items]
      change()
      emit('received', arrived)
    },
    withdraw: (id) => remove(id, 'withdrawn'),
    become(next) {
      status = next
      change()
    },
    wait(byMs) {
      now += byMs
    },
    turnClock(byMs) {
      now += byMs
      change()
    },
    answer(next) {
      outcome = next
    },
  }
}

/** Friday 20 November 2026, 09:41 in Nairobi. */
export const testNow = Date.UTC(2026, 10, 20, 6, 41)
