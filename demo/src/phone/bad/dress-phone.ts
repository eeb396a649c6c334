import type { Words } from '@minibell/elements'
import { english } from '@minibell/elements'
import { loadWords } from '@minibell/elements/words'
import type { Surfaces } from '../surfaces.ts'
import type { HardshipCell } from './hardship.ts'

/** Turns the screen and its surfaces round, dark or large, and back; what it says of its line changes, too. What does not load stays English. */
export function dressPhone(screen: HTMLElement, parts: Surfaces, hardship: HardshipCell): void {
  let arabic: Words | undefined
  hardship.watch(({ slow, rtl, dark, large }) => {
    const net = screen.querySelector('.net')
    if (net) net.textContent = slow ? '3G' : '4G'
    screen.dir = rtl ? 'rtl' : 'ltr'
    screen.lang = rtl ? 'ar' : 'en'
    screen.style.colorScheme = dark ? 'dark' : ''
    screen.dataset['theme'] = dark ? 'dark' : ''
    screen.style.setProperty('--minibell-font-size', large ? '32px' : 'medium')
    parts.setTheme(dark ? 'dark' : document.documentElement.dataset['theme'])
    parts.setWords(rtl ? (arabic ?? english) : english)
    if (!rtl || arabic) return
    loadWords('ar').then(
      (words) => {
        arabic = words
        if (hardship.get().rtl) parts.setWords(words)
      },
      () => undefined,
    )
  })
}
