import { h, say } from '../look/element.ts'
import { icon } from '../look/icons.ts'

export interface StatusBar {
  readonly element: HTMLElement
  draw(view: { readonly time: string; readonly unseen: number }): void
}

/** The phone's own bar, 24 px, with the way into the MiniApp Center and its badge over all senders. */
export function statusBar(toCenter: () => void): StatusBar {
  const time = h('time', {})
  const count = h('span', { class: 'center-count' })
  const entry = h('button', { type: 'button', class: 'center-entry', onclick: toCenter }, icon('bell', 14), count)
  const element = h(
    'div',
    { class: 'status-bar' },
    time,
    entry,
    h(
      'span',
      { class: 'status-end', 'aria-hidden': 'true' },
      h('i', { class: 'signal' }),
      h('span', { class: 'net' }, '4G'),
      h('i', { class: 'battery' }),
    ),
  )
  return {
    element,
    draw(view) {
      say(time, view.time)
      say(count, view.unseen > 99 ? '99+' : String(view.unseen))
      count.hidden = view.unseen === 0
      entry.setAttribute('aria-label', labelOf(view.unseen))
    },
  }
}

function labelOf(unseen: number): string {
  if (unseen === 0) return 'MiniApp Center'
  return unseen === 1 ? 'MiniApp Center, 1 new message' : `MiniApp Center, ${unseen} new messages`
}
