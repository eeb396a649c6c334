import type { Geometry, Rect } from '@minibell/ports'
import { listen } from './listen.ts'

/** Where a page draws its capsule button: an element, or a rectangle in viewport pixels. */
export type Capsule = () => Element | Rect | null | undefined

/** `capsule` is asked each time. An element without size is unknown. Scrolling and resizing are told. */
export function webGeometry(capsule: Capsule): Geometry {
  return {
    capsule() {
      const found = capsule()
      const rect = found && 'getBoundingClientRect' in found ? found.getBoundingClientRect() : found
      if (!rect?.width) return
      const { x, y, width, height } = rect
      return { x, y, width, height }
    },
    on: (listener) => listen(['resize', 'scroll'], listener),
  }
}
