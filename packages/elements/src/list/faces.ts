import type { ListFace, ListLine, Words } from '@minibell/views'
import { html, nothing, type TemplateResult } from 'lit'
import { picture } from '../look/pictures.ts'

/** Rows to come: as high as real ones, so that nothing jumps when they are there. */
export function skeletonTemplate(count: number, words: Words): TemplateResult {
  const bones = Array.from(
    { length: count },
    (
      _,
      index,
    ) => html`<div class="row ${index === 0 ? 'first' : ''} ${index === count - 1 ? 'last' : ''}"><div class="card">
      <span class="avatar bone"></span>
      <div class="grow"><div class="bone"></div><div class="bone"></div><div class="bone"></div></div>
    </div></div>`,
  )
  return html`<div class="feed" role="status"><span class="sr">${words.loading}</span><div class="day" aria-hidden="true"> </div>${bones}</div>`
}

/** Nothing to list: a picture, a title, a sentence, and a button where trying again may help. */
export function emptyTemplate(face: Exclude<ListFace, { kind: 'rows' | 'loading' }>, words: Words): TemplateResult {
  return html`<div class="empty"><span class="disc">${picture(face.kind === 'failed' ? 'cloud' : 'bell')}</span>
    <h3>${face.title}</h3><p>${face.text}</p>
    ${face.kind === 'failed' ? retryTemplate('retry', words) : nothing}</div>`
}

/** A quiet line over or under the rows. `act`: what its button tries again; none, no button. */
export function lineTemplate({ text, retry }: ListLine, act: 'retry' | 'history', words: Words): TemplateResult {
  return html`<div class="line" role="status">${picture('cloud')}<span class="grow">${text}</span>${retry ? retryTemplate(act, words) : nothing}</div>`
}

function retryTemplate(act: string, words: Words): TemplateResult {
  return html`<button class="text" data-act=${act}>${words.retry}</button>`
}
