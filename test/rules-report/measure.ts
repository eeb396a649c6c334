import type { RuleWord } from '@minibell/rules'
import { cases, languages, ordinary, type Sample, sampleOfCase } from './corpus.ts'
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

/** Every rule in every language, over one sample of the corpora; rules in the order of their numbers. */
export function measures(sample: Sample): readonly Measure[] {
  const own = cases.filter((one) => sampleOfCase(one) === sample).map((one) => ({ one, words: wordsOn(one) }))
  const plain = plainMessages(sample)
  return rules(sample).flatMap((rule) =>
    languages.map((language) => {
      const mine = own.filter(({ one }) => one.rule === rule && one.language === language)
      const others = readsTexts(rule) ? plain.filter((each) => each.language === language && each.rule !== rule) : []
      return count(rule, language, [
        ...mine.map(({ one, words }) => ({ breaks: one.breaks, words })),
        ...others.map(({ words }) => ({ breaks: false, words })),
      ])
    }),
  )
}

interface PlainMessage {
  readonly language: string
  readonly words: readonly RuleWord[]
  readonly rule?: string
}

/** What no rule that reads texts may find fault with: ordinary messages, and the texts that another hand wrote as faultless. */
function plainMessages(sample: Sample): readonly PlainMessage[] {
  const faultless = cases.filter((one) => one.hand !== undefined && !one.breaks && readsTexts(one.rule))
  return [
    ...ordinary
      .filter((one) => sampleOfCase(one) === sample)
      .map((one) => ({ language: one.language, words: wordsOnOrdinary(one) })),
    ...faultless
      .filter((one) => sampleOfCase(one) === sample)
      .map((one) => ({ language: one.language, words: wordsOn(one), rule: one.rule })),
  ]
}

/** The rules that have cases in a sample, by number. */
export function rules(sample: Sample): readonly string[] {
  const number = (rule: string): number => Number(/\d+/.exec(rule)?.[0])
  const mine = cases.filter((one) => sampleOfCase(one) === sample)
  return [...new Set(mine.map(({ rule }) => rule))].sort((a, b) => number(a) - number(b) || a.localeCompare(b))
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
