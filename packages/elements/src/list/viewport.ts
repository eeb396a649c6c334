import type { Undo } from '@minibell/ports'

/** The visible part of a list, px from its top; it may lie above or below the list. */
export interface Visible {
  readonly top: number
  readonly bottom: number
}

/**
 * Calls `changed` at most once a frame while anything around `element` scrolls or the window changes its size. Scroll
 * events do not leave a shadow root, so that each one around the element is listened to.
 */
export function watchScroll(element: Element, changed: (scroller: Element | undefined) => void): Undo {
  let frame = 0
  const onScroll = ({ target }: Event): void => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => changed(target instanceof Element ? target : undefined))
  }
  const roots = rootsAround(element)
  for (const root of roots) root.addEventListener('scroll', onScroll, true)
  addEventListener('resize', onScroll)
  return () => {
    cancelAnimationFrame(frame)
    for (const root of roots) root.removeEventListener('scroll', onScroll, true)
    removeEventListener('resize', onScroll)
  }
}

/** `scroller`: what scrolled last; without one it is the window. */
export function visibleOf(list: Element, scroller: Element | undefined): Visible {
  const { top } = list.getBoundingClientRect()
  const frame = scroller?.getBoundingClientRect()
  return { top: Math.max(0, frame?.top ?? 0) - top, bottom: Math.min(innerHeight, frame?.bottom ?? innerHeight) - top }
}

function rootsAround(element: Element): readonly Node[] {
  const root = element.shadowRoot ?? element.getRootNode()
  if (!(root instanceof ShadowRoot)) return [root]
  const outside = root.host.getRootNode()
  return outside instanceof ShadowRoot
    ? [root, ...rootsAround(root.host.parentElement ?? outside.host)]
    : [root, outside]
}
