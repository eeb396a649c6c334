import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../change.ts'
import type { Changes, ClientFrame, RefusedReceipt, ServerFrame } from '../frames.ts'
import type { DeliveryProblem, ReceiptsAnswer, Snapshot } from '../http.ts'
import type { InboxItem, Sender } from '../item.ts'
import type { PageJump, WebJump } from '../jump.ts'
import type { Message } from '../message.ts'
import type { Receipt } from '../receipt.ts'
import { decodeChanges, decodeDeliveryProblem, decodeReceiptsAnswer, decodeSnapshot } from './answers.ts'
import { decodeChange } from './change.ts'
import { DecodeError } from './decode-error.ts'
import { decodeServerFrame } from './frames.ts'
import { decodeMessage } from './message.ts'
import { decodeClientFrame, decodeReceipt } from './receipts.ts'

const text = fc.string({ unit: 'binary' })
const whole = fc.maxSafeNat()
const ago = fc.oneof(
  fc.nat(),
  fc.double({ min: 0, noDefaultInfinity: true, noNaN: true }).map((ms) => ms + 0),
)
const record = fc.record

const page: fc.Arbitrary<PageJump> = record({
  kind: fc.constant('page'),
  sender: text,
  path: text,
  query: fc.dictionary(fc.oneof(text, fc.constant('__proto__')), text),
})
const web: fc.Arbitrary<WebJump> = record({ kind: fc.constant('web'), url: text })
const jump = fc.oneof(page, web)
const message: fc.Arbitrary<Message> = fc.oneof(
  record({ kind: fc.constant('service' as const), title: text, content: text, jump: page }),
  record(
    {
      kind: fc.constant('template' as const),
      title: text,
      lines: fc.array(record({ keyword: text, text }, { requiredKeys: ['text'] })),
      jump,
    },
    { requiredKeys: ['kind', 'title', 'lines'] },
  ),
  record(
    {
      kind: fc.constant('customer' as const),
      type: text,
      title: text,
      text,
      picture: record({ url: text, width: whole, height: whole }),
      jump,
    },
    { requiredKeys: ['kind', 'type', 'text'] },
  ),
  record({ kind: fc.constant('unsupported' as const), was: text, title: text }),
)
const item: fc.Arbitrary<InboxItem> = record(
  {
    id: text,
    offset: whole,
    sender: text,
    message,
    placement: fc.constantFrom('list', 'bubble'),
    sentAt: whole,
    expiresAt: whole,
    language: text,
  },
  { requiredKeys: ['id', 'offset', 'sender', 'message', 'placement', 'sentAt'] },
)
const sender: fc.Arbitrary<Sender> = record(
  { id: text, name: text, icon: text, status: fc.constantFrom('available', 'removed'), muted: fc.boolean() },
  { requiredKeys: ['id', 'name', 'status', 'muted'] },
)
const change: fc.Arbitrary<Change> = fc.oneof(
  record({ type: fc.constant('added' as const), offset: whole, item }),
  record({ type: fc.constantFrom('withdrawn' as const, 'expired' as const), offset: whole, itemId: text }),
  record({
    type: fc.constant('marked' as const),
    offset: whole,
    itemIds: fc.array(text),
    kind: fc.constantFrom('seen', 'read', 'opened', 'dismissed'),
  }),
  record(
    {
      type: fc.constant('markedAll' as const),
      offset: whole,
      kind: fc.constantFrom('seen' as const, 'read' as const),
      upTo: whole,
      sender: text,
    },
    { requiredKeys: ['type', 'offset', 'kind', 'upTo'] },
  ),
  record({ type: fc.constant('senderChanged' as const), offset: whole, sender }),
  record({ type: fc.constant('unsupported' as const), offset: whole, was: text }),
)
const changes: fc.Arbitrary<Changes> = record({
  epoch: text,
  recovered: fc.boolean(),
  base: whole,
  top: whole,
  from: whole,
  to: whole,
  changes: fc.array(change),
})
const refusedReceipt: fc.Arbitrary<RefusedReceipt> = record({
  receiptId: text,
  code: fc.constantFrom('unknown-item', 'malformed'),
})
const receiptsAnswer: fc.Arbitrary<ReceiptsAnswer> = record({
  accepted: fc.array(text),
  refused: fc.array(refusedReceipt),
})
const snapshot: fc.Arbitrary<Snapshot> = record(
  {
    epoch: text,
    offset: whole,
    items: fc.array(
      record({ item, marks: fc.subarray(['delivered', 'seen', 'read', 'opened', 'dismissed'] as const) }),
    ),
    senders: fc.array(sender),
    counts: record({ total: whole, unseen: whole, unread: whole }),
    cursor: text,
    serverAt: whole,
  },
  { requiredKeys: ['epoch', 'offset', 'items', 'senders', 'counts', 'serverAt'] },
)
const problem: fc.Arbitrary<DeliveryProblem> = record({
  error: record({ code: text, message: text, retryAfterMs: whole }, { requiredKeys: ['code', 'message'] }),
})
const serverFrame: fc.Arbitrary<ServerFrame> = fc.oneof(
  record({
    type: fc.constant('hello' as const),
    protocol: fc.constant(1 as const),
    epoch: text,
    base: whole,
    top: whole,
    pingMs: whole,
    serverAt: whole,
  }),
  changes.map((body) => ({ type: 'resumed' as const, ...body })),
  record({ type: fc.constant('batch' as const), epoch: text, from: whole, to: whole, changes: fc.array(change) }),
  record({ type: fc.constant('clock' as const), serverAt: whole }),
  fc.constant({ type: 'pong' as const }),
  receiptsAnswer.map((body) => ({ type: 'receipted' as const, ...body })),
  record(
    {
      type: fc.constant('bye' as const),
      code: fc.constantFrom('unauthorized', 'expired', 'malformed', 'flood', 'lagging', 'closing'),
      retryAfterMs: whole,
    },
    { requiredKeys: ['type', 'code'] },
  ),
)
const receiptId = fc.string({ minLength: 1, maxLength: 64 })
const receipt: fc.Arbitrary<Receipt> = fc.oneof(
  record({
    receiptId,
    kind: fc.constantFrom(
      'delivered' as const,
      'seen' as const,
      'read' as const,
      'opened' as const,
      'dismissed' as const,
    ),
    itemId: text,
    agoMs: ago,
  }),
  record({
    receiptId,
    kind: fc.constantFrom('seen' as const, 'read' as const),
    all: record({ upTo: whole, sender: text }, { requiredKeys: ['upTo'] }),
    agoMs: ago,
  }),
)
const clientFrame: fc.Arbitrary<ClientFrame> = fc.oneof(
  record({ type: fc.constant('auth' as const), token: text }),
  record({ type: fc.constant('resume' as const), epoch: text, offset: whole, deviceId: text }),
  record({ type: fc.constant('receipts' as const), deviceId: text, receipts: fc.array(receipt) }),
  fc.constant({ type: 'ping' as const }),
)

interface Door {
  readonly name: string
  readonly decode: (value: unknown) => unknown
  readonly valid: fc.Arbitrary<unknown>
}

const doors: readonly Door[] = [
  { name: 'a server frame', decode: decodeServerFrame, valid: serverFrame },
  { name: 'a client frame', decode: decodeClientFrame, valid: clientFrame },
  { name: 'a change', decode: decodeChange, valid: change },
  { name: 'changes', decode: decodeChanges, valid: changes },
  { name: 'a snapshot', decode: decodeSnapshot, valid: snapshot },
  { name: 'an answer to receipts', decode: decodeReceiptsAnswer, valid: receiptsAnswer },
  { name: 'a receipt', decode: decodeReceipt, valid: receipt },
  { name: 'a problem', decode: decodeDeliveryProblem, valid: problem },
  { name: 'a message', decode: decodeMessage, valid: message },
]

describe.each(doors)('DL-10: $name', ({ decode, valid }) => {
  test('comes back from JSON as it was', () => {
    fc.assert(
      fc.property(valid, (value) => {
        expect(decode(overTheWire(value))).toEqual(plain(value))
      }),
    )
  })

  test('tolerates fields that are not known', () => {
    fc.assert(
      fc.property(
        valid,
        fc.dictionary(
          fc.string().map((name) => `x-${name}`),
          fc.jsonValue(),
        ),
        (value, more) => {
          expect(decode({ ...(overTheWire(value) as object), ...more })).toMatchObject(plain(value) as object)
        },
      ),
    )
  })

  test('of any JSON is decoded or refused with DecodeError', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => decodesOrRefuses(decode, value)),
      { numRuns: 500 },
    )
  })

  test('with one place broken is decoded or refused with DecodeError', () => {
    fc.assert(
      fc.property(valid, fc.nat(), fc.jsonValue(), (value, place, other) =>
        decodesOrRefuses(decode, broken(overTheWire(value), place, other)),
      ),
      { numRuns: 500 },
    )
  })
})

function decodesOrRefuses(decode: (value: unknown) => unknown, value: unknown): void {
  try {
    decode(value)
  } catch (error) {
    expect(error).toBeInstanceOf(DecodeError)
    expect((error as DecodeError).message).toContain((error as DecodeError).path)
  }
}

function overTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** fast-check's objects may have no prototype. */
function plain(value: unknown): unknown {
  return overTheWire(value)
}

/** A copy with the value at one of its places, counted through, replaced. */
function broken(value: unknown, place: number, other: unknown): unknown {
  const total = count(value)
  let at = place % total
  return JSON.parse(JSON.stringify(value), (_, each: unknown) => (at-- === 0 ? other : each))
}

function count(value: unknown): number {
  let total = 0
  JSON.parse(JSON.stringify(value), (_, each: unknown) => {
    total += 1
    return each
  })
  return total
}
