import type { Row, Words } from '@minibell/views'
import { fill } from '@minibell/views'
import { html, nothing, render, type TemplateResult } from 'lit/html.js'
import { avatarTemplate, picture, pill } from '../look/parts.ts'

/** A row and its place in the list. */
export interface PlacedRow {
  readonly row: Row
  readonly index: number
  /** Rows in the list; −1 when that is not known. */
  readonly count: number
  /** Px of rows above it that are not in the page. */
  readonly gap: number
  readonly heading: string | undefined
  /** Whether a group ends with it. */
  readonly isLast: boolean
  /** Whether the tab key reaches it. */
  readonly isActive: boolean
  readonly isTrayOpen: boolean
}

/**
 * Fills a feed with one article an item. An item keeps its element, and so its focus, whatever happens around it. What a
 * button does is told by its `data-act`.
 */
export function rowKeeper(): (feed: Element, rows: readonly PlacedRow[], words: Words) => void {
  let kept = new Map<string, HTMLElement>()
  return (feed, rows, words) => {
    const now = new Map<string, HTMLElement>()
    for (const { row } of rows) now.set(row.itemId, kept.get(row.itemId) || document.createElement('article'))
    kept.forEach((element, id) => {
      if (!now.has(id)) element.remove()
    })
    kept = now
    let next = feed.firstChild
    for (const placed of rows) {
      const element = now.get(placed.row.itemId) as HTMLElement
      draw(element, placed, words)
      if (element === next) next = element.nextSibling
      else feed.insertBefore(element, next)
    }
  }
}

function draw(element: HTMLElement, placed: PlacedRow, words: Words): void {
  const { row, index, count, gap, heading, isLast } = placed
  const states = [heading && 'first', isLast && 'last', row.unread && 'unread', row.isGone && 'gone']
  element.className = ['row', ...states.filter(Boolean)].join(' ')
  element.dataset['id'] = row.itemId
  element.style.marginTop = `${gap}px`
  element.setAttribute('aria-posinset', `${index + 1}`)
  element.setAttribute('aria-setsize', `${count}`)
  element.setAttribute('aria-label', `${row.label}: ${row.title}`)
  render(rowTemplate(placed, words), element)
}

function rowTemplate({ row, heading, isActive, isTrayOpen }: PlacedRow, words: Words): TemplateResult {
  const { language, spoken, unread, sender, note, time, avatar, title } = row
  const tab = isActive ? 0 : -1
  return html`${heading && html`<h3 class="day" data-act="">${heading}</h3>`}<div class="card"><button
    class="open" data-act="open" tabindex=${tab} lang=${language || nothing} aria-label=${spoken}></button>${
      unread ? html`<span class="dot"></span>` : nothing
    }${avatarTemplate(avatar)}<div class="grow" aria-hidden="true"><div class="meta"><span class="clip">${sender}</span>${
      note && html`<span class="note">${note}</span>`
    }<time>${time}</time></div>${textsTemplate(row)}</div><button class="icon more" data-act="more" tabindex=${tab}
    aria-expanded=${isTrayOpen} aria-label=${fill(words.actions, { title })}>${picture('more')}</button>${
      isTrayOpen ? trayTemplate(row, words) : nothing
    }</div>`
}

function textsTemplate({ title, content, keywords, picture: image, direction, language }: Row): TemplateResult {
  return html`<div class="texts"><div class="grow" lang=${language || nothing}><div class="title two" dir=${direction}>${title}</div>${
    content && html`<div class="content two" dir=${direction}>${content}</div>`
  }${keywords[0] ? keywordsTemplate(keywords.slice(0, 4)) : nothing}</div>${
    image ? html`<img src=${image.url} alt="" loading="lazy">` : nothing
  }</div>`
}

/** Two columns, as wide as their words. */
export function keywordsTemplate(lines: Row['body']): TemplateResult {
  return html`<dl>${lines.map(({ keyword, text }) => html`<div><dt>${keyword}</dt><dd>${text}</dd></div>`)}</dl>`
}

function trayTemplate({ unread }: Row, { markRead, details, dismiss }: Words): TemplateResult {
  return html`<div class="tray" data-act="">${[unread ? pill('read', markRead) : '', pill('detail', details), pill('dismiss', dismiss)]}</div>`
}
