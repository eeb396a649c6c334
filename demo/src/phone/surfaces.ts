import '@minibell/elements/define'
import type { Inbox } from '@minibell/client'
import { intlFormat, type Words } from '@minibell/elements'
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
  /** Times and numbers follow the language that the screen has. */
  setWords(words: Words): void
  /** `light`, `dark`; without one as the device has it. */
  setTheme(theme: string | undefined): void
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
  const all = [bubble, sheet, list]
  let timeZone = 'UTC'
  const write = (): void => {
    const locale = bubble.closest<HTMLElement>('[lang]')?.lang === 'ar' ? 'ar' : 'en-GB'
    const timeOfDay = (at: number): string => minuteText(at, timeZone)
    const format = { ...intlFormat(locale, timeZone), timeOfDay }
    for (const surface of all) surface.format = format
  }
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
    setTimeZone(next) {
      timeZone = next
      write()
    },
    setWords(words) {
      for (const surface of all) surface.words = words
      // The screen may have turned round, and the capsule button with it.
      place()
      write()
    },
    setTheme(theme) {
      for (const surface of all)
        if (theme) surface.setAttribute('theme', theme)
        else surface.removeAttribute('theme')
    },
    connectCenter(inbox) {
      if (list.inbox !== inbox) list.inbox = inbox
    },
  }
}
