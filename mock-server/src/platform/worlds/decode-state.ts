import type { PartitionDump, StoreDump } from '../store.ts'
import { checkEntry, checkRow, count, rowsOf } from './decode-rows.ts'
import { type Decode, fieldsOf, listOf } from './fields.ts'
import { WorldError } from './world-error.ts'

/** The part of an export that a seed lacks: inboxes, and what was sent. */
export interface WorldState {
  /** Of the logs, when they were exported. */
  readonly epoch: string
  /** Sender ids by the number that is part of their items' ids. */
  readonly numbers: readonly (readonly [sender: string, number: number])[]
  readonly partitions: StoreDump
}

/** Throws `WorldError` for anything that an export would not have written. */
export function decodeState(value: unknown, path: string): WorldState {
  const fields = fieldsOf(value, path)
  const epoch = fields.text('epoch', { max: 32 })
  if (!/^[0-9a-z]{13,}$/.test(epoch))
    throw new WorldError({ path: `${path}.epoch`, value: epoch, expected: 'an epoch as an export wrote it' })
  return {
    epoch,
    numbers: fields.list('numbers', decodeNumber),
    partitions: fields.list('partitions', decodePartition),
  }
}

const decodeNumber: Decode<readonly [string, number]> = (value, path) => {
  const [sender, number] = listOf(value, path, (member) => member)
  if (typeof sender === 'string' && typeof number === 'number' && Number.isSafeInteger(number) && number > 0)
    return [sender, number]
  throw new WorldError({ path, value, expected: 'a pair of a sender id and its number' })
}

const decodePartition: Decode<PartitionDump> = (value, path) => {
  const fields = fieldsOf(value, path)
  const partition = fields.text('partition', { max: 512 })
  if (!rowsOf(partition))
    throw new WorldError({ path: `${path}.partition`, value: partition, expected: 'a partition of inboxes or sends' })
  const dump = {
    partition,
    values: fields.list('values', decodeValue(partition)),
    base: fields.member('base', count),
    entries: fields.list('entries', (entry) => entry),
  }
  checkLog(dump, path)
  return dump
}

function decodeValue(partition: string): Decode<readonly [string, unknown]> {
  return (pair, path) => {
    const [key, value, ...others] = listOf(pair, path, (member) => member)
    if (typeof key !== 'string' || value === undefined || others.length > 0)
      throw new WorldError({ path, value: pair, expected: 'a pair of a key and its value' })
    checkRow(partition, key, { value, path: `${path}[1]` })
    return [key, value]
  }
}

/** The head knows the log's top, and each entry stands at its own offset. Only persons have logs. */
function checkLog({ values, base, entries }: PartitionDump, path: string): void {
  const head = values.find(([key]) => key === 'head')?.[1]
  const top = head === undefined ? 0 : fieldsOf(head, `${path}.head`).member('top', count)
  if (top !== base + entries.length)
    throw new WorldError({
      path: `${path}.entries`,
      value: entries,
      expected: `${top - base} entries, as the head says`,
    })
  entries.forEach((entry, index) => {
    checkEntry(entry, `${path}.entries[${index}]`, base + index + 1)
  })
}
