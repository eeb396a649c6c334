import type { Undo } from '@minibell/ports'
import type { Drawing } from '../drawing.ts'

/** A sheet at the bottom of the page, from its way in to its way out. */
export interface Sheet {
  isOpen(): boolean
  open(): void
  close(): void
  /** A class of the markup; `''` when nothing of it is left. */
  phase(): '' | 'shown' | 'leaving'
  /** A finger came to its grabber, and left it: pulled down far enough it goes. */
  press(y: number): void
  release(y: number): boolean
}

/** How long the way out takes. */
const leaveMs = 180

/** So far it is pulled down before it goes, px. */
const pullPx = 40

export function sheetOf(drawing: () => Drawing): Sheet {
  let phase: '' | 'shown' | 'leaving' = ''
  let leaving: Undo = () => {}
  let from = 0
  return {
    isOpen: () => phase === 'shown',
    phase: () => phase,
    open() {
      leaving()
      phase = 'shown'
      drawing().changed()
    },
    close() {
      if (phase !== 'shown') return
      phase = 'leaving'
      leaving = drawing().after(leaveMs, () => {
        phase = ''
        drawing().changed()
      })
      drawing().changed()
    },
    press(y) {
      from = y
    },
    release: (y) => y - from > pullPx,
  }
}
