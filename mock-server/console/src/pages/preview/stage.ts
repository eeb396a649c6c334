import '@minibell/elements/define'
import { intlFormat } from '@minibell/elements'
import { loadWords } from '@minibell/elements/words'
import type { SenderRecord } from '@minibell/mock'
import { previewInbox, type ShownMessage } from './preview-inbox.ts'

/** What the surfaces wear and speak. */
export interface Dress {
  readonly language: string
  readonly scheme: string
  readonly theme: string
  readonly timeZone: string
}

/** The three surfaces in one frame each. */
export interface Stage {
  /** Bubble, message center, floating window, each to be put into a frame of its own. */
  readonly surfaces: readonly [HTMLElement, HTMLElement, HTMLElement]
  show(message: ShownMessage, sender: SenderRecord): void
  dress(dress: Dress): Promise<void>
  /** For whoever closed the floating window. */
  reopen(): void
  stop(): void
}

/** Loaded with the first preview alone: the elements are the shipped ones. */
export function createStage(sender: SenderRecord, now: () => number): Stage {
  const { inbox, show, stop } = previewInbox(sender, now)
  const bubble = document.createElement('minibell-capsule-bubble')
  const center = document.createElement('minibell-message-center')
  const sheet = document.createElement('minibell-floating-window')
  const surfaces = [bubble, center, sheet] as const
  for (const surface of surfaces) surface.inbox = inbox
  bubble.dwellMs = 600_000
  return {
    surfaces,
    stop,
    show(message, from) {
      show(message, from)
      // A sheet that was opened before its frame stood on the page has nothing to cover.
      if (sheet.isConnected) open(sheet)
    },
    reopen: () => sheet.show('inbox'),
    async dress({ language, scheme, theme, timeZone }) {
      const words = await loadWords(language)
      wear(theme)
      for (const surface of surfaces) {
        surface.setAttribute('theme', scheme)
        surface.lang = language
        surface.dir = language === 'ar' || language === 'ur' ? 'rtl' : 'ltr'
        surface.words = words
        surface.format = intlFormat(language, timeZone)
      }
    },
  }
}

/** An open window takes the focus, which belongs to the operator here. */
function open(sheet: HTMLElementTagNameMap['minibell-floating-window']): void {
  const focused = document.activeElement === document.body ? document.querySelector('h1') : document.activeElement
  sheet.show('inbox')
  sheet.addEventListener('focusin', () => focused instanceof HTMLElement && focused.focus({ preventScroll: true }), {
    once: true,
  })
}

/** One of the shipped style sheets, or none. */
function wear(theme: string): void {
  const link = document.querySelector<HTMLLinkElement>('link[data-theme-of-preview]') ?? document.createElement('link')
  link.dataset['themeOfPreview'] = theme
  link.rel = 'stylesheet'
  if (theme === 'plain') {
    link.remove()
    return
  }
  const href = `/console/themes/${theme}.css`
  if (link.getAttribute('href') !== href) link.href = href
  if (!link.isConnected) document.head.append(link)
}
