import type { Row, Words } from '@minibell/views'
import { fill } from '@minibell/views'
import { html, nothing, type TemplateResult } from 'lit'
import { avatarTemplate } from '../look/avatar.ts'
import { picture } from '../look/pictures.ts'

/** A row and its place in the list. */
export interface PlacedRow {
  readonly row: Row
  readonly index: number
  /** Rows in the list; −1 when that is not known. */
  readonly count: number
  /** Px of rows above it that are not in the page. */
  readonly gap: number
  readonly heading: string | undefined
  /** Whether the next row begins a group, or there is none. */
  readonly isLast: boolean
  /** Whether the tab key reaches it. */
  readonly isActive: boolean
  readonly isTrayOpen: boolean
}

/** One article of the feed. What it does is told by `data-act` on its buttons; the feed listens. */
export function rowTemplate(placed: PlacedRow, words: Words): TemplateResult {
  const { row, index, count, gap, heading, isLast, isActive, isTrayOpen } = placed
  const classes = `row${heading ? ' first' : ''}${isLast ? ' last' : ''}${row.unread ? ' unread' : ''}${row.sender.status === 'removed' ? ' gone' : ''}`
  const tab = isActive ? '0' : '-1'
  return html`<article class=${classes} data-id=${row.itemId} aria-posinset=${index + 1} aria-setsize=${count}
    aria-label=${`${row.label}: ${row.title}`} .style=${gap ? `margin-top:${gap}px` : ''}>
    ${heading ? html`<h3 class="day">${heading}</h3>` : nothing}
    <div class="card">
      <button class="open" data-act="open" tabindex=${tab} lang=${row.language ?? nothing} aria-label=${spoken(row)}></button>
      ${row.unread ? html`<span class="dot"></span>` : nothing}${avatarTemplate(row.avatar)}
      <div class="grow" aria-hidden="true">
        <div class="meta"><span class="sender">${row.sender.name}</span>${row.notes.map((note) => html`<span class="note">${note}</span>`)}<time>${row.time}</time></div>
        <div class="texts">${textsTemplate(row)}</div>
      </div>
      <button class="icon more" data-act="more" tabindex=${tab} aria-expanded=${isTrayOpen}
        aria-label=${fill(words.actions, { title: row.title })}>${picture('more')}</button>
      ${isTrayOpen ? trayTemplate(row, words) : nothing}
    </div>
  </article>`
}

function spoken({ label, title, content, keywords, time }: Row): string {
  return [label, title, content, ...keywords.map(({ keyword, text }) => `${keyword} ${text}`), time]
    .filter(Boolean)
    .join('. ')
}

function textsTemplate({ title, content, keywords, picture: image, direction, language }: Row): TemplateResult {
  return html`<div class="grow" dir=${direction} lang=${language ?? nothing}>
      <div class="title">${title}</div>
      ${content ? html`<div class="content">${content}</div>` : nothing}
      ${keywords.length > 0 ? keywordsTemplate(keywords) : nothing}
    </div>
    ${image ? html`<img class="picture" src=${image.url} alt="" loading="lazy">` : nothing}`
}

/** Two columns, at most four lines; the detail shows all. */
function keywordsTemplate(keywords: Row['keywords']): TemplateResult {
  return html`<dl>${keywords.slice(0, 4).map(({ keyword, text }) => html`<div><dt>${keyword}</dt><dd>${text}</dd></div>`)}</dl>`
}

function trayTemplate({ unread }: Row, words: Words): TemplateResult {
  return html`<div class="tray">
    ${unread ? html`<button class="pill" data-act="read"><span>${words.markRead}</span></button>` : nothing}
    <button class="pill" data-act="detail"><span>${words.details}</span></button>
    <button class="pill" data-act="dismiss"><span>${words.dismiss}</span></button>
  </div>`
}
