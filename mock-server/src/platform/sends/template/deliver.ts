import type { Core } from '../../core.ts'
import { addItem } from '../../inbox/add-item.ts'
import { draftOf } from '../../inbox/draft.ts'
import { personKeys, personPartition } from '../../storage/person-places.ts'
import type { Person, Template } from '../../world.ts'
import { delivered } from '../service/deliver.ts'
import type { TemplateSend } from './look.ts'
import { redirectOf, templateMessage, wordingFor } from './wording.ts'

/** Where an item of a template send went; `repeated`: it was there already. */
export interface Placed {
  readonly offset: number
  readonly repeated: boolean
}

interface Delivery {
  readonly itemId: string
  readonly person: Person
  readonly template: Template
}

/** OA-3: the channel decides the place. INBOX: a row on all surfaces; PUSH: a bubble; SMS: a text, in no inbox. */
export function deliverTemplate(core: Core, send: TemplateSend, delivery: Delivery): Promise<Placed> {
  return delivery.template.channel === 'SMS' ? deliverText(core, send, delivery) : deliverItem(core, send, delivery)
}

function deliverItem(core: Core, send: TemplateSend, { itemId, person, template }: Delivery): Promise<Placed> {
  return core.transactions.write(personPartition(person.id), async (transaction) => {
    const before = await delivered(transaction, itemId)
    if (before?.accepted) return { offset: before.offset, repeated: true }
    const draft = await draftOf(transaction)
    const wording = wordingFor(send, template)
    const offset = await addItem(draft, send.sender, {
      id: itemId,
      message: templateMessage(wording, redirectOf(send.sender, send.request.redirectUrl)),
      placement: template.channel === 'PUSH' ? 'bubble' : 'list',
      sentAt: core.clock.now(),
      language: wording.language,
    })
    draft.save()
    return { offset, repeated: false }
  })
}

async function deliverText(core: Core, send: TemplateSend, { itemId, person, template }: Delivery): Promise<Placed> {
  const { content: text, language } = wordingFor(send, template)
  const repeated = await core.transactions.write(personPartition(person.id), async (transaction) => {
    if ((await transaction.get(personKeys.textOf(itemId))) !== undefined) return true
    const draft = await draftOf(transaction)
    draft.head.texts += 1
    draft.touch()
    const row = { id: itemId, sender: send.sender.id, text, language, sentAt: core.clock.now() }
    transaction.put(personKeys.text(draft.head.texts), row)
    transaction.put(personKeys.textOf(itemId), draft.head.texts)
    draft.save()
    return false
  })
  if (!repeated) {
    const summary = `A text from ${send.sender.name} to ${person.name}: ${text}`
    core.journal.write({ kind: 'text', summary, person: person.id, sender: send.sender.id })
  }
  return { offset: 0, repeated }
}
