import type { ClientFrame } from '../frames.ts'
import type { AllReceipt, ItemReceipt, Receipt } from '../receipt.ts'
import { amount, fail, list, object, oneOf, record, text, union } from './read.ts'

const readItemReceipt = /* @__PURE__ */ record<ItemReceipt>('itemId', '', {
  receiptId: readReceiptId,
  kind: /* @__PURE__ */ oneOf('delivered seen read opened dismissed'),
  agoMs: amount,
})

const readAllReceipt = /* @__PURE__ */ record<AllReceipt>('', '', {
  receiptId: readReceiptId,
  kind: /* @__PURE__ */ oneOf('seen read'),
  all: /* @__PURE__ */ record('sender?', 'upTo'),
  agoMs: amount,
})

const readFrame = /* @__PURE__ */ union<ClientFrame>('type', {
  auth: /* @__PURE__ */ record('token'),
  resume: /* @__PURE__ */ record('epoch deviceId', 'offset'),
  receipts: /* @__PURE__ */ record('deviceId', '', { receipts: /* @__PURE__ */ list(readReceipt) }),
  ping: /* @__PURE__ */ record(''),
})

/** A receipt of one item, or of all where it has `all`. Throws `DecodeError`. */
export function decodeReceipt(value: unknown): Receipt {
  return readReceipt(value, 'receipt')
}

/** What a client says. Throws `DecodeError`, also for an unknown type. */
export function decodeClientFrame(value: unknown): ClientFrame {
  return readFrame(value, 'frame')
}

function readReceipt(value: unknown, path: string): Receipt {
  return (object(value, path)['all'] === undefined ? readItemReceipt : readAllReceipt)(value, path)
}

/** 1 to 64 UTF-16 units. */
function readReceiptId(value: unknown, path: string): string {
  const id = text(value, path)
  return id.length > 0 && id.length <= 64 ? id : fail(id, path)
}
