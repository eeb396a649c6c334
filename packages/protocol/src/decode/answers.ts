import type { Changes } from '../frames.ts'
import type { DeliveryProblem, ReceiptsAnswer, Reported, Snapshot, Switches } from '../http.ts'
import { itemShape, readChange, senderShape } from './change.ts'
import { type Fields, read } from './shape.ts'

/** The same in the body of an answer and in a `resumed` frame. */
export const changesShape: Fields<Changes> = {
  epoch: '',
  base: 0,
  top: 0,
  from: 0,
  to: 0,
  changes: [readChange],
}

/** The same in the body of an answer and in a `receipted` frame. */
export const receiptsAnswerShape: Fields<ReceiptsAnswer> = {
  accepted: [''],
  refused: [{ receiptId: '' }],
}

const snapshotShape: Fields<Snapshot> = {
  epoch: '',
  offset: 0,
  items: [{ item: itemShape, marks: [''] }],
  senders: [senderShape],
  counts: { total: 0, unseen: 0, unread: 0 },
  'cursor?': '',
  serverAt: 0,
}

const problemShape: Fields<DeliveryProblem> = { error: { code: '', message: '', 'retryAfterMs?': 0 } }

/** Body of `GET /delivery/v1/changes`. Throws `DecodeError`. */
export function decodeChanges(value: unknown): Changes {
  return read(changesShape, value, 'changes')
}

/** Body of `GET /delivery/v1/snapshot`. Throws `DecodeError`. */
export function decodeSnapshot(value: unknown): Snapshot {
  return read(snapshotShape, value, 'snapshot')
}

/** Body of `POST /delivery/v1/receipts`. Throws `DecodeError`. */
export function decodeReceiptsAnswer(value: unknown): ReceiptsAnswer {
  return read(receiptsAnswerShape, value, 'answer')
}

/** Body of `/delivery/v1/switches`. Throws `DecodeError`. */
export function decodeSwitches(value: unknown): Switches {
  return read({ push: false, muted: [''] } as const, value, 'switches')
}

/** Body of `POST /delivery/v1/reports`. Throws `DecodeError`. */
export function decodeReported(value: unknown): Reported {
  return read({ repeated: false } as const, value, 'reported')
}

/** Body of a refusal. Throws `DecodeError`, as for the pages that proxies put in its place. */
export function decodeDeliveryProblem(value: unknown): DeliveryProblem {
  return read(problemShape, value, 'problem')
}
