/** Screen pixels, as the Geometry port gives them. */
export interface CapsuleRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the capsule button is, and the badge at it, in px. */
export interface BubblePlace {
  /** The side of the page that the capsule button is at. */
  readonly side: 'left' | 'right'
  readonly capsule: CapsuleRect
  /** From the page's edge at `side` to the middle of the "•••" half. */
  readonly arrow: number
  /** From the page's edge at `side` to the capsule's corner at the "•••" half. */
  readonly badge: number
}

/**
 * `width`: the page's. Without a rectangle, or with one of zeros as some hosts report at start, the capsule is taken to
 * be 87 × 32 in a 44 px bar under a 24 px status bar, 7 px from the end side.
 */
export function bubblePlaceOf(
  rect: CapsuleRect | undefined,
  page: { readonly width: number; readonly rtl: boolean },
): BubblePlace {
  const { width, rtl } = page
  const capsule = rect && rect.width ? rect : { x: rtl ? 7 : width - 94, y: 28, width: 87, height: 32 }
  const side = capsule.x + capsule.width / 2 > width / 2 ? 'right' : 'left'
  const fromSide = (share: number): number => {
    const x = capsule.x + capsule.width * (rtl ? 1 - share : share)
    return side === 'right' ? width - x : x
  }
  return { side, capsule, arrow: fromSide(0.25), badge: fromSide(0) }
}
