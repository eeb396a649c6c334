import type { Row, Words } from '@minibell/views'
import { html, nothing, type TemplateResult } from 'lit'
import { avatarTemplate } from '../look/avatar.ts'

/** A whole message: everything that a row cuts short. `sentAt`: its full date. */
export function detailTemplate(row: Row, sentAt: string, words: Words): TemplateResult {
  const { avatar, sender, title, body, picture, webAddress, direction, language } = row
  return html`<article class="detail">
    <div class="bar">${avatarTemplate(avatar)}<div class="grow who"><div class="name">${sender.name}</div><time>${sentAt}</time></div></div>
    <div dir=${direction} lang=${language ?? nothing}>
      <h3>${title}</h3>
      ${picture ? html`<img src=${picture.url} width=${picture.width} height=${picture.height} alt="">` : nothing}
      ${body.map(({ keyword, text }) => (keyword ? html`<dl><div><dt>${keyword}</dt><dd>${text}</dd></div></dl>` : html`<p>${text}</p>`))}
      ${webAddress ? html`<p class="address" dir="ltr">${webAddress}</p>` : nothing}
    </div>
    <div class="foot">
      ${row.leads ? html`<button class="pill solid" data-act="open"><span>${words.openPage}</span></button>` : nothing}
      <button class="pill" data-act="dismiss"><span>${words.dismiss}</span></button>
    </div>
  </article>`
}
