import type { SenderRecord } from '@minibell/mock'
import { html, type TemplateResult } from 'lit/html.js'

/** A sender's picture, or the first letter of its name. Decoration beside the name. */
export function senderFace(sender: Pick<SenderRecord, 'name' | 'icon'> | undefined): TemplateResult {
  if (sender?.icon?.startsWith('data:image/'))
    return html`<img class="face" src=${sender.icon} alt="" width="32" height="32">`
  return html`<span class="face" aria-hidden="true">${sender?.name.slice(0, 1) ?? '?'}</span>`
}
