import type { Inbox } from '@minibell/client'
import { rowOf, type Speech } from '@minibell/views'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { avatarTemplate, pill } from '../look/parts.ts'
import { keywordsTemplate } from './rows.ts'

/** A whole message: everything that a row cuts short. Nothing when the item is no longer held. */
export function detailTemplate(inbox: Inbox, itemId: string, speech: Speech): TemplateResult | typeof nothing {
  const item = inbox.find(itemId)
  if (!item) return nothing
  const { words, format } = speech
  const { avatar, sender, title, body, picture, webAddress, direction, language, leads } = rowOf(
    item,
    inbox.getSnapshot(),
    speech,
  )
  return html`<div class="detail"><div class="bar">${avatarTemplate(avatar)}<div class="grow meta"><b>${sender}</b><br>${format.date(item.sentAt, 'full')}</div></div><div
    lang=${language || nothing}><h3 dir=${direction}>${title}</h3>${
      picture ? html`<img src=${picture.url} width=${picture.width} height=${picture.height} alt="">` : nothing
    }${body.map((line) => (line.keyword ? keywordsTemplate([line]) : html`<p dir=${direction}>${line.text}</p>`))}${
      webAddress && html`<p dir="ltr">${webAddress}</p>`
    }</div>${[leads ? pill('open', words.openPage, 'solid') : '', pill('dismiss', words.dismiss)]}</div>`
}
