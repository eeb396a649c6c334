import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { choice } from '../../parts/choice.ts'
import { empty } from '../../parts/empty.ts'
import { icon } from '../../parts/icon.ts'
import { instantText, spanText } from '../../parts/when/time.ts'
import type { ShownWebhook, WebhookDelivery } from './webhook.ts'

const states = {
  waiting: { label: 'Waiting', tone: 'warn' },
  delivered: { label: 'Taken', tone: 'good' },
  'given-up': { label: 'Given up', tone: 'bad' },
} as const
const mostShown = 100

/** What was told, newest first, with every try; what is over can be sent again. */
export function deliveries(desk: Desk, webhooks: readonly ShownWebhook[]): TemplateResult {
  const { value } = desk.get<{ readonly deliveries: readonly WebhookDelivery[] }>('/webhooks/deliveries')
  const all = value?.deliveries ?? []
  const wanted = desk.address().query['state'] ?? ''
  const shown = all.filter(({ state }) => wanted === '' || state === wanted)
  return html`<section class="card" aria-label="Deliveries"><div class="actions spread"><h2>Calls</h2>${
    all.length === 0
      ? nothing
      : choice({
          label: 'Calls shown',
          name: 'state',
          options: [
            { value: '', label: 'All' },
            ...Object.entries(states).map(([value, { label }]) => ({ value, label })),
          ],
          chosen: wanted,
          choose: (state) => desk.tune({ state }),
        })
  }</div>
    ${shown.length === 0 ? none({ isFiltered: all.length > 0, hasWebhooks: webhooks.length > 0 }) : nothing}
    <ol class="entries">${shown.slice(0, mostShown).map((delivery) => row(desk, delivery))}</ol>
    ${shown.length > mostShown ? html`<p class="note">The newest ${mostShown} of ${shown.length}. The journal holds every try.</p>` : nothing}
  </section>`
}

function row(desk: Desk, { id, webhook, fact, state, tries, dueAt }: WebhookDelivery): TemplateResult {
  const { label, tone } = states[state]
  const again = (): Promise<boolean> =>
    desk.act(
      () => desk.door.call('POST', `/webhooks/deliveries/${encodeURIComponent(id)}/replay`),
      'It is sent once more, under its id.',
    )
  return html`<li data-state=${state}><div class="actions spread"><span class="actions"><b>${fact.type}</b><span class="chip" data-tone=${tone}>${label}</span><span class="quiet">to ${webhook}</span></span>
      ${state === 'waiting' ? nothing : html`<button type="button" class="small" aria-label=${`Send again: ${fact.type} to ${webhook}`} @click=${again}>${icon('send', 16)}Send again</button>`}</div>
    <p class="quiet">${fact.recipientId === undefined ? nothing : html`<code>${fact.recipientId}</code> · `}${instantText(fact.at)} UTC · ${triesText(tries)}${
      state === 'waiting' && dueAt > desk.news.now() ? `, again in ${spanText(dueAt - desk.news.now())}` : ''
    }</p>
    <details><summary>Body</summary><pre tabindex="0">${JSON.stringify({ id, ...fact }, null, 2)}</pre></details></li>`
}

/** `3 tries: no answer 2×, HTTP 200` */
function triesText(tries: WebhookDelivery['tries']): string {
  if (tries.length === 0) return 'not tried yet'
  const runs: { readonly word: string; readonly count: number }[] = []
  for (const { status } of tries) {
    const word = status === undefined ? 'no answer' : `HTTP ${status}`
    const last = runs.at(-1)
    if (last?.word === word) runs.splice(-1, 1, { word, count: last.count + 1 })
    else runs.push({ word, count: 1 })
  }
  const words = runs.map(({ word, count }) => (count === 1 ? word : `${word} ${count}×`))
  return `${tries.length === 1 ? '1 try' : `${tries.length} tries`}: ${words.join(', ')}`
}

function none({
  isFiltered,
  hasWebhooks,
}: {
  readonly isFiltered: boolean
  readonly hasWebhooks: boolean
}): TemplateResult {
  if (isFiltered)
    return html`<p class="quiet">None is in this state. What is given up, and what was taken, can be sent again from “All”.</p>`
  return empty({
    icon: 'send',
    title: 'Nothing was told yet',
    text: hasWebhooks
      ? 'Send a message, or open one on a device: each fact stands here with the server’s answer to every try.'
      : 'Once a webhook is there, each fact stands here with the server’s answer to every try, and a button that sends it again.',
  })
}
