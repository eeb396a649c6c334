import { render } from 'lit/html.js'
import type { Address } from './address.ts'
import { createDesk } from './desk.ts'
import { type Pages, pagesOf } from './pages/pages.ts'
import { listenForSearch } from './shell/search.ts'
import { shell } from './shell/shell.ts'

const root = document.querySelector<HTMLElement>('#console') ?? document.body
let pages: Pages | undefined
let shown: Address | undefined

const desk = createDesk((drawn) => {
  pages ??= pagesOf(drawn)
  if (!shown) root.replaceChildren()
  const address = drawn.address()
  render(shell(drawn, pages), root)
  root.removeAttribute('aria-busy')
  document.title = `${pages[address.page].name} · Minibell console`
  if (!shown) showInMenu()
  else if (shown.page !== address.page) enter()
  else if (shown.id !== address.id) followOpened(address)
  shown = address
})
desk.redraw()
listenForSearch(desk)

/** Another page begins at its heading, for the keyboard and for screen readers too. */
function enter(): void {
  scrollTo(0, 0)
  root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  showInMenu()
}

/** On a phone the menu is wider than the screen. */
function showInMenu(): void {
  root.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** On narrow screens what was opened takes the place of the list. */
function followOpened({ id }: Address): void {
  const opened = root.querySelector<HTMLElement>('[data-opened] h2')
  if (id !== '' && opened) {
    opened.focus({ preventScroll: true })
    if (matchMedia('(max-width: 900px)').matches) scrollTo(0, 0)
  }
}
