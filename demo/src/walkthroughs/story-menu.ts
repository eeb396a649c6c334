import { h } from '../look/element.ts'
import { icon } from '../look/icons.ts'
import type { Walkthrough } from './script.ts'

/** A button that opens the list of walkthroughs, each with what it shows. Escape and a tap elsewhere close it, as of any popover. */
export function storyMenu(walkthroughs: readonly Walkthrough[], start: (id: string) => void): readonly HTMLElement[] {
  const menu = h('div', {
    class: 'stories',
    id: 'stories',
    popover: 'auto',
    role: 'group',
    'aria-label': 'Walkthroughs',
  })
  menu.append(
    ...walkthroughs.map(({ id, title, about }) =>
      h(
        'button',
        {
          type: 'button',
          'data-story': id,
          onclick: () => {
            menu.hidePopover()
            start(id)
          },
        },
        h('span', {}, title),
        h('small', {}, about),
      ),
    ),
  )
  const open = h(
    'button',
    { type: 'button', class: 'tool tool-strong', popovertarget: 'stories' },
    icon('play', 14),
    'Walkthroughs',
  )
  return [open, menu]
}
