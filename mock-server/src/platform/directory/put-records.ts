import type { Core } from '../core.ts'
import type { Transaction } from '../storage/transaction.ts'
import { worldKeys, worldPartition } from '../storage/world-places.ts'
import type { Person, SenderRecord, Template } from '../world.ts'
import { WorldError } from '../worlds/world-error.ts'
import { requireSender } from './required.ts'

/** Gives a new sender its number and moves the index of wire ids. Throws `WorldError` when another has its wire id. */
export function putSender(core: Core, record: SenderRecord): Promise<void> {
  return core.transactions.write(worldPartition, async (transaction) => {
    const { platform, wireId } = record
    const owner = await transaction.get(worldKeys.senderByWireId(platform, wireId))
    if (owner !== undefined && owner !== record.id)
      throw new WorldError({ path: 'wireId', value: wireId, expected: `one that no other sender of ${platform} has` })
    const old = await transaction.get(worldKeys.sender(record.id))
    if (old) transaction.put(worldKeys.senderByWireId(old.record.platform, old.record.wireId), undefined)
    const number = old?.number ?? (await nextNumber(transaction))
    transaction.put(worldKeys.sender(record.id), { record, number })
    transaction.put(worldKeys.senderByNumber(number.toString(36)), record.id)
    transaction.put(worldKeys.senderByWireId(platform, wireId), record.id)
  })
}

async function nextNumber(transaction: Transaction): Promise<number> {
  const meta = await transaction.get(worldKeys.meta)
  if (!meta) throw new Error('Failed to number a sender: the store holds no world. Import one.')
  const lastNumber = meta.lastNumber + 1
  transaction.put(worldKeys.meta, { ...meta, lastNumber })
  return lastNumber
}

/** Throws `WorldError` when another person has one of the recipient ids. */
export function putPerson(core: Core, person: Person): Promise<void> {
  return core.transactions.write(worldPartition, async (transaction) => {
    const old = await transaction.get(worldKeys.person(person.id))
    for (const { account, id } of old?.recipientIds ?? [])
      transaction.put(worldKeys.personByRecipientId(account, id), undefined)
    for (const [index, { account, id }] of person.recipientIds.entries()) {
      const owner = await transaction.get(worldKeys.personByRecipientId(account, id))
      if (owner !== undefined && owner !== person.id)
        throw new WorldError({
          path: `recipientIds[${index}].id`,
          value: id,
          expected: `one that nobody else has under ${account}`,
        })
      transaction.put(worldKeys.personByRecipientId(account, id), person.id)
    }
    transaction.put(worldKeys.person(person.id), person)
  })
}

/** Throws `RangeError` when there is no such sender. */
export function putTemplate(core: Core, template: Template): Promise<void> {
  return core.transactions.write(worldPartition, async (transaction) => {
    await requireSender(transaction, template.sender)
    transaction.put(worldKeys.template(template.code), template)
  })
}
