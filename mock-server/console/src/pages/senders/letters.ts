import type { SenderRecord } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { instantText } from '../../parts/when/time.ts'

/** An internal message, as the control API tells it. */
interface Letter {
  readonly id: number
  readonly at: number
  readonly about: string
  readonly text: { readonly en: string; readonly zh: string }
  readonly reason?: string
}

/** What the developer was told of each step, newest first; the mark says what they have not read yet. */
export function letters(desk: Desk, { id }: SenderRecord): TemplateResult {
  const { value } = desk.get<{ readonly messages: readonly Letter[]; readonly readUpTo: number }>(
    `/senders/${encodeURIComponent(id)}/internal-messages`,
  )
  if (!value) return html``
  return html`<h3>What the developer was told</h3>
    ${value.messages.length === 0 ? html`<p class="quiet">Nothing yet. Every step of review and governance writes an internal message.</p>` : nothing}
    <ol class="entries">${value.messages.slice(0, 20).map(
      (
        letter,
      ) => html`<li><p><b>${letter.about}</b> ${letter.id > value.readUpTo ? html`<span class="chip" data-tone="warn">unread</span>` : nothing} <span class="quiet">${instantText(letter.at)} UTC</span></p>
        <p>${letter.text.en}</p><p class="quiet" lang="zh">${letter.text.zh}</p></li>`,
    )}</ol>`
}
