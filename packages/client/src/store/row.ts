import type { InboxItem, ReceiptKind } from '@minibell/protocol'

/** How far an item that is held was taken note of: 1 seen, 2 read. */
export type Level = 1 | 2

/** An item and the moments at which it was marked; moments, so that an earlier snapshot stays as it was. */
export interface Row extends Record<Level, number> {
  readonly item: InboxItem
  /** Told to have left; kept so that nothing said of it later is a riddle. */
  isGone: boolean
}

/** Everything at or below this offset is marked, whatever its row says. */
export type UpTo = Readonly<Record<Level, number>>

/** 0 for `delivered` and `dismissed`, which say nothing of an item that is held. */
export function levelOf(kind: ReceiptKind): Level | 0 {
  return kind === 'seen' ? 1 : kind === 'read' || kind === 'opened' ? 2 : 0
}

/** Whether a row was marked by the moment `now`. */
export function has(row: Row, level: Level, now: number, upTo: UpTo): boolean {
  return row[level] <= now || row.item.offset <= upTo[level]
}
