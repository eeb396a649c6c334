import type { Page, PageQuery } from '@minibell/ports'
import type { PersonWithUses } from '../door/control.ts'
import { h } from '../look/element.ts'

/** What a page of a mini-program gets. */
export interface PageContext {
  readonly page: Page
  readonly person: PersonWithUses
  /** The platform's clock, ms since 1970. */
  readonly now: number
  /** Opens a page of the same mini-program; tab pages are switched to. */
  go(path: string, query?: PageQuery): void
}

/** Draws one page; called anew each time the page is shown. */
export type PageView = (context: PageContext) => HTMLElement

/** The query as the page received it, so that a developer sees that nothing was lost on the way. */
export function queryNote(page: Page): HTMLElement {
  const entries = Object.entries(page.query)
  return h(
    'dl',
    { class: 'query-note', 'data-page': page.path },
    h('div', {}, h('dt', {}, 'page'), h('dd', {}, page.path)),
    entries.map(([key, value]) => h('div', {}, h('dt', {}, key), h('dd', { 'data-query': key }, value || '(empty)'))),
  )
}

/** A row that leads to another page. */
export function linkRow(
  row: { readonly title: string; readonly detail: string; readonly end?: string },
  go: () => void,
): HTMLElement {
  return h(
    'button',
    { class: 'row', type: 'button', onclick: go },
    h('span', { class: 'row-words' }, h('b', {}, row.title), h('small', {}, row.detail)),
    row.end && h('span', { class: 'row-end' }, row.end),
  )
}

/** Names and values in two columns. */
export function factList(facts: readonly (readonly [string, string])[]): HTMLElement {
  return h(
    'dl',
    { class: 'fact-list' },
    facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  )
}

/** A page that somebody registered in the world and nobody drew. */
export const plainPage: PageView = ({ page }) =>
  h(
    'div',
    { class: 'page-body' },
    h('p', { class: 'lead' }, 'This page is registered and has no drawing here.'),
    queryNote(page),
  )
