import type { InboxItem, ReceiptKind } from '@minibell/protocol'

/** How far an item that is held was taken note of. */
export type Level = 'seen' | 'read'

/** Later than every moment; small integers are what engines keep cheapest. */
export const never = 1e9

/** An item and the moments at which it was marked; moments, so that an earlier snapshot stays as it was. */
export interface Row extends Record<Level, number> {
  readonly item: InboxItem
  /** Told to have left; kept so that nothing said of it later is a riddle. */
  isGone: boolean
}

/** Everything at or below this offset is marked, whatever its row says. */
export type UpTo = Readonly<Record<Level, number>>

/** None for `delivered` and `dismissed`, which say nothing of an item that is held. */
export function levelOf(kind: ReceiptKind): Level | undefined {
  return kind === 'opened' ? 'read' : kind === 'seen' || kind === 'read' ? kind : undefined
}

/** Whether a row was marked by the moment `now`. */
export function has(row: Row, level: Level, now: number, upTo: UpTo): boolean {
  return row[level] <= now || row.item.offset <= upTo[level]
}
