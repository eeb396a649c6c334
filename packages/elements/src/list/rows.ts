import type { InboxItem } from '@minibell/protocol'
import type { ListWords, Row } from '@minibell/views'
import { fill } from '@minibell/views'
import { html, nothing, render, type TemplateResult } from 'lit/html.js'
import { avatarTemplate } from '../look/parts.ts'
import type { Shown } from './feed.ts'

/** An item and its place in the list; all that decides how its row looks. */
export interface Placed {
  readonly item: InboxItem
  readonly index: number
  /** Px of rows above it that are not in the page. */
  readonly gap: number
  /** Whether the tab key reaches it. */
  readonly isActive: boolean
  readonly shown: Shown
}

/** What is found out about a row only when it is drawn. */
export interface PlacedRow {
  readonly row: Row
  readonly words: ListWords
  /** Rows in the list; −1 when that is not known. */
  readonly count: number
  readonly heading: string | undefined
  /** Whether a group ends with it. */
  readonly isLast: boolean
  /** Its actions, while they are open. */
  readonly tray: TemplateResult | '' | false | undefined
}

/**
 * Fills a feed with one article an item. An item keeps its element, and so its focus, whatever happens around it, and is drawn anew
 * only when something changed for it. Answers with what was drawn. What a button does is told by its `data-act`.
 */
export function rowKeeper(): (
  feed: Element,
  placed: readonly Placed[],
  rowOf: (placed: Placed) => PlacedRow,
) => readonly (readonly [HTMLElement, Placed])[] {
  let kept = new Map<string, readonly [HTMLElement, Placed?]>()
  return (feed, placed, rowOf) => {
    const now = new Map<string, readonly [HTMLElement, Placed]>()
    const drawn: (readonly [HTMLElement, Placed])[] = []
    for (const one of placed) {
      const [element, before] = kept.get(one.item.id) || [document.createElement('article')]
      now.set(one.item.id, [element, one])
      if (before && isSame(before, one)) continue
      draw(element, one, rowOf(one))
      drawn.push([element, one])
    }
    kept.forEach(([element], id) => {
      if (!now.has(id)) element.remove()
    })
    kept = now
    let next = feed.firstChild
    now.forEach(([element]) => {
      if (element === next) next = element.nextSibling
      else feed.insertBefore(element, next)
    })
    return drawn
  }
}

function isSame(one: Placed, other: Placed): boolean {
  return (
    one.shown === other.shown && one.index === other.index && one.gap === other.gap && one.isActive === other.isActive
  )
}

function draw(element: HTMLElement, { index, gap, isActive }: Placed, placed: PlacedRow): void {
  const { row, count, heading, isLast } = placed
  const states = [heading && 'first', isLast && 'last', row.unread && 'unread', row.isGone && 'gone']
  element.className = ['row', ...states.filter(Boolean)].join(' ')
  element.dataset['id'] = row.itemId
  element.style.marginTop = `${gap}px`
  element.setAttribute('aria-posinset', `${index + 1}`)
  element.setAttribute('aria-setsize', `${count}`)
  element.setAttribute('aria-label', `${row.label}: ${row.title}`)
  render(rowTemplate(placed, isActive ? 0 : -1), element)
}

/** As few elements as there are things to say: what scrolls past is laid out and painted. */
function rowTemplate({ row, words, heading, tray }: PlacedRow, tab: number): TemplateResult {
  const { language, spoken, sender, note, time, avatar, title, content, keywords, picture: image, direction } = row
  const lang = language || nothing
  return html`${heading && html`<h3 class="day" part="day" data-act="">${heading}</h3>`}<div class="card" part="card"><button
    class="open" data-act="open" tabindex=${tab} lang=${lang} aria-label=${spoken}></button>${avatarTemplate(avatar)}<div
    class="meta ${note ? 'noted' : ''}" part="meta" aria-hidden="true"><time part="time">${time}</time>${
      note ? html`<span class="clip">${sender}</span><span class="note">${note}</span>` : sender
    }</div>${
      image ? html`<img class="picture" src=${image.url} alt="" loading="lazy">` : nothing
    }<div class="title two" part="title" aria-hidden="true" lang=${lang} dir=${direction}>${title}</div>${
      content &&
      html`<div class="content two" part="content" aria-hidden="true" lang=${lang} dir=${direction}>${content}</div>`
    }${keywords[0] ? keywordsTemplate(keywords.slice(0, 4), true) : nothing}<button class="icon more" data-act="more" tabindex=${tab} aria-expanded=${!!tray} aria-label=${fill(words.actions, { title })}></button>${
      tray || nothing
    }</div>`
}

/** Two columns, as wide as their words. */
export function keywordsTemplate(lines: Row['body'], isHidden = false): TemplateResult {
  return html`<dl aria-hidden=${isHidden}>${lines.map(({ keyword, text }) => html`<div><dt>${keyword}</dt><dd>${text}</dd></div>`)}</dl>`
}
