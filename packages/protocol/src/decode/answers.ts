import type { Changes } from '../frames.ts'
import type { DeliveryProblem, ReceiptsAnswer, Reported, Snapshot, Switches } from '../http.ts'
import { decodeChange, itemShape, senderShape } from './change.ts'
import { type Check, type Fields, fail, maybe, read, text, whole } from './shape.ts'

/** The same in the body of an answer and in a `resumed` frame. */
export const changesShape: Fields<Changes> = {
  epoch: text,
  base: whole,
  top: whole,
  from: whole,
  to: whole,
  changes: [decodeChange],
}

/** The same in the body of an answer and in a `receipted` frame. */
export const receiptsAnswerShape: Fields<ReceiptsAnswer> = {
  accepted: [text],
  refused: [{ receiptId: text }],
}

const snapshotShape: Fields<Snapshot> = {
  epoch: text,
  offset: whole,
  items: [{ item: itemShape, marks: [text] }],
  senders: [senderShape],
  counts: { total: whole, unseen: whole, unread: whole },
  cursor: /* @__PURE__ */ maybe(text),
  serverAt: whole,
}

const truth: Check<boolean> = (value) => (typeof value === 'boolean' ? value : fail(value))

const problemShape: Fields<DeliveryProblem> = {
  error: { code: text, message: text, retryAfterMs: /* @__PURE__ */ maybe(whole) },
}

/** Body of `GET /delivery/v1/changes`. Throws `DecodeError`. */
export function decodeChanges(value: unknown): Changes {
  return read(changesShape, value)
}

/** Body of `GET /delivery/v1/snapshot`. Throws `DecodeError`. */
export function decodeSnapshot(value: unknown): Snapshot {
  return read(snapshotShape, value)
}

/** Body of `POST /delivery/v1/receipts`. Throws `DecodeError`. */
export function decodeReceiptsAnswer(value: unknown): ReceiptsAnswer {
  return read(receiptsAnswerShape, value)
}

/** Body of `/delivery/v1/switches`. Throws `DecodeError`. */
export function decodeSwitches(value: unknown): Switches {
  return read<Switches>({ push: truth, muted: [text] }, value)
}

/** Body of `POST /delivery/v1/reports`. Throws `DecodeError`. */
export function decodeReported(value: unknown): Reported {
  return read<Reported>({ repeated: truth }, value)
}

/** Body of a refusal. Throws `DecodeError`, as for the pages that proxies put in its place. */
export function decodeDeliveryProblem(value: unknown): DeliveryProblem {
  return read(problemShape, value)
}
