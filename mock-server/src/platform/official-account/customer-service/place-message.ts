import type { CustomerMessage } from '@minibell/protocol'
import type { Core } from '../../core.ts'
import { addItem } from '../../inbox/add-item.ts'
import { draftOf } from '../../inbox/draft.ts'
import { itemIdOf, newBase } from '../../sends/claim.ts'
import { appKeys, appPartition } from '../../storage/app-places.ts'
import { personPartition } from '../../storage/person-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { SenderRow } from '../../storage/world-places.ts'
import type { Person } from '../../world.ts'

/** Gives the item its id, in the sender's own partition, unless `before` says no; what that puts commits with it. */
export function reserveItem<Refused>(
  core: Core,
  item: {
    readonly sender: SenderRow
    readonly person: Person
    before?(transaction: Transaction): Promise<Refused | undefined>
  },
): Promise<{ readonly itemId: string } | { readonly refused: Refused }> {
  const { sender, person, before } = item
  return core.transactions.write(appPartition(sender.record.id), async (transaction) => {
    const refused = await before?.(transaction)
    if (refused !== undefined) return { refused }
    const base = await newBase(transaction, core, sender.number)
    transaction.put(appKeys.sent(base), { persons: [person.id] })
    transaction.put(appKeys.knownTo(person.id), true)
    return { itemId: itemIdOf(base, 0) }
  })
}

/** Puts the message on top of the person's log, unless `before` says no; answers the offset. */
export function placeMessage<Refused>(
  core: Core,
  item: {
    readonly id: string
    readonly sender: SenderRow
    readonly person: Person
    readonly message: CustomerMessage
    before(transaction: Transaction): Promise<Refused | undefined>
  },
): Promise<{ readonly offset: number } | { readonly refused: Refused }> {
  return core.transactions.write(personPartition(item.person.id), async (transaction) => {
    const refused = await item.before(transaction)
    if (refused !== undefined) return { refused }
    const draft = await draftOf(transaction)
    const offset = await addItem(draft, item.sender.record, {
      id: item.id,
      message: item.message,
      placement: 'list',
      sentAt: core.clock.now(),
    })
    draft.save()
    return { offset }
  })
}
