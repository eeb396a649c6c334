import type { Inbox } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import { type Format, languageDirection, type Speech, type Words } from '@minibell/views'
import { changesOf, type Data } from './changes.ts'
import { type Given, type Language, whenGiven } from './given.ts'
import type { Screen } from './surface.ts'
import { english } from './words/english.ts'
import { plainFormat } from './words/plain-format.ts'

/** Draws a surface again whenever something changed, once in a while at most, and never in a page that is hidden. */
export interface Drawing {
  /** `undefined` before the app has called `provide`. */
  readonly given: () => Given | undefined
  changed(): void
  visible(is: boolean): void
  isVisible(): boolean
  after(ms: number, act: () => void): Undo
  end(): void
}

/** What a surface says of itself. */
export interface Drawn {
  /** Called anew with every inbox; the undo when another comes, or at the end. */
  listen(inbox: Inbox): Undo
  model(given: Given): Data
  /** The view has what was changed. */
  drawn(given: Given): void
}

/** One frame at 60 Hz: what happens within is drawn once. */
const frameMs = 16

/** Relative times age on screen this often. */
const tickMs = 30_000

export function drawingOf(screen: Screen, { listen, model, drawn }: Drawn): Drawing {
  let given: Given | undefined
  let shown: Data = {}
  let frame: Undo | undefined
  let tick: Undo = () => {}
  let unlisten: Undo = () => {}
  let isVisible = true
  let isOver = false

  const draw = (): void => {
    frame = undefined
    if (isOver || !isVisible || !given) return
    const mine = given
    const next = model(mine)
    const changes = changesOf(shown, next)
    shown = next
    const done = (): void => {
      if (!isOver && isVisible && mine === given) drawn(mine)
    }
    if (Object.keys(changes).length) screen.set(changes, done, next)
    else done()
  }
  const changed = (): void => {
    if (given && !isOver) frame = frame || given.host.timers.after(frameMs, draw)
  }
  const age = (): void => {
    tick()
    tick = given && isVisible && !isOver ? given.host.timers.after(tickMs, aged) : () => {}
  }
  const aged = (): void => {
    changed()
    age()
  }
  const forget = whenGiven((next) => {
    if (!given || given.inbox !== next.inbox) {
      unlisten()
      const undos = [listen(next.inbox), next.inbox.subscribe(changed)]
      unlisten = () => {
        for (const undo of undos) undo()
      }
    }
    given = next
    // Not at once: the surface is being made.
    changed()
    age()
  })

  return {
    given: () => given,
    changed,
    isVisible: () => isVisible && !isOver,
    after: (ms, act) => (given ? given.host.timers.after(ms, act) : () => {}),
    visible(is) {
      isVisible = is
      changed()
      age()
    },
    end() {
      isOver = true
      forget()
      unlisten()
      if (frame) frame()
      tick()
    },
  }
}

/** All words, those of the app before those of the language. */
export type AllWords = Words

export function wordsOf({ language = english, words }: Given): AllWords {
  return Object.assign({}, english.words, language.words, words)
}

/** Words, format and the platform's time, for one drawing. */
export function speechOf(given: Given): Speech {
  const { inbox, language = english, format, pictures } = given
  return { words: wordsOf(given), format: format || formatOf(language), now: inbox.clock.now(), pictures }
}

let made: { readonly language: Language; readonly format: Format } | undefined

/** Made once a language. */
function formatOf(language: Language): Format {
  if (!made || made.language !== language) made = { language, format: plainFormat(language.writing) }
  return made.format
}

/** Whether the reader's language runs from right to left. */
export function isRtl({ language = english }: Given): boolean {
  return languageDirection(language.tag) === 'rtl'
}

/** Classes of a surface's outermost node: theme and direction. */
export function lookOf(given: Given): string {
  return `mb ${given.theme || 'auto'} ${isRtl(given) ? 'rtl' : 'ltr'}`
}
