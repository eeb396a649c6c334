import { customerRowsOfAccount } from './decode-customer-rows.ts'
import type { Rows } from './decode-governance-rows.ts'
import { decodeLibraryEntry } from './decode-official.ts'
import { type Decode, fieldsOf, listOf } from './fields.ts'
import { WorldError } from './world-error.ts'

const whole: Decode<number> = (value, path) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new WorldError({ path, value, expected: 'a whole number of 0 or more' })
}

const instant: Decode<number> = (value, path) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new WorldError({ path, value, expected: 'ms since 1970' })
}

const token: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.text('sender')
  fields.oneOf('of', ['token', 'stable'])
  fields.member('expiresAt', instant)
  if (fields.has('supersededAt')) fields.member('supersededAt', instant)
}

const asked: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.text('day')
  for (const name of ['plain', 'stable', 'forced']) fields.member(name, whole)
  if (fields.has('forcedAt')) fields.member('forcedAt', instant)
  fields.member('last', (last, where) => {
    const ways = fieldsOf(last, where)
    for (const way of ['token', 'stable']) ways.optionalText(way, { max: 512 })
  })
}

/** Access tokens of all accounts, by the first part of the key, with how many follow. */
export const tokenRows: Rows = new Map<string, readonly [number, Decode<unknown>]>([
  ['token', [1, token]],
  ['asked', [1, asked]],
])

const proposal: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.text('sender')
  for (const name of ['id', 'industry']) fields.member(name, whole)
  fields.member('at', instant)
  for (const name of ['title', 'content', 'example', 'class', 'kind']) fields.member(name, anyText)
  fields.oneOf('state', ['in-review', 'approved', 'refused'])
  fields.oneOf('automatic', ['passed', 'refused'])
  fields.list('explanation', (word, where) => fieldsOf(word, where).text('rule'))
  if (fields.has('decided')) fields.member('decided', (each, where) => fieldsOf(each, where).member('at', instant))
}

const anyText: Decode<string> = (value, path) => {
  if (typeof value === 'string') return value
  throw new WorldError({ path, value, expected: 'a text' })
}

/** Proposals, and the entries that came of them. */
export const libraryRows: Rows = new Map<string, readonly [number, Decode<unknown>]>([
  ['last', [0, whole]],
  ['proposal', [1, proposal]],
  ['entry', [1, decodeLibraryEntry]],
])

const day: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.text('day')
  fields.member('sends', whole)
}

const resets: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.text('month')
  fields.member('calls', whole)
}

const told: Decode<void> = (value, path) => {
  listOf(value, path, (each, where) => {
    const fields = fieldsOf(each, where)
    fields.member('at', instant)
    fields.member('subject', anyText)
  })
}

const once: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.member('at', instant)
  for (const name of ['msgId', 'base']) fields.text(name)
  fields.optionalText('status')
}

const item: Decode<void> = (value, path) => {
  for (const name of ['templateId', 'openid']) fieldsOf(value, path).member(name, anyText)
}

const exempt: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.member('at', instant)
  for (const name of ['openid', 'templateId', 'msgId', 'circumstance']) fields.member(name, anyText)
}

const circumstance: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.member('text', anyText)
  fields.member('untilAt', instant)
}

/** Of an account's sends, in the partition of all that it sent. */
export const templateSendRows: Rows = new Map<string, readonly [number, Decode<unknown>]>([
  ['templateLast', [0, whole]],
  ['templateDay', [0, day]],
  ['quotaResets', [0, resets]],
  ['templateTold', [2, told]],
  ['templateOnce', [2, once]],
  ['templateItem', [1, item]],
  ['subscribed', [2, whole]],
  ['templateExempt', [1, exempt]],
  ['templateCircumstance', [1, circumstance]],
])

/** What `state` may hold of an official account. */
export const officialRows: Rows = new Map(customerRowsOfAccount)
