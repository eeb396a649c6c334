import type { Core } from '../../core.ts'
import { expireOf } from '../../delivery/expiry.ts'
import { addItem } from '../../inbox/add-item.ts'
import { draftOf } from '../../inbox/draft.ts'
import type { Draft } from '../../inbox/opened.ts'
import { tellAgain } from '../../inbox-news.ts'
import type { SendOutcome } from '../../platform.ts'
import { remembered } from '../../rulebook/miniapp/harassment.ts'
import type { AddressedRecipient } from '../../rulebook/miniapp/service-attempt.ts'
import type { RegisteredMessage } from '../../storage/app-places.ts'
import { personKeys, personPartition } from '../../storage/person-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { Person } from '../../world.ts'
import { itemIdOf } from '../claim.ts'
import { type Addressee, judgeRecipient, type ServiceSend } from './look.ts'

/** Outcomes by place. */
export type Outcomes = Map<number, SendOutcome>

/** What one person's partition says of a send, before and while it is delivered. */
export interface PersonSide {
  readonly person: Person
  /** Their places in the list: usually one. */
  readonly addressees: readonly Addressee[]
}

/**
 * Decision 10, step 3: one commit for one person. An item that is there already is not added again, so that a send which broke off
 * can be carried on.
 */
export async function deliverTo(
  core: Core,
  send: ServiceSend,
  { side, base, message }: { readonly side: PersonSide; readonly base: string; readonly message: RegisteredMessage },
): Promise<Outcomes> {
  const { expiresAt } = send.request
  const outcomes = await core.transactions.write(personPartition(side.person.id), async (transaction) => {
    await loadSide(
      transaction,
      send,
      side.addressees.map(({ place }) => itemIdOf(base, place)),
    )
    const draft = await draftOf(transaction)
    const settled: Outcomes = new Map()
    for (const addressee of side.addressees) {
      const itemId = itemIdOf(base, addressee.place)
      const outcome =
        (await delivered(transaction, itemId)) ??
        (await deliver(core, send, { draft, addressee: { ...addressee, person: side.person }, itemId, message }))
      settled.set(addressee.place, outcome)
    }
    draft.save()
    return settled
  })
  await toldAgain(core, side, outcomes)
  if (expiresAt !== undefined && expiresAt <= core.clock.now()) await expireOf(core, side.person.id)
  return outcomes
}

/**
 * Who carries on a send of a process that is gone tells again of the items that are there already: that process may have told nobody.
 */
export async function toldAgain(
  core: Core,
  { person: { id: person }, addressees }: PersonSide,
  outcomes: Outcomes,
): Promise<void> {
  if (!core.store.shared) return
  for (const { place } of addressees) {
    const outcome = outcomes.get(place)
    if (!outcome?.accepted || !outcome.repeated) continue
    await tellAgain(core, { person, after: outcome.offset - 1, count: 1 })
  }
}

/** One read for what this send asks of a person. */
export function loadSide(transaction: Transaction, { sender }: ServiceSend, itemIds: readonly string[]): Promise<void> {
  const { head, sender: stateOf, lastUsedAt, offsetOf } = personKeys
  return transaction.load([head, stateOf(sender.id), lastUsedAt(sender.id), ...itemIds.map(offsetOf)])
}

/** The outcome of an item that is in the log, whatever became of it since. */
export async function delivered(transaction: Transaction, itemId: string): Promise<SendOutcome | undefined> {
  const offset = await transaction.get(personKeys.offsetOf(itemId))
  return offset === undefined ? undefined : { accepted: true, itemId, offset, repeated: true, explanation: [] }
}

/** What MA-3 and MA-4 ask about one person. */
export async function recipientOf(
  draft: Draft,
  send: ServiceSend,
  { id, person }: { readonly id: string; readonly person: Person },
): Promise<AddressedRecipient> {
  const { acceptedAt, muted, recent } = await draft.senderAsKept(send.sender.id)
  const off = draft.head.pushOff ? 'main' : muted ? 'sender' : undefined
  const lastUsedAt = await draft.transaction.get(personKeys.lastUsedAt(send.sender.id))
  const { occurrence } = send.request
  const toldAt = occurrence && (await draft.transaction.get(personKeys.told(send.sender.id, occurrence)))
  return {
    id,
    person,
    ...(lastUsedAt !== undefined && { lastUsedAt }),
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(off && { off }),
    ...(recent && { recent }),
    ...(toldAt !== undefined && { toldAt }),
  }
}

async function deliver(
  core: Core,
  send: ServiceSend,
  to: {
    readonly draft: Draft
    readonly addressee: Addressee & { readonly person: Person }
    readonly itemId: string
    readonly message: RegisteredMessage
  },
): Promise<SendOutcome> {
  const { draft, addressee, itemId, message } = to
  const now = core.clock.now()
  const recipient = await recipientOf(draft, send, addressee)
  const { verdict, words: explanation } = judgeRecipient(core, send, { now, recipient })
  if (verdict) return { accepted: false, verdict, explanation }
  const { expiresAt } = send.request
  const offset = await addItem(draft, send.sender, {
    id: itemId,
    message: { kind: 'service', ...message },
    placement: 'list',
    sentAt: now,
    ...(expiresAt !== undefined && { expiresAt }),
  })
  const state = await draft.sender(send.sender.id)
  state.acceptedAt = now
  state.recent = remembered(state.recent ?? [], { ...send.attempt, now })
  const { occurrence } = send.request
  if (occurrence) draft.transaction.put(personKeys.told(send.sender.id, occurrence), now)
  return { accepted: true, itemId, offset, repeated: false, explanation }
}
