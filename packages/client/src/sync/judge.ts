import type { Change, Position } from '@minibell/protocol'

/** What a `batch`, a `resumed` or an answer to a pull says: the changes in `(from, to]`. */
export interface Range {
  readonly epoch: string
  readonly from: number
  readonly to: number
  readonly changes: readonly Change[]
  /** Absent in a batch, like `top`. */
  readonly base?: number
  readonly top?: number
}

/** What follows from one frame. `take` moves the position to `to`; nothing else moves it but a snapshot. */
export interface Move {
  readonly take?: readonly Change[]
  /** Ask for the changes after the position, or for a snapshot. */
  readonly pull?: 'changes' | 'snapshot' | undefined
  /** Offsets that nobody can bring back. */
  readonly lost?: { readonly from: number; readonly to: number }
}

/** The rules of the protocol's "What a client does, on every frame", in their order. Pure. */
export function judge(at: Position, { epoch, from, to, changes, base = 0, top = to }: Range): Move {
  const { offset } = at
  if (epoch < at.epoch) return {}
  if (epoch > at.epoch) return { pull: 'snapshot' }
  if (base > offset) return { pull: 'snapshot', lost: { from: offset + 1, to: base } }
  const isApart = from > offset
  const pull = isApart || top > Math.max(to, offset) ? 'changes' : undefined
  if (isApart || to <= offset) return { pull }
  return { take: changes.filter((change) => change.offset > offset), pull }
}

/** Whether a snapshot is of an earlier life, or older than what is here: then it is not taken. */
export function isStale(at: Position, { epoch, offset }: Position): boolean {
  return epoch < at.epoch || (epoch === at.epoch && offset < at.offset)
}
