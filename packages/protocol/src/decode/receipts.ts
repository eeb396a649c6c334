import type { ClientFrame } from '../frames.ts'
import type { ReceiptKind } from '../item.ts'
import type { AllReceipt, ItemReceipt, Receipt } from '../receipt.ts'
import { type Check, type Fields, fail, type Members, maybe, read, readMember, text, whole } from './shape.ts'

/** 1 to 64 UTF-16 units. */
const receiptId: Check<string> = (value) => {
  const id = text(value)
  return id.length > 0 && id.length <= 64 ? id : fail(id)
}

/** Finite, 0 or more; monotonic timers have fractions. */
const agoMs: Check<number> = (value) =>
  typeof value === 'number' && value >= 0 && value < Infinity ? value : fail(value)

const kind: Check<ReceiptKind> = (value) => wordOf(['delivered', 'seen', 'read', 'opened', 'dismissed'], value)

const kindOfAll: Check<AllReceipt['kind']> = (value) => wordOf(['seen', 'read'], value)

const itemReceipt: Fields<ItemReceipt> = { receiptId, kind, itemId: text, agoMs }

const allReceipt: Fields<AllReceipt> = {
  receiptId,
  kind: kindOfAll,
  all: { upTo: whole, sender: /* @__PURE__ */ maybe(text) },
  epoch: /* @__PURE__ */ maybe(text),
  newest: /* @__PURE__ */ maybe(text),
  agoMs,
}

const frames: Members<ClientFrame, 'type'> = {
  __proto__: null,
  auth: { token: text },
  resume: { epoch: text, offset: whole, deviceId: text },
  receipts: { deviceId: text, receipts: [decodeReceipt] },
  ping: {},
}

/** A receipt of one item, or of all where it has `all`. Throws `DecodeError`. */
export function decodeReceipt(value: unknown): Receipt {
  return Object(value).all === undefined ? read<Receipt>(itemReceipt, value) : read<Receipt>(allReceipt, value)
}

/** What a client says. Throws `DecodeError`; its path is empty for an unknown type. */
export function decodeClientFrame(value: unknown): ClientFrame {
  return readMember<ClientFrame>(value, 'type', frames, fail)
}

function wordOf<Word extends string>(words: readonly Word[], value: unknown): Word {
  return words.find((word) => word === value) ?? fail(value)
}
