import type { Folded } from './fold.ts'
import { matchesOf } from './matches.ts'

/** A folded text in which spelled-out words are whole: `c a s i n o`, `c.a.s.i.n.o`. `keep` names signs that stay between them. */
export function spelledWhole(folded: Folded, keep = ''): Folded {
  const known = whole.get(folded)
  if (known?.keep === keep) return known.view
  const view = joined(folded, keep)
  whole.set(folded, { keep, view })
  return view
}

/** Several rules look at one text in a row. */
const whole = new WeakMap<Folded, { readonly keep: string; readonly view: Folded }>()
const plain = new WeakMap<Folded, Folded>()

function joined(folded: Folded, keep: string): Folded {
  const { text } = folded
  const drop = new Set<number>()
  for (const run of matchesOf(text, spelled))
    for (let at = run.index; at < run.index + run[0].length; at += 1) {
      const sign = text.charAt(at)
      if (isSeparator(sign) && !keep.includes(sign)) drop.add(at)
    }
  return drop.size === 0 ? folded : without(folded, drop)
}

/** A folded text in which letters that are written as digits or signs, or drawn out, are plain: `p0rn`, `caaasino`. */
export function unmasked(folded: Folded): Folded {
  const known = plain.get(folded)
  if (known) return known
  const view = mayBeMasked.test(folded.text) ? withoutMask(folded) : folded
  plain.set(folded, view)
  return view
}

function withoutMask(folded: Folded): Folded {
  const drop = new Set<number>()
  const { text } = folded
  for (let at = 2; at < text.length; at += 1)
    if (/[a-z]/.test(text.charAt(at)) && text[at] === text[at - 1] && text[at] === text[at - 2])
      drop.add(at).add(at - 1)
  let plain = ''
  let at = 0
  for (const token of matchesOf(text, masked)) {
    plain += text.slice(at, token.index) + token[0].replace(/[013457@$!]/g, (sign) => letterOf[sign] ?? sign)
    at = token.index + token[0].length
  }
  plain += text.slice(at)
  if (drop.size === 0 && plain === text) return folded
  return without({ text: plain, from: folded.from }, drop)
}

/** Three of a letter in a row, or a digit or a sign between letters. */
const mayBeMasked = /([a-z])\1\1|[a-z][013457@$!]{1,2}[a-z]/

/** A text in which full-width and other compatibility characters are the plain ones; case and accents stay. Linear. */
export function plainWidth(source: string): Folded {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const character of source) {
    const plain = character < '\u0080' ? character : /^\p{Cf}$/u.test(character) ? '' : character.normalize('NFKC')
    for (let unit = 0; unit < plain.length; unit += 1) from.push(at)
    text += plain
    at += character.length
  }
  from.push(source.length)
  return { text, from }
}

/** At least four single characters with one to three signs or blanks between them. */
const spelled =
  /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]\p{M}*(?:[ .,*_·•-]{1,3}[\p{L}\p{N}]\p{M}*(?![\p{L}\p{M}\p{N}])){3,60}/gu

/** A word of Latin letters with digits or signs between them, in up to three places. */
const masked = /(?<![a-z0-9@$!])[a-z]{1,12}(?:[013457@$!]{1,2}[a-z]{1,12}){1,3}(?![a-z0-9@$])/g

const letterOf: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const isSeparator = (sign: string): boolean => /^[ .,*_·•-]$/.test(sign)

function without({ text, from }: Folded, drop: ReadonlySet<number>): Folded {
  let kept = ''
  const places: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (drop.has(at)) continue
    kept += text.charAt(at)
    places.push(from[at] ?? 0)
  }
  places.push(from[text.length] ?? 0)
  return { text: kept, from: places }
}
