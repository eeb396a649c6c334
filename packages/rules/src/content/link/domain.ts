import { parse } from 'tldts'
import type { Cues } from './cues.ts'
import type { DomainEndings } from './endings.ts'

/** A name with dots in a folded text, and what stands around it. */
export interface Candidate {
  /** Labels, lower case; the last is the top-level domain. */
  readonly labels: readonly string[]
  /** A path, port or query follows. */
  readonly path: boolean
  /** The ending starts with a capital and the label before it ends with a small letter: a sentence that lacks its blank. */
  readonly sentence: boolean
  readonly wordBefore: string
  readonly wordAfter: string
  /** The letters around are not Latin: then a Latin name with a dot is no end of a sentence. */
  readonly foreign: boolean
}

/** The lists that decide. Without cues no word around a name makes it a domain. */
export interface LinkData {
  readonly endings: DomainEndings
  readonly cues?: Cues
}

const sets = new WeakMap<DomainEndings, Readonly<Record<keyof DomainEndings, ReadonlySet<string>>>>()

/** MA-16: whether the name is a domain rather than an abbreviation, a number, a file or two sentences without a blank. */
export function isDomain(candidate: Candidate, { endings, cues }: LinkData): boolean {
  const { labels, path } = candidate
  const known = compiled(endings)
  const top = labels.at(-1) ?? ''
  const names = labels.slice(0, -1)
  if (labels.some((label) => label.startsWith('xn--'))) return true
  if (!endsInDomain(labels)) return false
  if (names.every((name) => name.length === 1 && !path)) return false
  if (names.every((name) => /^\d+$/.test(name)))
    return path ? !isNumberLike(top) : known.plain.has(top) && isGlobal(top)
  const last = names.at(-1) ?? ''
  if (names.length === 1 && known.abbreviations.has(last)) return false
  if (path) return !/^\d+$/.test(last)
  if (names.length > 1) return isNested(names, known)
  if (candidate.sentence)
    return top === 'com' && /^(?:visit|visitez|visite|acesse|tembelea|ziyarci|website|site)$/.test(candidate.wordBefore)
  if (known.plain.has(top)) return last.length > 1
  if (known.files.has(top)) return false
  return candidate.foreign || /[\d-]/.test(last) || !/^[a-z]+$/.test(top) || hasCue(candidate, cues)
}

/** `co.ke` counts as one ending. */
function endsInDomain(labels: readonly string[]): boolean {
  const { isIcann, domain } = parse(labels.join('.'), { validateHostname: false, extractHostname: false })
  return isIcann === true && domain !== null
}

/** `m.kijani.com`, `kijani.co.ke`; not `e.g.today` nor `mr.ali.is`. */
function isNested(
  names: readonly string[],
  known: Readonly<Record<keyof DomainEndings, ReadonlySet<string>>>,
): boolean {
  const [first = ''] = names
  if (names.some((name) => /^\d+$/.test(name))) return false
  if (known.secondLevels.has(names.at(-1) ?? '')) return names.length > 2 || first.length > 1
  return (
    names.every((name, at) => (name.length > 1 || at === 0) && !known.abbreviations.has(name)) && first !== names.at(-1)
  )
}

const isGlobal = (top: string): boolean =>
  /^(?:com|net|org|info|biz|xyz|io|vip|top|cc|win|bet|app|online|site|club|shop)$/.test(top)

const isNumberLike = (top: string): boolean => top.length < 2

function hasCue({ wordBefore, wordAfter }: Candidate, cues: Cues | undefined): boolean {
  return cues !== undefined && (cues.before.has(wordBefore) || cues.after.has(wordAfter))
}

function compiled(endings: DomainEndings): Readonly<Record<keyof DomainEndings, ReadonlySet<string>>> {
  const made = sets.get(endings) ?? {
    plain: new Set(endings.plain),
    files: new Set(endings.files),
    spoken: new Set(endings.spoken),
    secondLevels: new Set(endings.secondLevels),
    abbreviations: new Set(endings.abbreviations),
  }
  sets.set(endings, made)
  return made
}
