import type { Transaction } from '../storage/transaction.ts'
import { worldKeys } from '../storage/world-places.ts'
import type { Person, PersonId, SenderId, SenderRecord } from '../world.ts'

/** Throws `RangeError` for an id that nobody has. */
export async function requirePerson(transaction: Transaction, id: PersonId): Promise<Person> {
  const person = await transaction.get(worldKeys.person(id))
  if (!person) throw new RangeError(`Failed to find the person "${id}": no such id. Put the person first.`)
  return person
}

/** Throws `RangeError` for an id that nobody has. */
export async function requireSender(transaction: Transaction, id: SenderId): Promise<SenderRecord> {
  const row = await transaction.get(worldKeys.sender(id))
  if (!row) throw new RangeError(`Failed to find the sender "${id}": no such id. Put the sender first.`)
  return row.record
}
