import { html, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { menu } from '../../parts/choice.ts'
import { factsOf } from '../../parts/facts.ts'
import { field } from '../../parts/field.ts'
import { webhookEvents } from './webhook.ts'

/** A webhook that is being written; no events: all. */
export interface NewWebhook {
  readonly id: string
  readonly url: string
  readonly secret: string
  readonly sender: string
  readonly events: readonly string[]
}

/** With a secret that nobody has guessed. */
export function newWebhook(): NewWebhook {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  const secret = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { id: '', url: '', secret, sender: '', events: [] }
}

/** Id, address, secret, whose messages and which events. */
export function webhookForm(
  desk: Desk,
  {
    wanted,
    change,
    put,
  }: { readonly wanted: NewWebhook; change(part: Partial<NewWebhook>): void; put(): Promise<void> },
): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault()
    void put()
  }
  const standIn = (): void => change({ url: `${desk.door.origin}/control/v1/push-stand-in/desk` })
  return html`<form class="form" @submit=${submit}>
    ${field({ id: 'webhook-id', label: 'Id', value: wanted.id, required: true, placeholder: 'shop', note: 'Letters, digits and - . _', changed: (id) => change({ id }) })}
    ${field({
      id: 'webhook-url',
      label: 'Address of the server',
      value: wanted.url,
      required: true,
      placeholder: 'http://localhost:8080/minibell',
      note: html`No server yet? <button type="button" class="link" @click=${standIn}>Use the platform’s stand-in</button>, which takes everything.`,
      changed: (url) => change({ url }),
    })}
    ${field({ id: 'webhook-secret', label: 'Secret', value: wanted.secret, required: true, note: 'Made up by this page. Copy it to your server now: it is shown to nobody again.', changed: (secret) => change({ secret }) })}
    ${menu({
      label: 'Whose messages',
      id: 'webhook-sender',
      options: [
        { value: '', label: 'Everybody’s' },
        ...factsOf(desk).senders.map(({ id, name }) => ({ value: id, label: name })),
      ],
      chosen: wanted.sender,
      choose: (sender) => change({ sender }),
    })}
    <fieldset><legend>Events <span class="quiet">none: all</span></legend><div class="checks stacked">${webhookEvents.map(
      ({ name, says }) =>
        html`<label><input type="checkbox" .checked=${wanted.events.includes(name)} @change=${() => change({ events: turned(wanted.events, name) })}><span><code>${name}</code> <span class="quiet">${says}</span></span></label>`,
    )}</div></fieldset>
    <div class="actions"><button class="primary">Put the webhook</button></div>
  </form>`
}

function turned(events: readonly string[], name: string): readonly string[] {
  return events.includes(name) ? events.filter((one) => one !== name) : [...events, name]
}
