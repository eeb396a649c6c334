import type { Inbox } from '@minibell/client'
import type { Speech } from '@minibell/views'
import type { TemplateResult } from 'lit/html.js'
import type { ExtrasHooks } from './lent.ts'

/** A whole message: everything that a row cuts short. `''` when the item is no longer held. */
export type Detail = (inbox: Inbox, itemId: string, speech: Speech) => TemplateResult | ''

export function detailOf(root: ShadowRoot, { lent }: ExtrasHooks): Detail {
  const { html, dress, dateText, rowOf, avatarTemplate, keywordsTemplate, pill } = lent
  dress(root, styles)
  return (inbox, itemId, speech) => {
    const item = inbox.find(itemId)
    if (!item) return ''
    const { words } = speech
    const { avatar, sender, title, body, picture, webAddress, direction, language, leads } = rowOf(
      item,
      inbox.getSnapshot(),
      speech,
    )
    return html`<div class="detail"><div class="bar">${avatarTemplate(avatar)}<div class="grow meta"><b>${sender}</b><br>${dateText(item.sentAt, 'full', speech)}</div></div><div
    lang=${language}><h3 dir=${direction}>${title}</h3>${
      picture && html`<img src=${picture.url} width=${picture.width} height=${picture.height} alt="">`
    }${body.map((line) => (line.keyword ? keywordsTemplate([line]) : html`<p dir=${direction}>${line.text}</p>`))}${
      webAddress && html`<p dir="ltr">${webAddress}</p>`
    }</div>${[leads ? pill('open', words.openPage, 'solid') : '', pill('dismiss', words.dismiss)]}</div>`
  }
}

const styles = `.detail{padding:0 16px 24px;overflow-wrap:break-word;white-space:pre-line}
.detail .bar{padding:0}
.detail .meta{display:block}
.detail p,.detail dl{margin:8px 0;font-size:.9375em}
.detail p:not(:lang(ur)){line-height:1.5}
.detail div>img{display:block;max-width:100%;height:auto;margin:12px 0;border-radius:12px}
.detail .pill{margin-top:12px;margin-inline-start:-4px;font-size:.9375em}`
