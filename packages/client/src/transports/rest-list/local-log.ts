import {
  type Change,
  type Changes,
  type InboxItem,
  isMarked,
  kindsOf,
  type Marks,
  type Message,
  marksOf,
  noMarks,
  type ReceiptKind,
  type Sender,
  type Snapshot,
} from '@minibell/protocol'

/** One row of a list as this inbox understands it. */
export interface ListedRow {
  /** The same for the same row, always. */
  readonly id: string
  /** Id of the mini-program or account that it is from. */
  readonly sender: string
  readonly message: Message
  /** Milliseconds since 1970; the newest is shown first. */
  readonly sentAt: number
  readonly expiresAt?: number
  /** What the backend knows of it; once true it stays. */
  readonly seen?: boolean
  readonly read?: boolean
}

interface Kept {
  readonly item: InboxItem
  marks: Marks
  isGone: boolean
}

/** Changes that are held for whoever asks; older ones are gone and cost a snapshot. */
const mostChanges = 1_000

/** A log as the protocol has it, made on the device of a list that is read again and again. */
export interface LocalLog {
  /** Takes the list as it is now. `isWhole`: what is not in it any more is gone, however old. */
  update(rows: readonly ListedRow[], options: { readonly isWhole: boolean; readonly now: number }): void
  changes(epoch: string, after: number, max: number): Changes
  snapshot(max: number, before: number): Omit<Snapshot, 'senders' | 'serverAt'>
  /** Ids of those of them that lack the mark; all up to an offset where no id is named. */
  lacking(kind: ReceiptKind, which: Which): readonly string[]
  has(itemId: string): boolean
  mark(kind: ReceiptKind, itemIds: readonly string[]): void
}

type Which = { readonly itemId: string } | { readonly all: { readonly upTo: number; readonly sender?: string } }

export function localLog(epoch: string, senders: readonly Sender[]): LocalLog {
  const rows = new Map<string, Kept>()
  const told = new Set<string>()
  let log: Change[] = []
  let base = 0
  let top = 0

  const append = (change: Change): void => {
    log.push(change)
    if (log.length <= mostChanges) return
    base = log[log.length - mostChanges - 1]?.offset ?? base
    log = log.slice(-mostChanges)
  }
  const next = (): number => {
    top += 1
    return top
  }

  const add = ({ seen, read, ...row }: ListedRow): void => {
    const known = !told.has(row.sender) && senders.find(({ id }) => id === row.sender)
    told.add(row.sender)
    if (known) append({ type: 'senderChanged', offset: next(), sender: known })
    const item: InboxItem = { ...row, offset: next(), placement: 'list' }
    rows.set(row.id, { item, marks: noMarks, isGone: false })
    append({ type: 'added', offset: item.offset, item })
  }

  const mark = (kind: ReceiptKind, itemIds: readonly string[]): void => {
    const lacking = itemIds.filter((itemId) => {
      const row = rows.get(itemId)
      if (!row || isMarked(row.marks, kind)) return false
      row.marks |= marksOf(kind)
      return true
    })
    if (kind !== 'delivered' && lacking[0]) append({ type: 'marked', offset: next(), itemIds: lacking, kind })
  }

  const remove = (type: 'withdrawn' | 'expired', row: Kept): void => {
    row.isGone = true
    append({ type, offset: next(), itemId: row.item.id })
  }

  const listed = (): Kept[] =>
    [...rows.values()].filter(({ isGone, marks }) => !isGone && !isMarked(marks, 'dismissed')).reverse()

  return {
    has: (itemId) => rows.has(itemId),
    mark,
    update(list, { isWhole, now }) {
      const ids = new Set(idsOf(list))
      const oldest = isWhole ? -Infinity : list.reduce((least, { sentAt }) => Math.min(least, sentAt), Infinity)
      for (const row of listed()) {
        const { id, sentAt, expiresAt = Infinity } = row.item
        if (expiresAt <= now) remove('expired', row)
        // What lies below the page that was read may be there all the same.
        else if (!ids.has(id) && sentAt > oldest) remove('withdrawn', row)
      }
      for (const row of [...list].reverse().sort((one, other) => one.sentAt - other.sentAt)) {
        if (!rows.has(row.id) && !((row.expiresAt ?? Infinity) <= now)) add(row)
      }
      for (const kind of ['read', 'seen'] as const) mark(kind, idsOf(list.filter((row) => row[kind])))
    },
    changes(asked, after, max) {
      const recovered = asked === epoch && after >= base && after <= top
      const changes = recovered ? log.filter(({ offset }) => offset > after).slice(0, max) : []
      const last = changes[changes.length - 1]
      const to = changes.length === max && last ? last.offset : recovered ? top : after
      return { epoch, recovered, base, top, from: after, to, changes }
    },
    snapshot(max, before) {
      const all = listed()
      const below = all.filter(({ item }) => item.offset < before)
      const page = below.slice(0, max)
      const last = page[page.length - 1]
      const lacking = (kind: ReceiptKind) => all.filter(({ marks }) => !isMarked(marks, kind))
      const isMuted = (id: string) => senders.some((sender) => sender.id === id && sender.muted)
      return {
        epoch,
        offset: top,
        items: page.map(({ item, marks }) => ({ item, marks: kindsOf(marks) })),
        counts: {
          total: all.length,
          unseen: lacking('seen').filter(({ item }) => !isMuted(item.sender)).length,
          unread: lacking('read').length,
        },
        ...(last && below.length > max ? { cursor: String(last.item.offset) } : {}),
      }
    },
    lacking(kind, which) {
      const meant = (item: InboxItem): boolean =>
        'itemId' in which
          ? item.id === which.itemId
          : item.offset <= which.all.upTo && (!which.all.sender || which.all.sender === item.sender)
      const lacks = ({ item, marks }: Kept): boolean => meant(item) && !isMarked(marks, kind)
      return [...rows.values()].filter(lacks).map(({ item }) => item.id)
    },
  }
}

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id)
