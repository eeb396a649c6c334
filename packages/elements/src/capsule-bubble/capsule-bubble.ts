import type { Inbox, OpenOutcome } from '@minibell/client'
import type { Navigator, Rect } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import type { BadgeOptions, BubbleFormat, BubbleWords } from '@minibell/views'
import { watch } from '../live.ts'
import { PageElement } from '../page-element.ts'
import { behaviourOf } from './behaviour.ts'

/** What `minibell-open-inbox` and `minibell-outcome` carry. */
export interface BubbleTap {
  /** The bubble's items, oldest first. */
  readonly itemIds: readonly string[]
  /** Absent when there were several and none was opened. */
  readonly outcome?: OpenOutcome
}

/**
 * MA-1: what appears at the capsule button when a message arrives, and the badge at its corner. An arrival counts as
 * delivered; only a touch makes it seen. Set `inbox`; the attribute `quiet` leaves the badge alone. Fires
 * `minibell-open-inbox` when a tap means several messages or one that leads nowhere, and `minibell-outcome` when the page
 * did not open; both carry a `BubbleTap`, bubble and are composed.
 */
export class CapsuleBubble extends PageElement {
  declare inbox: Inbox | undefined
  /** Replaces some or all of the English words. */
  declare words: Partial<BubbleWords> | undefined
  /** Default: by `Intl`, in the language that the element stands in. */
  declare format: BubbleFormat | undefined
  /** From the Geometry port, px; absent or of zeros: the usual place at the end side. */
  declare capsuleRect: Rect | undefined
  /** Tells where the person is: a message that leads right there raises no bubble. */
  declare navigator: Pick<Navigator, 'current'> | undefined
  /** How long a bubble stays untouched. Default 6,000. */
  declare dwellMs: number | undefined
  /** Do not disturb: whether an arrival raises no bubble, by its sender, its kind or the hour; it is in the inbox and the badge. Default: none. */
  declare isQuiet: ((item: InboxItem) => boolean) | undefined
  declare badge: BadgeOptions | undefined
  /** Addresses of senders' icons that may be loaded: `/^https:\/\/cdn\.example\//`. Default: `data:image/…` alone. */
  declare pictures: RegExp | undefined

  private readonly refresh = behaviourOf(this)

  constructor() {
    super()
    watch(this, ['inbox', 'words', 'format', 'capsuleRect', 'badge', 'pictures'], this.refresh)
  }

  connectedCallback(): void {
    this.refresh()
  }

  disconnectedCallback(): void {
    this.refresh()
  }
}
