import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../desk.ts'
import type { Pages } from '../pages/pages.ts'
import { icon } from '../parts/icon.ts'
import { allOf, type Found } from './search-index.ts'

const most = 12

/** One field over everything that has an address; `/` or Ctrl-K opens it, arrows go through what was found. */
export function search(desk: Desk, pages: Pages): { readonly button: TemplateResult; readonly dialog: TemplateResult } {
  return {
    button: html`<button type="button" class="search-button" aria-haspopup="dialog" @click=${() => open(desk)}>${icon('search', 18)}<span class="unseen">Search</span><span class="wide-only" aria-hidden="true">Search</span><kbd class="wide-only" aria-hidden="true">/</kbd></button>`,
    dialog: html`<dialog
      class="search"
      aria-label="Search"
      @close=${() => clear(desk)}
      @keydown=${onKey}
      @click=${onOutside}
    >
      <form class="field" @submit=${(event: Event) => first(event, desk, pages)}>
        <label for="search-all">Search everything</label>
        <input id="search-all" type="search" autocomplete="off" autofocus .value=${asked}
          placeholder="A sender, a person, a rule, a send …" @input=${(event: Event) => ask(event, desk)}>
      </form>
      ${isOpen() ? results(foundIn(desk, pages)) : nothing}
    </dialog>`,
  }
}

let asked = ''

/** Listens for the two keys for as long as the page is open. */
export function listenForSearch(desk: Desk): void {
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
    const isWanted = (event.key === '/' && !isTyping) || (event.key === 'k' && (event.ctrlKey || event.metaKey))
    if (!isWanted || isOpen() || desk.token.asking() !== 'no') return
    event.preventDefault()
    open(desk)
  })
}

function ask(event: Event, desk: Desk): void {
  asked = (event.currentTarget as HTMLInputElement).value
  desk.redraw()
}

/** Enter in the field goes to what stands on top. */
function first(event: Event, desk: Desk, pages: Pages): void {
  event.preventDefault()
  const [top] = foundIn(desk, pages)
  if (!top) return
  close()
  location.hash = top.hash
}

function foundIn(desk: Desk, pages: Pages): readonly Found[] {
  return allOf(desk, pages).filter(({ words }) => words.toLowerCase().includes(asked.toLowerCase()))
}

function results(found: readonly Found[]): TemplateResult {
  return html`<p class="unseen" role="status">${found.length} found</p>
    <ul>${found
      .slice(0, most)
      .map(
        ({ kind, label, hash }) =>
          html`<li><a href=${hash} @click=${close}><span class="chip">${kind}</span><span>${label}</span></a></li>`,
      )}</ul>
    ${found.length === 0 ? html`<p class="quiet">Nothing fits. Sends are found by title, people and senders by name or id, rules by id or words.</p>` : nothing}`
}

function onKey(event: KeyboardEvent): void {
  // A field of this type would only empty itself, and ask for another Escape.
  if (event.key === 'Escape') close()
  else goThrough(event)
}

function goThrough(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  // The listener stands on the dialog alone.
  const stops = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('input, a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  event.preventDefault()
  stops[(at + (event.key === 'ArrowDown' ? 1 : stops.length - 1)) % stops.length]?.focus()
}

/** The dialog fills none of its backdrop, so a click on itself is one beside it. */
function onOutside(event: Event): void {
  if (event.target === event.currentTarget) close()
}

const dialogNow = (): HTMLDialogElement | null => document.querySelector('dialog.search')

function isOpen(): boolean {
  return dialogNow()?.open === true
}

function open(desk: Desk): void {
  dialogNow()?.showModal()
  desk.redraw()
}

function close(): void {
  dialogNow()?.close()
}

function clear(desk: Desk): void {
  asked = ''
  desk.redraw()
}
