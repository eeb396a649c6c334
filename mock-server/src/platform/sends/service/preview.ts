import type { Core } from '../../core.ts'
import { draftOf } from '../../inbox/draft.ts'
import type { SendOutcome } from '../../platform.ts'
import { remembered } from '../../rulebook/miniapp/harassment.ts'
import { personPartition } from '../../storage/person-places.ts'
import { itemIdOf } from '../claim.ts'
import { delivered, loadSide, type Outcomes, type PersonSide, recipientOf } from './deliver.ts'
import { type Addressee, judgeRecipient, type ServiceSend } from './look.ts'

/** How a send would go, place by place: items that would be new have the offset 0. Nothing is written. */
export interface Preview {
  readonly outcomes: Outcomes
  readonly sides: readonly PersonSide[]
}

export async function preview(core: Core, send: ServiceSend): Promise<Preview> {
  const outcomes: Outcomes = new Map()
  const sides = sidesOf(send.addressees)
  for (const addressee of send.addressees)
    if (!addressee.person) outcomes.set(addressee.place, nobody(core, send, addressee))
  for (const side of sides) await previewSide(core, send, { side, outcomes })
  return { outcomes, sides }
}

/** A person who is addressed twice is one side with two places. */
function sidesOf(addressees: readonly Addressee[]): readonly PersonSide[] {
  const sides = new Map<string, PersonSide>()
  for (const addressee of addressees) {
    const { person } = addressee
    if (!person) continue
    const others = sides.get(person.id)?.addressees ?? []
    sides.set(person.id, { person, addressees: [...others, addressee] })
  }
  return [...sides.values()]
}

function nobody(core: Core, send: ServiceSend, { id, place }: Addressee): SendOutcome {
  const { verdict, words: explanation } = judgeRecipient(core, send, { now: send.attempt.now, recipient: { id } })
  return verdict ? { accepted: false, verdict, explanation } : wouldAccept(place, explanation)
}

function previewSide(
  core: Core,
  send: ServiceSend,
  { side, outcomes }: { readonly side: PersonSide; readonly outcomes: Outcomes },
): Promise<void> {
  const { now } = send.attempt
  return core.transactions.read(personPartition(side.person.id), async (transaction) => {
    await loadSide(transaction, send, [])
    const draft = await draftOf(transaction)
    const state = await draft.senderAsKept(send.sender.id)
    for (const { id, place } of side.addressees) {
      const before = send.held && (await delivered(transaction, itemIdOf(send.held.base, place)))
      const recipient = await recipientOf(draft, send, { id, person: side.person })
      const { verdict, words: explanation } = judgeRecipient(core, send, { now, recipient })
      outcomes.set(
        place,
        before ?? (verdict ? { accepted: false, verdict, explanation } : wouldAccept(place, explanation)),
      )
      // The second place of the same person is judged as if the first were sent.
      if (before || verdict) continue
      state.acceptedAt = now
      state.recent = remembered(state.recent ?? [], send.attempt)
    }
  })
}

function wouldAccept(place: number, explanation: SendOutcome['explanation']): SendOutcome {
  return { accepted: true, itemId: String(place), offset: 0, repeated: false, explanation }
}
