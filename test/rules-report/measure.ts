import type { RuleWord } from '@minibell/rules'
import { type CorpusCase, cases, isHeldOut, languages, type OrdinaryMessage, ordinary } from './corpus.ts'
import { findsFault, wordsOn, wordsOnOrdinary } from './judged.ts'

/** One rule in one language. */
export interface Measure {
  readonly rule: string
  readonly language: string
  /** Faults found where there are some. */
  readonly right: number
  /** Faults found where there are none. */
  readonly wrong: number
  /** Faults that were not found. */
  readonly missed: number
  /** Messages without a fault in which none was found. */
  readonly spared: number
}

/** Of the faults that were found, the share that are some; 1 when none was found. */
export const precision = ({ right, wrong }: Measure): number => (right + wrong === 0 ? 1 : right / (right + wrong))

/** Of the faults there are, the share that were found; 1 when there are none. */
export const recall = ({ right, missed }: Measure): number => (right + missed === 0 ? 1 : right / (right + missed))

/** What a rule must reach in each language. */
export const goals = { precision: 0.95, recall: 0.9 }

/** Rules that read texts: ordinary messages are negative cases for them. The clinic's own phone number is personal data. */
const readsTexts = (rule: string): boolean =>
  /^MA-(?:10|11|13|16\.(?:link|download))/.test(rule) && rule !== 'MA-13.privacy'

/** Every rule in every language, over one half of the corpora; rules in the order of their numbers. */
export function measures(half: 'held-out' | 'tuned'): readonly Measure[] {
  const isOfHalf = (one: CorpusCase | OrdinaryMessage): boolean => isHeldOut(one) === (half === 'held-out')
  const own = cases.filter(isOfHalf).map((one) => ({ one, words: wordsOn(one) }))
  const plain = ordinary.filter(isOfHalf).map((one) => ({ one, words: wordsOnOrdinary(one) }))
  return rules().flatMap((rule) =>
    languages.map((language) => {
      const mine = own.filter(({ one }) => one.rule === rule && one.language === language)
      const others = readsTexts(rule) ? plain.filter(({ one }) => one.language === language) : []
      return count(rule, language, [
        ...mine.map(({ one, words }) => ({ breaks: one.breaks, words })),
        ...others.map(({ words }) => ({ breaks: false, words })),
      ])
    }),
  )
}

/** The rules that have cases, by number. */
export function rules(): readonly string[] {
  const number = (rule: string): number => Number(/\d+/.exec(rule)?.[0])
  return [...new Set(cases.map(({ rule }) => rule))].sort((a, b) => number(a) - number(b) || a.localeCompare(b))
}

function count(
  rule: string,
  language: string,
  judged: readonly { readonly breaks: boolean; readonly words: readonly RuleWord[] }[],
): Measure {
  const times = (breaks: boolean, finds: boolean): number =>
    judged.filter((one) => one.breaks === breaks && findsFault(one.words, rule) === finds).length
  return {
    rule,
    language,
    right: times(true, true),
    wrong: times(false, true),
    missed: times(true, false),
    spared: times(false, false),
  }
}
