import { fill, h } from '../../look/element.ts'

/** The pages of the desk, in the order of their tabs. */
export const pageNames = ['send', 'capability', 'templates', 'governance'] as const
export type PageName = (typeof pageNames)[number]

const labels: Readonly<Record<PageName, string>> = {
  send: 'Send',
  capability: 'Capability',
  templates: 'Templates',
  governance: 'Governance',
}

export interface DeskPages {
  readonly element: HTMLElement
  show(page: PageName): void
  /** How many internal messages are unread, beside the page that has them. */
  setUnread(count: number): void
}

/** One page at a time below a row of tabs; the arrow keys, Home and End move along it. */
export function deskPages(pages: Readonly<Record<PageName, readonly HTMLElement[]>>): DeskPages {
  const count = h('span', { class: 'tab-count', hidden: true })
  const tabs = pageNames.map((name) =>
    h(
      'button',
      { type: 'button', role: 'tab', id: `desk-tab-${name}`, 'aria-controls': `desk-page-${name}`, 'data-desk': name },
      labels[name],
      name === 'governance' && count,
    ),
  )
  const panels = pageNames.map((name) =>
    h(
      'div',
      { class: 'desk-page', role: 'tabpanel', id: `desk-page-${name}`, 'aria-labelledby': `desk-tab-${name}` },
      pages[name],
    ),
  )
  const show = (page: PageName): void => {
    for (const [at, name] of pageNames.entries()) {
      tabs[at]?.setAttribute('aria-selected', String(name === page))
      tabs[at]?.setAttribute('tabindex', name === page ? '0' : '-1')
      panels[at]?.toggleAttribute('hidden', name !== page)
    }
  }
  const choose = (at: number, way: 'focus' | 'stay'): void => {
    const name = pageNames[(at + pageNames.length) % pageNames.length] ?? 'send'
    show(name)
    if (way === 'focus') tabs[pageNames.indexOf(name)]?.focus()
  }
  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(at, 'stay'))
    tab.addEventListener('keydown', (event) => {
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
      if (next === undefined) return
      event.preventDefault()
      choose(next, 'focus')
    })
  }
  show('send')
  return {
    element: h(
      'div',
      { class: 'desk' },
      h('div', { class: 'desk-tabs', role: 'tablist', 'aria-label': 'Desk' }, tabs),
      panels,
    ),
    show,
    setUnread(unread) {
      count.hidden = unread === 0
      fill(count, unread > 99 ? '99+' : unread, h('span', { class: 'for-readers' }, ' unread'))
    },
  }
}
