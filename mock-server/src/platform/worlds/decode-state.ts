import { duePartition } from '../delivery/expiry.ts'
import { appPartitions } from '../storage/app-places.ts'
import { personPartitions } from '../storage/person-places.ts'
import type { PartitionDump, StoreDump } from '../store.ts'
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
  if (typeof sender === 'string' && whole(number) && number > 0) return [sender, number]
  throw new WorldError({ path, value, expected: 'a pair of a sender id and its number' })
}

const decodePartition: Decode<PartitionDump> = (value, path) => {
  const fields = fieldsOf(value, path)
  const partition = fields.text('partition', { max: 256 })
  if (!partition.startsWith(appPartitions) && !partition.startsWith(personPartitions) && partition !== duePartition)
    throw new WorldError({ path: `${path}.partition`, value: partition, expected: 'a partition of inboxes or sends' })
  const dump = {
    partition,
    values: fields.list('values', decodeValue),
    base: fields.member('base', decodeCount),
    entries: fields.list('entries', (entry) => entry),
  }
  if (partition.startsWith(personPartitions)) checkLog(dump, path)
  return dump
}

const decodeValue: Decode<readonly [string, unknown]> = (value, path) => {
  const [key, stored, ...others] = listOf(value, path, (member) => member)
  if (typeof key === 'string' && stored !== undefined && others.length === 0) return [key, stored]
  throw new WorldError({ path, value, expected: 'a pair of a key and its value' })
}

const decodeCount: Decode<number> = (value, path) => {
  if (whole(value)) return value
  throw new WorldError({ path, value, expected: 'a whole number of 0 or more' })
}

/** The head knows the log's top, and each entry stands at its own offset. */
function checkLog({ values, base, entries }: PartitionDump, path: string): void {
  const head = values.find(([key]) => key === 'head')?.[1]
  const top = head === undefined ? 0 : fieldsOf(head, `${path}.head`).member('top', decodeCount)
  if (top !== base + entries.length)
    throw new WorldError({
      path: `${path}.entries`,
      value: entries,
      expected: `${top - base} entries, as the head says`,
    })
  entries.forEach((entry, index) => {
    const at = `${path}.entries[${index}]`
    const offset = fieldsOf(entry, at).member('change', (change, where) =>
      fieldsOf(change, where).member('offset', decodeCount),
    )
    if (offset !== base + index + 1)
      throw new WorldError({ path: `${at}.change.offset`, value: offset, expected: String(base + index + 1) })
  })
}

function whole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
