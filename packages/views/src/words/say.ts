import type { Format } from './format.ts'
import type { PluralText, Words } from './words.ts'

/** What a model needs besides the inbox to become text. `now` is the platform's clock, ms since 1970. */
export interface Speech<Spoken = Words> {
  readonly words: Spoken
  readonly format: Format
  readonly now: number
}

/** `text` with `{name}` replaced; a value is never expanded again, and a name without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** The plural form of `count`, filled in; `{n}` is `count` as the reader's language writes it. */
export function say(
  text: PluralText,
  format: Format,
  values: { readonly n: number; readonly [name: string]: string | number },
): string {
  const texts: Record<string, string> = {}
  for (const name of Object.keys(values)) texts[name] = String(values[name])
  texts['n'] = format.number(values.n)
  return fill(text[format.plural(values.n)] ?? text.other, texts)
}
