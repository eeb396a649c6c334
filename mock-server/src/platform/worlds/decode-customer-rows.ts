import { customerRuleSets, scenes } from '../rulebook/customer-service/rule-sets.ts'
import { decodeMedia } from './decode-official.ts'
import { type Decode, type Fields, fieldsOf } from './fields.ts'
import { WorldError } from './world-error.ts'

type Rows = readonly (readonly [string, readonly [number, Decode<unknown>]])[]

const whole: Decode<number> = (value, path) => {
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

const words: Decode<string> = (value, path) => {
  if (typeof value === 'string') return value
  throw new WorldError({ path, value, expected: 'a text' })
}

function instants(fields: Fields, names: readonly string[]): void {
  for (const name of names) if (fields.has(name)) fields.member(name, instant)
}

const state: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  instants(fields, ['activeAt', 'typingUntil'])
  fields.list('windows', (each, where) => {
    const window = fieldsOf(each, where)
    window.oneOf('scene', scenes)
    window.oneOf(
      'rules',
      customerRuleSets.map(({ name }) => name),
    )
    for (const name of ['openedAt', 'until']) window.member(name, instant)
    if (window.has('left')) window.member('left', whole)
  })
  fields.list('sent', (each, where) => {
    const sent = fieldsOf(each, where)
    sent.member('at', instant)
    sent.member('text', words)
  })
  if (fields.has('lastAction'))
    fields.member('lastAction', (action, where) => {
      const inner = fieldsOf(action, where)
      inner.oneOf('scene', scenes)
      inner.member('at', instant)
    })
}

const day: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.text('day')
  fields.member('sends', whole)
}

const kf: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.member('last', whole)
  fields.list('accounts', (each, where) => {
    const one = fieldsOf(each, where)
    for (const name of ['account', 'nickname']) one.text(name, { max: 128 })
    one.member('id', whole)
  })
}

const media: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  fields.member('media', decodeMedia)
  fields.member('until', instant)
}

/** CS: rows in a person's partition, by the first part of the key, with how many follow. */
export const customerRowsOfPerson: Rows = [['customer', [1, state]]]

/** CS: rows in the partition of an account's sends. */
export const customerRowsOfApp: Rows = [['customerDay', [0, day]]]

/** CS: rows in an account's partition. */
export const customerRowsOfAccount: Rows = [
  ['kf', [0, kf]],
  ['customerTold', [0, yes]],
  ['media', [1, media]],
]
