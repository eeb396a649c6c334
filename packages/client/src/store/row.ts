import type { InboxItem, ReceiptKind } from '@minibell/protocol'

/** What may have become of an item that is held, each with the ones before it. */
const levels = ['seen', 'read', 'opened'] as const

/** One of `levels`. */
export type Level = (typeof levels)[number]

/** An item and the moments at which it was marked, 0 for never; moments, so that an earlier snapshot stays as it was. */
export interface Row extends Record<Level, number> {
  readonly item: InboxItem
  /** Told to have left; kept so that nothing said of it later is a riddle. */
  isGone: boolean
}

/** Everything at or below this offset is marked, whatever its row says. */
export type UpTo = Readonly<Partial<Record<Level, number>>>

/** `read` says `seen`, too; `delivered` and `dismissed` say nothing of an item that is held. */
export function levelsOf(kind: ReceiptKind): readonly Level[] {
  return levels.slice(0, levels.indexOf(kind as Level) + 1) // −1 for the kinds that are no level
}

/** Not marked at any moment. */
export function rowOf(item: InboxItem): Row {
  return { item, isGone: false, seen: 0, read: 0, opened: 0 }
}

/** Whether a row was marked by the moment `now`. */
export function has(row: Row, level: Level, now: number, upTo: UpTo): boolean {
  return (row[level] && row[level] <= now) || row.item.offset <= (upTo[level] || 0)
}
