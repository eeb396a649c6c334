import type { PageName } from '../desk/console/desk-pages.ts'
import type { Desk } from '../desk/desk.ts'
import type { Door } from '../door/find-door.ts'
import { h } from './element.ts'
import { type IconName, icon } from './icons.ts'

/** Where only one panel fits, these are the tabs. */
export type PanelName = 'phone' | 'send' | 'journal'

export interface Bench {
  readonly element: HTMLElement
  /** `page`: of the desk. */
  show(panel: PanelName, page?: PageName): void
  /** Into the bar at the top. */
  addTools(tools: readonly HTMLElement[]): void
  /** Above the controls on a laptop, above the tabs on a phone. */
  setStory(card: HTMLElement, openers: readonly HTMLElement[]): void
}

const panels: readonly { readonly name: PanelName; readonly label: string; readonly icon: IconName }[] = [
  { name: 'phone', label: 'Phone', icon: 'phone' },
  { name: 'send', label: 'Desk', icon: 'send' },
  { name: 'journal', label: 'Journal', icon: 'square' },
]

/** The whole page: controls, phone, journal and clock; side by side on a laptop, one at a time on a phone. */
export function bench(parts: { readonly desk: Desk; readonly phone: HTMLElement; readonly kind: Door['kind'] }): Bench {
  const { desk, phone, kind } = parts
  const openers = h('div', { class: 'topbar-end' })
  const start = h('div', { class: 'column column-start' }, desk.pages.element)
  const tabs = panels.map(({ name, label, icon: picture }) =>
    h(
      'button',
      { type: 'button', role: 'tab', 'data-panel': name, onclick: () => show(name) },
      icon(picture, 20),
      label,
    ),
  )
  const element = h(
    'div',
    { class: 'bench', 'data-door': kind },
    h('header', { class: 'topbar' }, brand(), h('span', { class: 'where' }, whereText(kind)), openers),
    start,
    h('div', { class: 'stage' }, phone),
    h('div', { class: 'column column-end' }, desk.clock, desk.journal),
    h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Panels' }, tabs),
  )
  const show = (panel: PanelName, page?: PageName): void => {
    if (page) desk.pages.show(page)
    element.dataset['tab'] = panel
    for (const tab of tabs) tab.setAttribute('aria-selected', String(tab.dataset['panel'] === panel))
  }
  show('phone')
  return {
    element,
    show,
    addTools: (tools) => openers.append(...tools),
    setStory(card, buttons) {
      element.append(card)
      openers.append(...buttons, themeButton())
    },
  }
}

function brand(): HTMLElement {
  return h(
    'h1',
    { class: 'brand' },
    h('span', { class: 'brand-mark', 'aria-hidden': 'true' }),
    h('span', { class: 'brand-words' }, 'Minibell'),
  )
}

function whereText(kind: Door['kind']): string {
  return kind === 'server' ? `Platform at ${location.host}` : 'The whole platform runs in this page'
}

/** Light, dark, or as the device has it; kept for the next visit. */
function themeButton(): HTMLElement {
  const root = document.documentElement
  const key = 'minibell-demo/theme'
  const isDark = (): boolean => {
    const chosen = root.dataset['theme']
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  }
  const kept = localStorage.getItem(key)
  const set = (theme: string): void => {
    root.dataset['theme'] = theme
    for (const surface of document.querySelectorAll(
      'minibell-capsule-bubble, minibell-floating-window, minibell-message-center',
    ))
      if (!surface.closest('.screen[data-theme=dark]')) surface.setAttribute('theme', theme)
  }
  if (kept) queueMicrotask(() => set(kept))
  const flip = (): void => {
    const next = isDark() ? 'light' : 'dark'
    localStorage.setItem(key, next)
    set(next)
  }
  return h(
    'button',
    { type: 'button', class: 'tool tool-round', 'aria-label': 'Light or dark', onclick: flip },
    icon('moon', 18),
  )
}
