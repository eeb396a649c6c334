import { messageList } from './list/message-list.ts'
import type { View, Window } from './sheet/window.ts'
import { type Drawing, Surface } from './surface.ts'

/** Why the sheet is about to close; `back` also stands for Escape. */
export type CloseReason = 'button' | 'outside' | 'back' | 'opened' | 'host'

/**
 * MA-1: the floating window for more options, with the Messages button and the inbox behind it. The host's own actions
 * stand in the slot `actions`. With the attribute `history` an entry of the page's history stands for the open sheet, so that a
 * back gesture goes one view back, or closes it. Fires `minibell-close` (`{reason}`) and `minibell-back` before it does so, both cancelable, and
 * `minibell-outcome` when a tap did not open its page.
 */
export class FloatingWindow extends Surface {
  /** Opens the sheet; `inbox` alone for a host that has a sheet of its own for actions. */
  declare readonly show: (view: 'actions' | 'inbox') => void
  declare readonly close: () => void
  /** One view back, or closed from the first; for the host's back button. False when it was closed already. */
  declare readonly back: () => boolean

  constructor() {
    super(drawingOf)
  }
}

/** What stands in the window is fetched when it is asked for, and this long after the page at the latest. */
const fetchAfterMs = 2000

function drawingOf(host: Surface, root: ShadowRoot): Drawing {
  let inside: Window | undefined
  /** What to show once that is fetched, and what had the focus when it was asked for. */
  let wanted: View | undefined
  let asking: Element | null

  const fetch = (): void =>
    list.withExtras(({ windowOf }) => {
      inside = inside || windowOf(list)
      if (wanted) inside.show(wanted, asking)
      wanted = undefined
    })
  const list = messageList(host, root, {
    detail: (itemId) => inside && inside.detail(itemId),
    opened: () => inside && inside.leave('opened'),
  })

  Object.assign(host, {
    show(next: View) {
      wanted = next
      asking = document.activeElement
      fetch()
    },
    close() {
      wanted = undefined
      if (inside) inside.leave('host')
    },
    back: () => !!inside && inside.back(),
  })
  return {
    connect() {
      const undo = list.connect()
      const timer = setTimeout(fetch, fetchAfterMs)
      return () => {
        undo()
        clearTimeout(timer)
      }
    },
    drawn(inbox) {
      if (inside) inside.drawn()
      list.drawn(inbox)
    },
    template: (inbox, speech) => (inside ? inside.template(inbox, speech) : ''),
  }
}
