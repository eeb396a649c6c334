import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import type { Page } from '../../page.ts'
import { empty, trouble } from '../../parts/empty.ts'
import { factsOf } from '../../parts/facts.ts'
import { checkWebhook } from '../../snippets/check-webhook.ts'
import { deliveries } from './deliveries.ts'
import type { ShownWebhook } from './webhook.ts'
import { type NewWebhook, newWebhook, webhookForm } from './webhook-form.ts'

/** Where developers' servers hear what became of their messages: who is told, what was told, and what is told again. */
export function webhooksPage(desk: Desk): Page {
  let wanted: NewWebhook = newWebhook()
  const change = (part: Partial<NewWebhook>): void => {
    wanted = { ...wanted, ...part }
    desk.redraw()
  }
  const put = async (): Promise<void> => {
    const { id, url, secret, sender, events } = wanted
    const body = { id, url, secret, ...(sender !== '' && { sender }), ...(events.length > 0 && { events }) }
    const path = `/webhooks/${encodeURIComponent(id)}`
    if (await desk.act(() => desk.door.call('PUT', path, body), `${id} is told from now on.`)) change(newWebhook())
  }
  return {
    name: 'Webhooks',
    view() {
      const { value, problem } = desk.get<{ readonly webhooks: readonly ShownWebhook[] }>('/webhooks')
      const webhooks = value?.webhooks ?? []
      return html`<div class="page"><header class="page-head"><h1 tabindex="-1">Webhooks</h1><p class="quiet">What the platform tells developers’ servers by itself: deliveries and receipts.</p></header>
        ${trouble(problem)}
        <div class="cards pair">
          <div class="cards">
            <section class="card" aria-label="Subscriptions">${
              value && webhooks.length === 0 ? nobody() : html`<h2>Subscriptions</h2>${list(desk, webhooks)}`
            }</section>
            ${deliveries(desk, webhooks)}
            <section class="card" aria-label="Signature"><details><summary>How a server knows that it is the platform</summary>
              <p class="note">Each call carries <code>minibell-signature: t=MS,v1=HEX</code>, HMAC-SHA256 with the webhook’s secret over the time, a full stop and the body as it came. <code>minibell-webhook-id</code> is the same in every try: keep it, and take a fact once. In Node:</p>
              <pre tabindex="0" data-snippet="check-webhook">${checkWebhook}</pre></details></section>
          </div>
          <section class="card" aria-label="A webhook more"><h2>Add a webhook</h2>${webhookForm(desk, { wanted, change, put })}</section>
        </div>
      </div>`
    },
  }
}

function list(desk: Desk, webhooks: readonly ShownWebhook[]): TemplateResult {
  const { sender: known } = factsOf(desk)
  return html`<ul class="entries">${webhooks.map(({ id, url, sender, events }) => {
    const remove = (): Promise<boolean> =>
      desk.act(() => desk.door.call('DELETE', `/webhooks/${encodeURIComponent(id)}`), `${id} is told no more.`)
    return html`<li data-webhook=${id}><div class="actions spread"><b>${id}</b><button type="button" class="small danger" aria-label=${`Remove ${id}`} @click=${remove}>Remove</button></div>
      <p><code>${url}</code></p>
      <p class="quiet">${sender === undefined ? 'Everybody’s messages' : `Messages of ${known(sender)?.name ?? sender}`} · ${events === undefined ? 'all events' : events.join(', ')}</p></li>`
  })}</ul>${webhooks.length === 0 ? nothing : html`<p class="note">The secret is told to nobody. To change a webhook, put it again under the same id.</p>`}`
}

function nobody(): TemplateResult {
  return empty({
    icon: 'hook',
    title: 'No server is told yet',
    text: 'Add a webhook: from then on its server gets a signed call for every message that reaches an inbox, is withdrawn or expires, and for every receipt. A server that does not answer with 2xx is asked again, eight times in all.',
  })
}
