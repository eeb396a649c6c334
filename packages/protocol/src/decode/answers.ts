import type { Changes } from '../frames.ts'
import type { DeliveryProblem, ReceiptsAnswer, Snapshot } from '../http.ts'
import { readChange, readItem, readSender } from './change.ts'
import { flag, list, oneOf, record, text } from './read.ts'

export const readChanges = /* @__PURE__ */ record<Changes>('epoch', 'base top from to', {
  recovered: flag,
  changes: /* @__PURE__ */ list(readChange),
})

export const readReceiptsAnswer = /* @__PURE__ */ record<ReceiptsAnswer>('', '', {
  accepted: /* @__PURE__ */ list(text),
  refused: /* @__PURE__ */ list(
    /* @__PURE__ */ record('receiptId', '', { code: /* @__PURE__ */ oneOf('unknown-item malformed') }),
  ),
})

const readSnapshot = /* @__PURE__ */ record<Snapshot>('epoch cursor?', 'offset serverAt', {
  items: /* @__PURE__ */ list(
    /* @__PURE__ */ record('', '', {
      item: readItem,
      marks: /* @__PURE__ */ list(/* @__PURE__ */ oneOf('delivered seen read opened dismissed')),
    }),
  ),
  senders: /* @__PURE__ */ list(readSender),
  counts: /* @__PURE__ */ record('', 'total unseen unread'),
})

const readProblem = /* @__PURE__ */ record<DeliveryProblem>('', '', {
  error: /* @__PURE__ */ record('code message', 'retryAfterMs?'),
})

/** Body of `GET /delivery/v1/changes`. Throws `DecodeError`. */
export function decodeChanges(value: unknown): Changes {
  return readChanges(value, 'changes')
}

/** Body of `GET /delivery/v1/snapshot`. Throws `DecodeError`. */
export function decodeSnapshot(value: unknown): Snapshot {
  return readSnapshot(value, 'snapshot')
}

/** Body of `POST /delivery/v1/receipts`. Throws `DecodeError`. */
export function decodeReceiptsAnswer(value: unknown): ReceiptsAnswer {
  return readReceiptsAnswer(value, 'answer')
}

/** Body of a refusal. Throws `DecodeError`, as for the pages that proxies put in its place. */
export function decodeDeliveryProblem(value: unknown): DeliveryProblem {
  return readProblem(value, 'problem')
}
