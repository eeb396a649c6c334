import type { BubbleFormat, Format } from './format.ts'
import type { BubbleWords, ListWords, PluralText } from './words.ts'

/** What a model needs besides the inbox to become text. `now` is the platform's clock, ms since 1970. */
export interface Speech {
  readonly words: ListWords
  readonly format: Format
  readonly now: number
  /** Addresses of pictures in messages and of senders' icons that may be loaded: `/^https:\/\/cdn\.example\//`. Default: `data:image/…` alone. */
  readonly pictures?: RegExp | undefined
}

/** The capsule bubble's share of `Speech`. */
export interface BubbleSpeech {
  readonly words: BubbleWords
  readonly format: BubbleFormat
  /** As in `Speech`. */
  readonly pictures?: RegExp | undefined
}

/** `text` with `{name}` replaced; a value is never expanded again, and a name without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/{(\w+)}/g, (whole, name: string) => values[name] ?? whole)
}

/** The plural form of `count`, with `{n}` as the reader's language writes it. */
export function say(text: PluralText, count: number, format: BubbleFormat): string {
  // Most of them have one form, and a phone's plural rules are slow to come.
  const form = Object.keys(text)[1] ? text[format.plural(count)] : ''
  return (form || text.other).replace('{n}', format.number(count))
}
