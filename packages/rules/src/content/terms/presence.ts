import { longestAnchor } from './anchors.ts'

/** The numbers that a list got for its anchors, in a row. */
export interface Asked {
  readonly from: number
  readonly to: number
}

/** By the letters of an anchor, the numbers of those who asked for it. */
const asked = new Map<string, number[]>()
/** By a length and the hash of so many letters: whether an anchor begins with them, or is them. Two letters settle most places of a text. */
const hashes = Array.from({ length: longestAnchor + 1 }, () => new Uint8Array(0x10000))
const begins = 1
const ends = 2
/** By number, in which look through a text it was found last. */
const seen: number[] = []
let look = 0
let last: string | undefined
let hits: readonly number[] = []

/** Asks for anchors from now on; each gets the next number. */
export function ask(all: readonly (readonly string[])[]): Asked {
  const from = seen.length
  for (const anchors of all) {
    const number = seen.push(0) - 1
    for (const anchor of new Set(anchors)) put(anchor, number)
  }
  last = undefined
  return { from, to: seen.length }
}

function put(anchor: string, number: number): void {
  let hash = 0
  for (let at = 0; at < anchor.length; at += 1) {
    hash = step(hash, anchor.charCodeAt(at))
    const kinds = hashes[at + 1] as Uint8Array
    kinds[hash] = (kinds[hash] as number) | (at + 1 === anchor.length ? ends : begins)
  }
  const others = asked.get(anchor)
  if (others) others.push(number)
  else asked.set(anchor, [number])
}

const step = (hash: number, code: number): number => (hash * 37 + code) & 0xffff

/** Which numbers of a row have an anchor in the text, ascending. A text is looked through once for all lists together. */
export function present(text: string, { from, to }: Asked): readonly number[] {
  if (text !== last) lookThrough(text)
  const start = firstFrom(from)
  const end = firstFrom(to)
  return start === end ? none : hits.slice(start, end)
}

const none: readonly number[] = []

/** Index of the first hit that is not below a number. */
function firstFrom(from: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle] as number) < from) low = middle + 1
    else high = middle
  }
  return low
}

function lookThrough(text: string): void {
  last = text
  look += 1
  const found: number[] = []
  for (let at = 0; at < text.length; at += 1) lookAt(text, at, found)
  hits = found.sort((one, other) => one - other)
}

function lookAt(text: string, at: number, found: number[]): void {
  const end = Math.min(longestAnchor, text.length - at)
  let hash = 0
  for (let length = 1; length <= end; length += 1) {
    hash = step(hash, text.charCodeAt(at + length - 1))
    const kind = (hashes[length] as Uint8Array)[hash] as number
    if ((kind & ends) !== 0) note(asked.get(text.slice(at, at + length)), found)
    if ((kind & begins) === 0) return
  }
}

function note(numbers: readonly number[] | undefined, found: number[]): void {
  for (const number of numbers ?? none)
    if (seen[number] !== look) {
      seen[number] = look
      found.push(number)
    }
}
