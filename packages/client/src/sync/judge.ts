import type { Change, Position, Snapshot } from '@minibell/protocol'

/** What a `batch`, a `resumed` or an answer to a pull says: the changes in `(from, to]`. */
export interface Range {
  readonly epoch: string
  readonly from: number
  readonly to: number
  readonly changes: readonly Change[]
  /** Absent in a batch, like `base` and `top`. */
  readonly recovered?: boolean
  readonly base?: number
  readonly top?: number
}

/** What follows from one frame. `take` moves the position to `to`; nothing else moves it but a snapshot. */
export interface Move {
  readonly take?: readonly Change[]
  /** Ask for the changes after the position, or for a snapshot. */
  readonly pull?: 'changes' | 'snapshot'
  /** Offsets that nobody can bring back. */
  readonly lost?: { readonly from: number; readonly to: number }
}

/** The rules of the protocol's "What a client does, on every frame", in their order. Pure. */
export function judge(at: Position, frame: Range): Move {
  const { epoch, from, to, base = 0, top = to } = frame
  if (epoch < at.epoch) return {}
  if (epoch > at.epoch) return { pull: frame.recovered === undefined ? 'changes' : 'snapshot' }
  if (base > at.offset) return { pull: 'snapshot', lost: { from: at.offset + 1, to: base } }
  if (from > at.offset) return { pull: 'changes' }
  const more = top > Math.max(to, at.offset) ? ({ pull: 'changes' } as const) : {}
  if (to <= at.offset) return more
  return { take: frame.changes.filter((change) => change.offset > at.offset), ...more }
}

/** Whether a snapshot is of an earlier life, or older than what is here: then it is not taken. */
export function isStale(at: Position | undefined, whole: Position): boolean {
  return !!at && (whole.epoch < at.epoch || (whole.epoch === at.epoch && whole.offset < at.offset))
}

/** Whether a snapshot leaves items between it and `at` untold: it is of another life, or does not reach down to where we were. */
export function isApart(at: Position, { epoch, items, cursor }: Snapshot): boolean {
  const last = items[items.length - 1]
  return epoch !== at.epoch || (!!cursor && !!last && last.item.offset > at.offset)
}
