import type { ClientFrame } from '../frames.ts'
import type { ReceiptKind } from '../item.ts'
import type { AllReceipt, ItemReceipt, Receipt } from '../receipt.ts'
import { type Fields, fail, type Members, read, readMember } from './shape.ts'

const itemReceipt: Fields<ItemReceipt> = {
  receiptId: readReceiptId,
  kind: readKind,
  itemId: '',
  agoMs: readAgo,
}

const allReceipt: Fields<AllReceipt> = {
  receiptId: readReceiptId,
  kind: readAllKind,
  all: { upTo: 0, 'sender?': '' },
  'epoch?': '',
  'newest?': '',
  agoMs: readAgo,
}

const frames: Members<ClientFrame, 'type'> = {
  __proto__: null,
  auth: { token: '' },
  resume: { epoch: '', offset: 0, deviceId: '' },
  receipts: { deviceId: '', receipts: [readReceipt] },
  ping: {},
}

/** A receipt of one item, or of all where it has `all`. Throws `DecodeError`. */
export function decodeReceipt(value: unknown): Receipt {
  return readReceipt(value, 'receipt')
}

/** What a client says. Throws `DecodeError`; its path is `frame` itself for an unknown type. */
export function decodeClientFrame(value: unknown): ClientFrame {
  return readMember<ClientFrame>(value, 'frame', 'type', frames, fail)
}

function readReceipt(value: unknown, path: string): Receipt {
  return Object(value).all === undefined
    ? read<Receipt>(itemReceipt, value, path)
    : read<Receipt>(allReceipt, value, path)
}

function readKind(value: unknown, path: string): ReceiptKind {
  return wordOf(['delivered', 'seen', 'read', 'opened', 'dismissed'], value, path)
}

function readAllKind(value: unknown, path: string): AllReceipt['kind'] {
  return wordOf(['seen', 'read'], value, path)
}

function wordOf<Word extends string>(words: readonly Word[], value: unknown, path: string): Word {
  return words.find((word) => word === value) ?? fail(value, path)
}

/** 1 to 64 UTF-16 units. */
function readReceiptId(value: unknown, path: string): string {
  const id = read<string>('', value, path)
  return id.length > 0 && id.length <= 64 ? id : fail(id, path)
}

/** Finite, 0 or more; monotonic timers have fractions. */
function readAgo(value: unknown, path: string): number {
  return typeof value === 'number' && value >= 0 && value < Infinity ? value : fail(value, path)
}
