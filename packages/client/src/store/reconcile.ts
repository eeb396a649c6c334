import { type InboxItem, type Marks, marksOf, noMarks, type Position, type Snapshot } from '@minibell/protocol'

/** What a snapshot makes of what was held. */
export interface Reconciled {
  readonly known: Map<string, InboxItem>
  /** Listed items, oldest first. An item that was held is the same object. */
  readonly rows: InboxItem[]
  readonly single: Map<string, Marks>
  /** Nobody was told of these yet; oldest first. */
  readonly received: InboxItem[]
  /** Were held and are surely gone. */
  readonly vanished: InboxItem[]
}

/** `at` is the position before the snapshot; `wasHere` knows items that were held once. Pure. */
export function reconcile(
  { epoch, items, cursor }: Snapshot,
  held: ReadonlyMap<string, InboxItem>,
  before: { readonly at: Position | undefined; readonly wasHere: (itemId: string) => boolean },
): Reconciled {
  const { at, wasHere } = before
  const same = at?.epoch === epoch
  const known = new Map<string, InboxItem>()
  const single = new Map<string, Marks>()
  const rows: InboxItem[] = []
  const received: InboxItem[] = []
  let oldest = 0
  let met = false
  for (const { item, marks } of items) {
    const mine = held.get(item.id)
    const kept = mine?.offset === item.offset ? mine : item
    oldest = item.offset
    met = met || !!mine
    known.set(item.id, kept)
    if (marks[0])
      single.set(
        item.id,
        marks.reduce((all, kind) => all | marksOf(kind), noMarks),
      )
    if (item.placement === 'list') rows.unshift(kept)
    if (at && !mine && !wasHere(item.id) && (same ? item.offset > at.offset : !met)) received.unshift(kept)
  }
  const vanished = [...held.values()].filter((item) => {
    if (known.has(item.id)) return false
    if (same && item.placement !== 'list') known.set(item.id, item)
    else return !cursor || (same && item.offset > oldest)
    return false
  })
  return { known, rows, single, received, vanished }
}
