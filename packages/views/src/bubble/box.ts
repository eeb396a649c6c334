import type { BubblePlace } from './place.ts'

/** Where the bubble stands, in px. */
export interface BubbleBox {
  /** From the page's edge at `side`. */
  readonly edge: number
  readonly width: number
  /** Of its upper edge under the capsule button, or of its lower one above a button at the page's foot. */
  readonly y: number
  readonly isAbove: boolean
  /** From the bubble's edge at `side` to the tip of its arrow. */
  readonly arrow: number
}

/** Free room around bubble and capsule. */
const margin = 8
const widest = 264
/** Room for a title, two lines, a time. */
const usualHeight = 120
/** The arrow keeps off the round corners. */
const corner = 20

/** Never over the capsule button and never off the page, wherever a host says that the button is. */
export function bubbleBoxOf(
  { arrow, capsule }: BubblePlace,
  page: { readonly width: number; readonly height: number },
): BubbleBox {
  const width = Math.min(widest, page.width - 2 * margin)
  const edge = clamp(arrow - width + 28, margin, page.width - width - margin)
  const below = clamp(capsule.y + capsule.height, 0, page.height) + margin
  const isAbove = below + usualHeight > page.height && capsule.y > usualHeight + 2 * margin
  const y = isAbove ? Math.min(capsule.y, page.height) - margin : below
  return { edge, width, y, isAbove, arrow: clamp(arrow - edge, corner, width - corner) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
