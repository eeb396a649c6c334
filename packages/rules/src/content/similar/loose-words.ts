/** The words of a text, each once, the longest first, with how much each says. */
export type LooseWords = readonly { readonly word: string; readonly weight: number }[]

/** As many words are compared. */
const most = 80

/** Long words say more than short ones; Chinese signs stand for themselves and are left to the letters. */
export function looseWords(words: readonly string[]): LooseWords {
  return [...new Set(words)]
    .slice(0, most)
    .filter((word) => !/^\p{Script=Han}$/u.test(word))
    .map((word) => ({ word, weight: Math.min(word.length, heaviest) }))
    .sort((one, other) => other.weight - one.weight)
}

const heaviest = 8

/** What a text and the same text with a phrase more have in common at least. */
const extended = 0.85
/** As much of the longer text must then stand in the shorter. */
const leastShared = 0.6

/** How much of what both say is said in nearly the same words: misspelled, bent or the same. From 0 to 1; symmetric. */
export function looseLikeness(one: LooseWords, other: LooseWords): number {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  if (few.length < 2) return 0
  const free = new Set(many)
  let both = 0
  for (const each of few) {
    const match = nearest(each.word, free)
    if (!match) continue
    free.delete(match)
    both += Math.min(each.weight, match.weight)
  }
  const [less, more] = [weightOf(few), weightOf(many)].sort((a, b) => a - b) as [number, number]
  const share = both / (less + more - both)
  return both >= less - 1 && few.length > 2 && both >= leastShared * more ? Math.max(share, extended) : share
}

const weightOf = (words: LooseWords): number => words.reduce((sum, { weight }) => sum + weight, 0)

function nearest(word: string, free: ReadonlySet<LooseWords[number]>): LooseWords[number] | undefined {
  let near: LooseWords[number] | undefined
  for (const each of free) {
    if (each.word === word) return each
    if (near === undefined && areNear(word, each.word)) near = each
  }
  return near
}

/** One slip in words of four letters and more, two from eight; or one stem with another ending. */
function areNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 4 || long.length - short.length > 3) return false
  const same = commonStart(short, long)
  if (same >= 4 && same >= 0.7 * long.length) return true
  return long.length - short.length <= 1 && slips(short, long, same) <= (short.length < 8 ? 1 : 2)
}

function commonStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one.charAt(at) === other.charAt(at)) at += 1
  return at
}

/** How many letters differ between the common start and the common end. */
function slips(short: string, long: string, start: number): number {
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1
  return long.length - start - end
}
