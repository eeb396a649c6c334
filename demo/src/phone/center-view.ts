import type { SenderRecord } from '@minibell/mock'
import type { PersonWithUses } from '../door/control.ts'
import { fill, h } from '../look/element.ts'
import { icon } from '../look/icons.ts'

/** The host's MiniApp Center home page. `messages` is the place of the message list, which is Minibell's. */
export interface CenterView {
  readonly element: HTMLElement
  readonly messages: HTMLElement
  /** Draws the mini-programs anew; the search text stays. */
  draw(senders: readonly SenderRecord[], person: PersonWithUses): void
}

export function centerView(launch: (sender: string) => void): CenterView {
  const frequent = h('div', { class: 'tiles' })
  const recommended = h('div', { class: 'tiles' })
  const messages = h('div', { class: 'center-messages' })
  const search = h('input', {
    type: 'search',
    placeholder: 'Search mini-programs',
    'aria-label': 'Search mini-programs',
  })
  const none = h('p', { class: 'center-none', hidden: true }, 'No mini-program of that name.')
  const groups = [group('Frequently used', frequent), group('Recommended', recommended)] as const
  let drawn: { readonly senders: readonly SenderRecord[]; readonly person: PersonWithUses } | undefined

  const redraw = (): void => {
    if (!drawn) return
    const { used, unused } = sorted(drawn.senders, drawn.person, search.value)
    fill(
      frequent,
      used.map((sender) => tile(sender, launch)),
    )
    fill(
      recommended,
      unused.map((sender) => tile(sender, launch)),
    )
    groups[0].hidden = used.length === 0
    groups[1].hidden = unused.length === 0
    none.hidden = used.length + unused.length > 0
  }
  search.addEventListener('input', redraw)

  const element = h(
    'div',
    { class: 'center' },
    h('header', { class: 'center-bar' }, h('h2', {}, 'MiniApp Center')),
    h('label', { class: 'center-search' }, icon('search', 18), search),
    ...groups,
    none,
    messages,
  )
  return {
    element,
    messages,
    draw(senders, person) {
      drawn = { senders, person }
      redraw()
    },
  }
}

function group(title: string, tiles: HTMLElement): HTMLElement {
  return h('section', { class: 'center-group' }, h('h3', { class: 'center-heading' }, title), tiles)
}

/** The most recently used first; never used ones are recommended. */
function sorted(
  senders: readonly SenderRecord[],
  person: PersonWithUses,
  search: string,
): { readonly used: readonly SenderRecord[]; readonly unused: readonly SenderRecord[] } {
  const wanted = search.trim().toLowerCase()
  const shown = senders.filter(
    ({ kind, name, status }) =>
      kind === 'mini-program' && status === 'available' && name.toLowerCase().includes(wanted),
  )
  const usedAt = ({ id }: SenderRecord): number => person.uses[id] ?? 0
  return {
    used: shown.filter((sender) => usedAt(sender) > 0).sort((a, b) => usedAt(b) - usedAt(a)),
    unused: shown.filter((sender) => usedAt(sender) === 0),
  }
}

function tile(sender: SenderRecord, launch: (sender: string) => void): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'tile', onclick: () => launch(sender.id) },
    sender.icon
      ? h('img', { src: sender.icon, alt: '', width: 48, height: 48 })
      : h('span', { class: 'tile-letter' }, sender.name[0]),
    h('span', {}, sender.name),
  )
}
