import type { Inbox } from '@minibell/client'
import type { Geometry, Navigator, Timers, Undo } from '@minibell/ports'
import type { Format, Words } from '@minibell/views'
import type { Writing } from './words/plain-format.ts'

/** What the reader's language says and how it writes numbers and times: a file of `languages/`. */
export interface Language {
  /** BCP 47; decides the direction. */
  readonly tag: string
  readonly words: Words
  readonly writing: Writing
}

/** What an app hands to all surfaces at once. */
export interface Given {
  readonly inbox: Inbox
  readonly host: {
    readonly timers: Timers
    readonly geometry?: Geometry
    /** Tells where the person is: a message that leads right there raises no bubble. */
    readonly navigator?: Pick<Navigator, 'current'>
  }
  /** Default: English. */
  readonly language?: Language
  /** Replaces some of the language's words. */
  readonly words?: Partial<Words>
  /** Default: the language's. */
  readonly format?: Format
  /** Addresses of pictures in messages that may be loaded: `/^https:\/\/cdn\.example\//`. Default: `data:image/…` alone. */
  readonly pictures?: RegExp
  /** Default `auto`: as the device says. */
  readonly theme?: 'light' | 'dark' | 'auto'
}

let given: Given | undefined
const waiting = new Set<() => void>()

/** Gives the app's inbox to every surface, those that are open and those to come. Call it in `app.js`, and again after a change of language, theme or person. */
export function provide(options: Given): void {
  given = options
  for (const tell of Array.from(waiting)) tell()
}

/** Calls at once when there is something, and at each `provide` from then on. */
export function whenGiven(listener: (given: Given) => void): Undo {
  const tell = (): void => {
    if (given) listener(given)
  }
  waiting.add(tell)
  tell()
  return () => void waiting.delete(tell)
}
