import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { choice, menu } from '../../parts/choice.ts'
import type { Facts } from '../../parts/facts.ts'
import type { Draft } from './draft.ts'
import { fieldsOf } from './kind-fields.ts'
import { recipientId } from './written.ts'

/** Sender, recipients, and what the sender's platform asks a message to be made of. */
export function composeForm(
  desk: Desk,
  { draft, facts }: { readonly draft: Draft; readonly facts: Facts },
): TemplateResult {
  const { sender, kind } = draft
  return html`<form class="form" @submit=${(event: Event) => event.preventDefault()}>
    ${menu({
      label: 'Sender',
      id: 'compose-sender',
      options: facts.senders.map(({ id, name, platform }) => ({
        value: id,
        label: `${name} · ${platforms[platform]}`,
      })),
      chosen: sender.id,
      choose: (from) => desk.tune({ from, to: '', template: '', language: '' }),
    })}
    ${
      sender.platform === 'wechat'
        ? choice({
            label: 'Kind of message',
            name: 'as',
            options: [
              { value: 'account', label: 'Template' },
              { value: 'customer', label: 'Customer service' },
            ],
            chosen: kind,
            choose: (as) => desk.tune({ as, template: '' }),
          })
        : nothing
    }
    ${recipients(desk, { draft, facts })} ${fieldsOf[kind](desk, draft)}
  </form>`
}

const platforms = { miniapp: 'MiniApp', 'open-api': 'open API', wechat: 'WeChat' } as const

function recipients(desk: Desk, { draft, facts }: { readonly draft: Draft; readonly facts: Facts }): TemplateResult {
  const { kind, sender, to } = draft
  const known = facts.persons.filter(({ id }) => recipientId(facts.persons, { id, sender }) !== undefined)
  if (known.length === 0)
    return html`<p class="note">Nobody has a recipient id under the account <code>${sender.account}</code>: give a person one with <code>PUT /control/v1/persons/ID</code>.</p>`
  if (kind !== 'service')
    return menu({
      label: 'Recipient',
      id: 'compose-to',
      options: [{ value: '', label: 'Choose …' }, ...known.map(({ id, name }) => ({ value: id, label: name }))],
      chosen: to[0] ?? '',
      choose: (person) => desk.tune({ to: person }),
    })
  const turn = (id: string, isOn: boolean): void =>
    desk.tune({ to: isOn ? [...to, id].join(',') : to.filter((one) => one !== id).join(',') })
  return html`<fieldset><legend>Recipients</legend><div class="checks">${known.map(
    ({ id, name }) =>
      html`<label><input type="checkbox" .checked=${to.includes(id)} @change=${(event: Event) => turn(id, (event.currentTarget as HTMLInputElement).checked)}>${name}</label>`,
  )}</div></fieldset>`
}
