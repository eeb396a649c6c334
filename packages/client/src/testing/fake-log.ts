import {
  type Change,
  type Changes,
  type Counts,
  type InboxItem,
  isMarked,
  kindsOf,
  type Marks,
  marksOf,
  noMarks,
  type Position,
  type Receipt,
  type ReceiptKind,
  type ReceiptsAnswer,
  type Sender,
  type Snapshot,
} from '@minibell/protocol'

/** A change before it has its offset. */
export type NewChange = Change extends infer One ? (One extends Change ? Omit<One, 'offset'> : never) : never

/** A log as the protocol describes it, in the plainest way: what a client's state is compared with. */
export interface FakeLog {
  position(): Position
  base(): number
  /** Every change that is not trimmed. */
  log(): readonly Change[]
  /** Listed items that are there, newest first. */
  items(): readonly InboxItem[]
  marks(itemId: string): Marks
  counts(): Counts
  /** Takes the next offset; answers it. */
  append(change: NewChange): Change
  changes(epoch: string, after: number, max: number): Changes
  snapshot(max: number, cursor: string | undefined, serverAt: number): Snapshot
  receive(receipts: readonly Receipt[]): ReceiptsAnswer
  /** Forgets changes up to `base`. */
  trim(base: number): void
  /** A new life: a larger epoch, offsets from 1. Items and marks stay unless `empty`. */
  restart(epoch: string, options?: { readonly empty?: boolean }): void
}

interface Row {
  readonly item: InboxItem
  marks: Marks
  gone: boolean
}

/** Empty, in epoch `e1` unless another is named. */
export function fakeLog(epochAtStart = 'e1'): FakeLog {
  let epoch = epochAtStart
  let base = 0
  let top = 0
  let log: Change[] = []
  let rows: Row[] = []
  const senders = new Map<string, Sender>()

  const find = (itemId: string): Row | undefined => rows.find(({ item }) => item.id === itemId)
  const listed = (): Row[] =>
    rows
      .filter(({ item, gone, marks }) => !gone && !isMarked(marks, 'dismissed') && item.placement === 'list')
      .reverse()

  const mark = (row: Row, kind: ReceiptKind): boolean => {
    const before = row.marks
    row.marks |= marksOf(kind)
    return row.marks !== before
  }
  const meets =
    ({ upTo, sender }: { upTo: number; sender?: string }) =>
    (row: Row): boolean =>
      row.item.offset <= upTo && (!sender || sender === row.item.sender)

  const effect = (change: Change): void => {
    if (change.type === 'added') rows.push({ item: change.item, marks: noMarks, gone: false })
    if (change.type === 'withdrawn' || change.type === 'expired') {
      const row = find(change.itemId)
      if (row) row.gone = true
    }
    if (change.type === 'marked')
      for (const row of rows) if (change.itemIds.includes(row.item.id)) mark(row, change.kind)
    if (change.type === 'markedAll') for (const row of rows.filter(meets(change))) mark(row, change.kind)
    if (change.type === 'senderChanged') senders.set(change.sender.id, change.sender)
  }

  const append = (change: NewChange): Change => {
    top += 1
    // The offset is what NewChange lacks; an item's own offset is its change's.
    const whole = { ...change, offset: top } as Change
    const next = whole.type === 'added' ? { ...whole, item: { ...whole.item, offset: top } } : whole
    log.push(next)
    effect(next)
    return next
  }

  const receiveOne = (receipt: Receipt): boolean => {
    const { kind } = receipt
    if ('all' in receipt) {
      append({ type: 'markedAll', kind: receipt.kind, ...receipt.all })
      return true
    }
    const row = find(receipt.itemId)
    if (row && kind === 'delivered') mark(row, kind)
    else if (row && (row.marks | marksOf(kind)) !== row.marks)
      append({ type: 'marked', itemIds: [row.item.id], kind: kind as Exclude<ReceiptKind, 'delivered'> }) // the branch above took `delivered`
    return !!row
  }

  return {
    position: () => ({ epoch, offset: top }),
    base: () => base,
    log: () => log,
    items: () => listed().map(({ item }) => item),
    marks: (itemId) => find(itemId)?.marks ?? noMarks,
    counts() {
      const all = listed()
      const below = (kind: ReceiptKind) => all.filter(({ marks }) => !isMarked(marks, kind))
      return {
        total: all.length,
        unseen: below('seen').filter(({ item }) => !senders.get(item.sender)?.muted).length,
        unread: below('read').length,
      }
    },
    append,
    changes(asked, after, max) {
      const recovered = asked === epoch && after >= base && after <= top
      const changes = recovered ? log.filter(({ offset }) => offset > after).slice(0, max) : []
      const to = changes.length === max ? (changes[max - 1] as Change).offset : recovered ? top : after // `max` of them
      return { epoch, recovered, base, top, from: after, to, changes }
    },
    snapshot(max, cursor, serverAt) {
      const from = listed().filter(({ item }) => !cursor || item.offset < Number(cursor))
      const items = from.slice(0, max).map(({ item, marks }) => ({ item, marks: kindsOf(marks) }))
      const last = items[items.length - 1]
      return {
        epoch,
        offset: top,
        items,
        senders: [...senders.values()],
        counts: this.counts(),
        ...(last && from.length > max ? { cursor: String(last.item.offset) } : {}),
        serverAt,
      }
    },
    receive(receipts) {
      const known = receipts.map((receipt) => ({ receipt, accepted: receiveOne(receipt) }))
      return {
        accepted: known.filter(({ accepted }) => accepted).map(({ receipt }) => receipt.receiptId),
        refused: known
          .filter(({ accepted }) => !accepted)
          .map(({ receipt }) => ({ receiptId: receipt.receiptId, code: 'unknown-item' as const })),
      }
    },
    trim(next) {
      base = Math.max(base, Math.min(next, top))
      log = log.filter(({ offset }) => offset > base)
    },
    restart(next, { empty = false } = {}) {
      epoch = next
      base = top = 0
      log = []
      rows = empty ? [] : rows.filter(({ gone }) => !gone)
      rows = rows.map((row) => {
        top += 1
        const item = { ...row.item, offset: top }
        log.push({ type: 'added', offset: top, item })
        return { ...row, item }
      })
    },
  }
}
