import type { SenderRecord } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { instantText } from '../../parts/when/time.ts'
import { plugIn } from './plug-in.ts'

interface Used {
  readonly used: number
  readonly most: number
}

interface Quotas {
  readonly templates: Used
  readonly customerService: Used
  readonly resets: Used
}

/** WT-2: a message that went out without trigger and consent. */
interface ExemptSend {
  readonly at: number
  readonly openid: string
  readonly templateId: string
  readonly circumstance: string
}

interface OwnTemplate {
  readonly id: string
  readonly title: string
  readonly class: string
  readonly kind: string
  readonly nonCompliant?: string
}

/** WO, WT: an official account's plug-in, what it has left of its quotas, its templates, and what an operator looks through. */
export function account(desk: Desk, sender: SenderRecord): TemplateResult {
  const path = `/official-accounts/${encodeURIComponent(sender.id)}`
  const left = desk.get<Quotas>(`${path}/quotas`).value
  const own = desk.get<{ readonly templates: readonly OwnTemplate[] }>(`${path}/templates`).value?.templates
  const exempt = desk.get<{ readonly sends: readonly ExemptSend[] }>(`${path}/exempt-sends`).value?.sends
  return html`${plugIn(desk, sender)}
    ${left ? quotas(left) : nothing}
    ${own ? templates(own) : nothing}
    ${exempt ? exemptSends(exempt) : nothing}`
}

function quotas({ templates, customerService, resets }: Quotas): TemplateResult {
  return html`<h3>Quotas</h3><ul class="meters" aria-label="Quotas">
    ${meter({ id: 'templates', label: 'Template messages today', note: '45009, by China’s day', ...templates })}
    ${meter({ id: 'customer', label: 'Customer-service messages today', note: '45009, besides each person’s window', ...customerService })}
    ${meter({ id: 'resets', label: 'Resets this month', note: 'clear_quota, 48006', ...resets })}
  </ul>`
}

function meter({
  id,
  label,
  note,
  used,
  most,
}: Used & { readonly id: string; readonly label: string; readonly note: string }): TemplateResult {
  const text = `${used.toLocaleString('en')} of ${most.toLocaleString('en')}`
  return html`<li data-quota=${id}><span><b>${label}</b> <span class="quiet">${note}</span></span><span class="figures">${text}</span>
    <meter min="0" max=${Math.max(1, most)} high=${most * 0.9} .value=${used} aria-label=${label}>${text}</meter></li>`
}

function templates(own: readonly OwnTemplate[]): TemplateResult {
  return html`<h3>My templates</h3>${
    own.length === 0
      ? html`<p class="quiet">None. A developer adds templates of the account’s industries from the library (WO-3): <code>api_add_template</code>.</p>`
      : html`<ul class="entries">${own.map(
          ({ id, title, kind, nonCompliant }) =>
            html`<li><p><b>${title}</b> <span class="quiet">${kind} · <code>${id}</code></span></p>${
              nonCompliant === undefined
                ? nothing
                : html`<p class="trouble">Cannot be sent (WT-7.4): ${nonCompliant}</p>`
            }</li>`,
        )}</ul>`
  }`
}

function exemptSends(sends: readonly ExemptSend[]): TemplateResult {
  return html`<h3>Sent without trigger and consent</h3>${
    sends.length === 0
      ? html`<p class="quiet">None. Faults, and alerts approved as ones of disasters, go out under special circumstances (WT-2): each would stand here with the circumstance that was stated, for you to look at.</p>`
      : html`<ol class="entries">${sends.map(
          ({ at, openid, templateId, circumstance }) =>
            html`<li><p>${circumstance}</p><p class="quiet">${instantText(at)} UTC · to <code>${openid}</code> · <code>${templateId}</code></p></li>`,
        )}</ol>`
  }`
}
