import type { Geometry, Rect } from '@minibell/ports'
import { h } from '../look/element.ts'

/** As hosts draw it: 87 × 32, 8 px from the screen's edge, centred in the 44 px bar below the 24 px status bar. */
const capsule = { width: 87, height: 32, end: 8, top: 24 + 6 } as const

export interface CapsuleButton {
  readonly element: HTMLElement
  /** In px from the screen's own corner, which is what fixed elements inside the phone are placed by. */
  readonly geometry: Geometry
}

/** The host's capsule button: more options and close. */
export function capsuleButton(
  screen: HTMLElement,
  taps: { readonly more: () => void; readonly close: () => void },
): CapsuleButton {
  const more = h(
    'button',
    {
      type: 'button',
      class: 'capsule-more',
      'aria-label': 'More options',
      'aria-haspopup': 'dialog',
      onclick: taps.more,
    },
    h('i', {}),
    h('i', {}),
    h('i', {}),
  )
  const close = h(
    'button',
    { type: 'button', class: 'capsule-close', 'aria-label': 'Close the mini-program', onclick: taps.close },
    h('i', {}),
  )
  const element = h('div', { class: 'capsule', role: 'group', 'aria-label': 'Mini-program' }, more, close)
  return { element, geometry: geometryOf(screen) }
}

function geometryOf(screen: HTMLElement): Geometry {
  const listeners = new Set<() => void>()
  new ResizeObserver(() => {
    for (const listener of listeners) listener()
  }).observe(screen)
  return {
    capsule: () => rectIn(screen),
    on(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

function rectIn(screen: HTMLElement): Rect | undefined {
  const { clientWidth: width } = screen
  if (width === 0) return undefined
  const x = screen.dir === 'rtl' ? capsule.end : width - capsule.end - capsule.width
  return { x, y: capsule.top, width: capsule.width, height: capsule.height }
}
