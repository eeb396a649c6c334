import type { ListFace, ListLine, ListWords } from '@minibell/views'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { picture, pill } from '../look/parts.ts'

/** Rows to come: as high as real ones, so that nothing jumps when they are there. */
export function skeletonTemplate(words: ListWords): TemplateResult {
  const bones = ['first', '', '', '', 'last'].map(
    (place) =>
      html`<div class="row ${place}"><div class="card"><span class="avatar"></span><div class="grow"><p></p><p></p><p></p></div></div></div>`,
  )
  return html`<div class="feed bones" role="status" aria-label=${words.loading}><div class="day">&nbsp;</div>${bones}</div>`
}

/** Nothing to list: a picture, a title, a sentence, and a button where trying again may help. */
export function emptyTemplate(
  { title, text, retry }: Extract<ListFace, { kind: 'empty' }>,
  words: ListWords,
): TemplateResult {
  return html`<div class="empty" part="empty">${picture('bell')}<h3>${title}</h3><p>${text}</p>${retry ? pill('retry', words.retry) : nothing}</div>`
}

/** A quiet line over or under the rows. `act`: what its button tries again; none, no button. */
export function lineTemplate({ text, retry }: ListLine, act: 'retry' | 'history', words: ListWords): TemplateResult {
  return html`<div class="line" role="status"><span class="grow">${text}</span>${retry ? pill(act, words.retry) : nothing}</div>`
}
