import { describe, expect, test } from 'vitest'
import type { Change } from '../change.ts'
import { decodeSnapshot } from './answers.ts'
import { decodeChange } from './change.ts'
import { DecodeError } from './decode-error.ts'
import { decodeServerFrame } from './frames.ts'
import { decodeMessage } from './message.ts'
import { decodeClientFrame, decodeReceipt } from './receipts.ts'

const page = { kind: 'page', sender: 's', path: 'pages/a', query: {} }

function item(message: unknown): object {
  return { id: 'i1', offset: 7, sender: 's', message, placement: 'list', sentAt: 1 }
}

function pathOf(decode: () => unknown): string {
  try {
    decode()
  } catch (error) {
    if (error instanceof DecodeError) return error.path
  }
  return 'nothing was refused'
}

test.each([
  ['a kind of later', { kind: 'hologram', title: 'T', depth: 3 }, { was: 'hologram', title: 'T' }],
  ['a name of Object', { kind: 'constructor', title: 'T' }, { was: 'constructor', title: 'T' }],
  ['__proto__', { kind: '__proto__', title: 'T' }, { was: '__proto__', title: 'T' }],
  ['a known kind that lacks its jump', { kind: 'service', title: 'T', content: 'C' }, { was: 'service', title: 'T' }],
  [
    'a service message to the web',
    { kind: 'service', title: 'T', content: 'C', jump: { kind: 'web', url: 'u' } },
    { was: 'service', title: 'T' },
  ],
  [
    'a query that is no text',
    { kind: 'service', title: 'T', content: 'C', jump: { ...page, query: { a: 1 } } },
    { was: 'service', title: 'T' },
  ],
  ['lines that are no list', { kind: 'template', title: 'T', lines: {} }, { was: 'template', title: 'T' }],
  ['a title that is no text', { kind: 'service', title: 5 }, { was: 'service', title: '' }],
  ['no object', 'hello', { was: '', title: '' }],
  ['nothing', undefined, { was: '', title: '' }],
  ['null', null, { was: '', title: '' }],
])('DL-3: a message of %s is unsupported and still listed', (_, message, expected) => {
  const unsupported = { kind: 'unsupported', ...expected }
  expect(decodeMessage(message)).toEqual(unsupported)
  const change = decodeChange({ type: 'added', offset: 7, item: item(message) }) as Extract<Change, { type: 'added' }>
  expect(change.item).toEqual({ ...item(undefined), message: unsupported })
})

test('DL-4: a change of an unknown type takes its offset', () => {
  for (const type of ['pinned', 'constructor', '__proto__', ''])
    expect(decodeChange({ type, offset: 3, more: {} })).toEqual({ type: 'unsupported', offset: 3, was: type })
})

describe('DL-10: a value that breaks the protocol is refused by its path', () => {
  const batch = (changes: unknown) => ({ type: 'batch', epoch: 'e', from: 0, to: 1, changes })
  const hello = { type: 'hello', protocol: 1, epoch: 'e', base: 0, top: 0, pingMs: 1, serverAt: 0 }
  const resumed = { type: 'resumed', epoch: 'e', recovered: true, base: 0, top: 0, from: 0, to: 0, changes: [] }

  test.each([
    ['', null],
    ['', []],
    ['', 'hello'],
    ['type', {}],
    ['type', { type: { toString: 1 } }],
    ['', { type: 'fireworks' }],
    ['', { type: 'constructor' }],
    ['', { type: '__proto__' }],
    ['protocol', { ...hello, protocol: 2 }],
    ['protocol', { ...hello, protocol: '1' }],
    ['base', { ...resumed, base: -1 }],
    ['base', { ...resumed, base: 0.5 }],
    ['base', { ...resumed, base: 2 ** 53 }],
    ['base', { ...resumed, base: Number.POSITIVE_INFINITY }],
    ['base', { ...resumed, base: '0' }],
    ['top', { ...resumed, top: null }],
    ['changes', batch({})],
    ['changes.1', batch([{ type: 'withdrawn', offset: 1, itemId: 'i' }, 1])],
    ['changes.0.offset', batch([{ type: 'pinned', offset: -1 }])],
    ['changes.0.type', batch([{ offset: 1 }])],
    ['changes.0.item.id', batch([{ type: 'added', offset: 1, item: { ...item(null), id: 5 } }])],
    ['changes.0.itemIds.0', batch([{ type: 'marked', offset: 1, itemIds: [5], kind: 'read' }])],
    ['changes.0.upTo', batch([{ type: 'markedAll', offset: 1, kind: 'read' }])],
    ['changes.0.sender', batch([{ type: 'markedAll', offset: 1, upTo: 1, kind: 'read', sender: null }])],
    ['code', { type: 'bye' }],
  ])('%s', (path, frame) => {
    expect(pathOf(() => decodeServerFrame(frame))).toBe(path)
  })

  test('with a sentence that has the value', () => {
    expect(() => decodeServerFrame({ ...resumed, top: 'x' })).toThrow(
      'Decoding failed: "top" is "x". See docs/delivery-protocol.md.',
    )
  })

  test('in a snapshot, too', () => {
    const snapshot = { epoch: 'e', offset: 0, senders: [], counts: { total: 0, unseen: 0, unread: 0 }, serverAt: 0 }
    expect(pathOf(() => decodeSnapshot(snapshot))).toBe('items')
    expect(pathOf(() => decodeSnapshot({ ...snapshot, items: [{ item: item(null), marks: [1] }] }))).toBe(
      'items.0.marks.0',
    )
  })
})

describe('DL-10: a receipt that breaks the protocol is refused by its path', () => {
  const receipt = { receiptId: 'r', kind: 'read', itemId: 'i', agoMs: 0.25 }
  const all = { receiptId: 'r', kind: 'read', all: { upTo: 5 }, agoMs: 0 }

  test.each([
    ['', null],
    ['receiptId', { ...receipt, receiptId: '' }],
    ['receiptId', { ...receipt, receiptId: 'r'.repeat(65) }],
    ['kind', { ...receipt, kind: 'unread' }],
    ['kind', { ...all, kind: 'opened' }],
    ['itemId', { ...receipt, itemId: undefined }],
    ['agoMs', { ...receipt, agoMs: -1 }],
    ['agoMs', { ...receipt, agoMs: Number.POSITIVE_INFINITY }],
    ['agoMs', { ...receipt, agoMs: Number.NaN }],
    ['all', { ...all, all: null }],
    ['all.upTo', { ...all, all: { upTo: -1 } }],
  ])('%s', (path, value) => {
    expect(pathOf(() => decodeReceipt(value))).toBe(path)
  })

  test('and a client frame of an unknown type by the frame', () => {
    expect(pathOf(() => decodeClientFrame({ type: 'hello' }))).toBe('')
    expect(pathOf(() => decodeClientFrame({ type: 'receipts', deviceId: 'd', receipts: [receipt, {}] }))).toBe(
      'receipts.1.receiptId',
    )
  })
})
