import '@minibell/elements/define'
import type { Inbox } from '@minibell/client'
import { intlFormat } from '@minibell/elements'
import type { Geometry, Navigator } from '@minibell/ports'
import { minuteText } from '../look/words.ts'

/** Minibell's three surfaces on this phone (MA-1). */
export interface Surfaces {
  readonly bubble: HTMLElement
  readonly sheet: HTMLElement
  readonly list: HTMLElement
  showActions(): void
  closeSheet(): void
  /** `navigator`: of the mini-program in front, whose open page raises no bubble. */
  connectProgram(inbox: Inbox, navigator: Navigator): void
  connectCenter(inbox: Inbox): void
  /** Times as they are where the person lives. */
  setTimeZone(timeZone: string): void
}

/** The three elements; `actions` are the host's own, beside the Messages button. */
export function surfaces(geometry: Geometry, actions: readonly HTMLElement[]): Surfaces {
  const bubble = document.createElement('minibell-capsule-bubble')
  const sheet = document.createElement('minibell-floating-window')
  const list = document.createElement('minibell-message-center')
  sheet.append(...actions)
  bubble.addEventListener('minibell-open-inbox', () => sheet.show('inbox'))
  const place = (): void => {
    bubble.capsuleRect = geometry.capsule()
  }
  geometry.on(place)
  place()
  return {
    bubble,
    sheet,
    list,
    showActions: () => sheet.show('actions'),
    closeSheet: () => sheet.close(),
    connectProgram(inbox, navigator) {
      if (bubble.inbox !== inbox) bubble.inbox = inbox
      if (sheet.inbox !== inbox) sheet.inbox = inbox
      bubble.navigator = navigator
    },
    setTimeZone(timeZone) {
      const format = { ...intlFormat('en-GB', timeZone), timeOfDay: (at: number) => minuteText(at, timeZone) }
      for (const surface of [bubble, sheet, list]) surface.format = format
    },
    connectCenter(inbox) {
      if (list.inbox !== inbox) list.inbox = inbox
    },
  }
}
