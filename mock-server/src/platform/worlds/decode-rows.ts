import { DecodeError, decodeChange } from '@minibell/protocol'
import { duePartition } from '../delivery/expiry.ts'
import { libraryPartition } from '../official-account/proposals/proposal-places.ts'
import { tokenPartition } from '../official-account/tokens/token-places.ts'
import { appPartitions } from '../storage/app-places.ts'
import { governancePartitions } from '../storage/governance-places.ts'
import { partsOf } from '../storage/key.ts'
import { officialPartitions } from '../storage/official-places.ts'
import { personPartitions } from '../storage/person-places.ts'
import { customerRowsOfApp, customerRowsOfPerson } from './decode-customer-rows.ts'
import { fileRowsOf, governanceRows, type Rows } from './decode-governance-rows.ts'
import { libraryRows, officialRows, templateSendRows, tokenRows } from './decode-official-rows.ts'
import { type Decode, type Fields, fieldsOf, listOf } from './fields.ts'
import { WorldError } from './world-error.ts'

/** Throws `WorldError` unless the value is one that the platform could have put under this key of this partition. */
export function checkRow(partition: string, key: string, at: { readonly value: unknown; readonly path: string }): void {
  const [family = '', ...parts] = partsOf(key)
  const [length, decode] = rowsOf(partition)?.get(family) ?? []
  if (length !== parts.length || !decode)
    throw new WorldError({ path: at.path, value: key, expected: 'a key as an export wrote it' })
  decode(at.value, at.path)
}

/** What may be in a partition, by the first part of the key; nothing for a partition that is none of ours. */
export function rowsOf(partition: string): Rows | undefined {
  if (partition === duePartition) return dueRows
  if (partition.startsWith(appPartitions)) return appRows
  if (partition.startsWith(personPartitions)) return personRows
  if (partition.startsWith(governancePartitions)) return governanceRows
  if (partition.startsWith(officialPartitions)) return officialRows
  if (partition === tokenPartition) return tokenRows
  if (partition === libraryPartition) return libraryRows
  return fileRowsOf(partition)
}

/** One entry of a person's log, at its offset. Throws `WorldError`. */
export function checkEntry(value: unknown, path: string, offset: number): void {
  const fields = fieldsOf(value, path)
  fields.optionalText('sender')
  fields.member('change', (change, where) => {
    const decoded = protocol(change, where)
    if (decoded.offset !== offset || decoded.type === 'unsupported')
      throw new WorldError({ path: where, value: change, expected: `a change at offset ${offset}` })
  })
}

/** A whole number of 0 or more. */
export const count: Decode<number> = (value, path) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new WorldError({ path, value, expected: 'a whole number of 0 or more' })
}

const instant: Decode<number> = (value, path) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new WorldError({ path, value, expected: 'ms since 1970' })
}

const yes: Decode<true> = (value, path) => {
  if (value === true) return true
  throw new WorldError({ path, value, expected: 'true' })
}

/** Any text, also an empty one. */
const words: Decode<string> = (value, path) => {
  if (typeof value === 'string') return value
  throw new WorldError({ path, value, expected: 'a text' })
}

const item: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  counts(fields, ['marks'])
  fields.member('item', (inner, where) => {
    const offset = fieldsOf(inner, where).member('offset', count)
    protocol({ type: 'added', offset, item: inner }, where)
  })
}

const gone: Decode<void> = (value, path) => {
  item(value, path)
  fieldsOf(value, path).oneOf('reason', ['withdrawn', 'expired', 'dismissed'])
}

const head: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  counts(fields, ['top', 'last', 'seenUpTo', 'readUpTo', 'texts'])
  if (fields.has('pushOff')) fields.flag('pushOff')
  fields.member('counts', (inner, where) => counts(fieldsOf(inner, where), ['total', 'unseen', 'unread']))
}

const sender: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.flag('muted')
  counts(fields, ['last', 'headSeenUpTo', 'headReadUpTo', 'seenUpTo', 'readUpTo'])
  fields.member('counts', (inner, where) => counts(fieldsOf(inner, where), ['total', 'unseen', 'unread']))
  fields.list('recent', (each, where) => {
    const said = fieldsOf(each, where)
    said.member('at', instant)
    said.member('text', words)
  })
  if (fields.has('acceptedAt')) fields.member('acceptedAt', instant)
  if (fields.has('told'))
    fields.member('told', (told, where) => protocol({ type: 'senderChanged', offset: 1, sender: told }, where))
}

const text: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  for (const name of ['id', 'sender', 'text', 'language']) fields.member(name, words)
  fields.member('sentAt', instant)
}

const message: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  for (const name of ['title', 'content']) fields.member(name, words)
  fields.member('jump', (jump, where) => {
    const inner = fieldsOf(jump, where)
    inner.oneOf('kind', ['page'])
    for (const name of ['sender', 'path']) inner.member(name, words)
    inner.member('query', (query, at) => {
      fieldsOf(query, at)
      // `fieldsOf` has just seen that it is an object.
      for (const each of Object.values(query as object)) words(each, at)
    })
  })
}

const claim: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  for (const name of ['base', 'body']) fields.member(name, words)
  if (fields.has('answer')) fields.member('answer', answer)
}

/** Of a registration, a template send or a service send. */
const answer: Decode<void> = (value, path) => {
  if (typeof value === 'string') return
  const fields = fieldsOf(value, path)
  if (fields.has('itemId')) return acceptance(fields)
  fields.member('messageId', words)
  fields.list('outcomes', (each, where) => {
    const outcome = fieldsOf(each, where)
    outcome.member('recipientId', words)
    outcome.member('outcome', (inner, at) => {
      const one = fieldsOf(inner, at)
      if (one.flag('accepted')) acceptance(one)
      else one.member('verdict', (verdict, there) => verdictFields(fieldsOf(verdict, there)))
    })
  })
}

function acceptance(fields: Fields): void {
  fields.member('itemId', words)
  fields.member('offset', count)
}

function verdictFields(fields: Fields): void {
  for (const name of ['rule', 'source', 'expected', 'received']) fields.member(name, words)
  fields.member('hint', (hint, path) => {
    for (const name of ['en', 'zh']) fieldsOf(hint, path).member(name, words)
  })
}

const rate: Decode<void> = (value, path) => {
  listOf(value, path, (pair, where) => {
    const [at, messages] = listOf(pair, where, (each) => each)
    instant(at, where)
    count(messages, where)
  })
}

const sent: Decode<void> = (value, path) => {
  fieldsOf(value, path).list('persons', (person, where) => {
    if (person !== null) words(person, where)
  })
}

const agreed: Decode<void> = (value, path) => {
  listOf(value, path, (each, where) => {
    const fields = fieldsOf(each, where)
    for (const name of ['name', 'version']) fields.member(name, words)
    fields.member('at', instant)
  })
}

const refused: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  for (const name of ['reason', 'title', 'content']) fields.member(name, words)
  fields.member('at', instant)
}

/** By the first part of the key, with how many follow. */
const personRows: Rows = new Map<string, readonly [number, Decode<unknown>]>([
  ['head', [0, head]],
  ['sender', [1, sender]],
  ['item', [1, item]],
  ['of', [2, count]],
  ['gone', [1, gone]],
  ['id', [1, count]],
  ['due', [2, count]],
  ['text', [1, text]],
  ['textOf', [1, count]],
  ['told', [4, instant]],
  ...customerRowsOfPerson,
])

const appRows: Rows = new Map<string, readonly [number, Decode<unknown>]>([
  ['serial', [0, count]],
  ['rate', [0, rate]],
  ['often', [1, rate]],
  ['message', [1, message]],
  ['claim', [3, claim]],
  ['sent', [1, sent]],
  ['calls', [0, rate]],
  ['agreed', [0, agreed]],
  ['refused', [1, refused]],
  ['known', [1, yes]],
  ...customerRowsOfApp,
  ...templateSendRows,
])

const dueRows: Rows = new Map<string, readonly [number, Decode<unknown>]>([['due', [2, yes]]])

function counts(fields: Fields, names: readonly string[]): void {
  for (const name of names) fields.member(name, count)
}

function protocol(value: unknown, path: string): ReturnType<typeof decodeChange> {
  try {
    // Decoding replaces parts in place, and what a store gives is frozen.
    return decodeChange(JSON.parse(JSON.stringify(value)))
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    throw new WorldError({ path, value, expected: `what docs/delivery-protocol.md says (${error.path})` })
  }
}
