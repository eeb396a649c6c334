import { filePartitions, jobPartitions, runningPartition } from '../storage/file-places.ts'
import { type Decode, type Fields, fieldsOf, listOf } from './fields.ts'
import { WorldError } from './world-error.ts'

/** By the first part of the key, with how many follow. */
export type Rows = ReadonlyMap<string, readonly [length: number, decode: Decode<unknown>]>

const number: Decode<number> = (value, path) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new WorldError({ path, value, expected: 'a number' })
}

const whole: Decode<number> = (value, path) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new WorldError({ path, value, expected: 'a whole number of 0 or more' })
}

const words: Decode<string> = (value, path) => {
  if (typeof value === 'string') return value
  throw new WorldError({ path, value, expected: 'a text' })
}

const has = (fields: Fields, decode: Decode<unknown>, names: readonly string[]): void => {
  for (const name of names) fields.member(name, decode)
}

const head: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  has(fields, whole, ['violations', 'letters', ...['read', 'steps'].filter((name) => fields.has(name))])
}

const violation: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  has(fields, whole, ['id'])
  has(fields, number, ['at', 'weight'])
  has(fields, words, ['kind'])
  fields.oneOf('source', ['operator', 'report', 'rule'])
}

const letter: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  has(fields, whole, ['id'])
  has(fields, number, ['at'])
  has(fields, words, ['about'])
  fields.member('text', (text, where) => has(fieldsOf(text, where), words, ['en', 'zh']))
}

const step: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  has(fields, number, ['at'])
  has(fields, words, ['about'])
}

const file: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  has(fields, words, ['sender'])
  has(fields, whole, ['recipients'])
  has(fields, number, ['at'])
}

const job: Decode<void> = (value, path) => {
  const fields = fieldsOf(value, path)
  has(fields, words, ['sender', 'fileId', 'messageId'])
  has(fields, whole, ['total', 'done', 'perSecond'])
  has(fields, number, ['startedAt'])
  fields.oneOf('state', ['running', 'finished', 'stopped'])
  fields.member('byCode', (counts, where) => fieldsOf(counts, where))
}

const ids: Decode<void> = (value, path) => {
  listOf(value, path, words)
}

const results: Decode<void> = (value, path) => {
  listOf(value, path, (line, where) => {
    const [id, code, itemId] = listOf(line, where, (each) => each)
    words(id, where)
    number(code, where)
    words(itemId, where)
  })
}

/** Ledgers and letters (MA-19). */
export const governanceRows: Rows = new Map<string, readonly [number, Decode<unknown>]>([
  ['numbers', [0, head]],
  ['violation', [1, violation]],
  ['letter', [1, letter]],
  ['step', [1, step]],
  ['report', [2, whole]],
])

const fileRows: Rows = new Map<string, readonly [number, Decode<unknown>]>([
  ['file', [0, file]],
  ['chunk', [1, ids]],
])

const jobRows: Rows = new Map<string, readonly [number, Decode<unknown>]>([
  ['job', [0, job]],
  ['results', [1, results]],
])

const runningRows: Rows = new Map<string, readonly [number, Decode<unknown>]>([['running', [1, words]]])

/** Recipients' files and their sends (MA-5); nothing for another partition. */
export function fileRowsOf(partition: string): Rows | undefined {
  if (partition === runningPartition) return runningRows
  if (partition.startsWith(filePartitions)) return fileRows
  return partition.startsWith(jobPartitions) ? jobRows : undefined
}
