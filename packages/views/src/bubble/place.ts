/** Screen pixels, as the Geometry port gives them. */
interface CapsuleRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where bubble and badge stand, in px from the corner of the page at `side`. */
export interface BubblePlace {
  /** The side of the screen that the capsule button is at. */
  readonly side: 'left' | 'right'
  /** Top of the bubble: 8 px under the capsule. */
  readonly top: number
  /** From the bubble's edge at `side` to the middle of the "•••" half. */
  readonly arrow: number
  /** The capsule's corner at the outer end of the "•••" half. */
  readonly badge: { readonly x: number; readonly y: number }
}

/** Px between the bubble and the screen's edge. */
export const bubbleMargin = 8

/**
 * `width`: the page's. Without a rectangle, or with one of zeros as some hosts report at start, the capsule is taken to
 * be 87 × 32 in a 44 px bar under a 24 px status bar, at the end side.
 */
export function bubblePlaceOf(page: {
  readonly capsule?: CapsuleRect | undefined
  readonly width: number
  readonly direction: 'ltr' | 'rtl'
}): BubblePlace {
  const { width, direction } = page
  const rtl = direction === 'rtl'
  const { capsule = { x: 0, y: 0, width: 0, height: 0 } } = page
  const {
    x,
    y,
    width: wide,
    height,
  } = capsule.width > 0 ? capsule : { x: rtl ? 7 : width - 94, y: 28, width: 87, height: 32 }
  const side = x + wide / 2 > width / 2 ? 'right' : 'left'
  const dots = x + wide * (rtl ? 0.75 : 0.25)
  const fromSide = (side === 'right' ? width - dots : dots) - bubbleMargin
  return {
    side,
    top: y + height + bubbleMargin,
    arrow: Math.max(20, Math.round(fromSide)),
    badge: { x: rtl ? x + wide : x, y },
  }
}
