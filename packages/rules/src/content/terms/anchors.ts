/** One of these stands in every folded text that a term matches; `undefined`: nothing can be said. */
export type Anchors = readonly string[] | undefined

/** As many letters of a word are looked at. */
export const longestAnchor = 8

interface Reader {
  readonly term: string
  /** The last letter of a word changes with its ending. */
  readonly bends: boolean
  at: number
}

/** What a term, folded and without `~`, cannot do without: letters of its longest word, or of each of its choices. */
export function anchorsOf(term: string, { bends }: { readonly bends: boolean }): Anchors {
  return choiceOf({ term, bends, at: 0 })
}

/** Up to the bracket that ends it: one of all parts between bars, so each must have some. */
function choiceOf(reader: Reader): Anchors {
  const all: Anchors[] = [sequenceOf(reader)]
  while (reader.term[reader.at] === '|') {
    reader.at += 1
    all.push(sequenceOf(reader))
  }
  return all.every((one) => one !== undefined) ? all.flat() : undefined
}

/** Up to a bar or a bracket: what is best of the parts that must be there. */
function sequenceOf(reader: Reader): Anchors {
  let best: Anchors
  while (reader.at < reader.term.length && !'|)'.includes(reader.term.charAt(reader.at)))
    best = better(best, partOf(reader))
  return best
}

function partOf(reader: Reader): Anchors {
  const sign = reader.term.charAt(reader.at)
  if (sign === '(') return groupOf(reader)
  if (/[\p{L}\p{M}\p{N}]/u.test(sign)) return wordOf(reader)
  if (sign === '[') reader.at = Math.max(reader.at, reader.term.indexOf(']', reader.at))
  reader.at += 1
  return undefined
}

/** `(a|b)?`, `(a|b)*` and `(?!a)` need not be there. */
function groupOf(reader: Reader): Anchors {
  reader.at += 1
  const isAbout = reader.term[reader.at] === '?'
  const inside = choiceOf(reader)
  reader.at += 1
  const rest = reader.term.slice(reader.at)
  return isAbout || /^ ?\*|^\?/.test(rest) ? undefined : inside
}

function wordOf(reader: Reader): Anchors {
  const [word = ''] = /^[\p{L}\p{M}\p{N}]+/u.exec(reader.term.slice(reader.at)) ?? []
  reader.at += word.length
  const isLastOpen = reader.term[reader.at] === '?' || (reader.bends && word.length > 2)
  const sure = isLastOpen ? word.slice(0, -1) : word
  return sure.length < 2 ? undefined : [sure.slice(0, longestAnchor)]
}

function better(one: Anchors, other: Anchors): Anchors {
  if (!one || !other) return one ?? other
  return worth(other) > worth(one) ? other : one
}

/** Long ones are rare; many are not. */
function worth(anchors: readonly string[]): number {
  return Math.min(...anchors.map(({ length }) => length)) - anchors.length / 64
}
