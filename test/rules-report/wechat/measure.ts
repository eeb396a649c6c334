import { explain, type RuleWord, type SentTemplate, templateReviewRules, templateViolationRules } from '@minibell/rules'
import type { Sample } from '../corpus.ts'
import { findsFault } from '../judged.ts'
import type { Measure } from '../measure.ts'
import {
  type OrdinaryTemplate,
  ordinarySent,
  ordinaryTemplates,
  sampleOfTemplate,
  type TemplateCase,
  templateCases,
  templateLanguages,
} from './corpus.ts'

/** What every rule says of a case. */
export function wordsOnTemplate({ title, proposal, library, sent }: TemplateCase): readonly RuleWord[] {
  if (sent) return explain(templateViolationRules, sent, {})
  return explain(templateReviewRules, proposal ?? { title }, library ? { library } : {})
}

/** Ordinary templates that some rule denies, with its id. */
export function deniedTemplates(): readonly { readonly template: OrdinaryTemplate; readonly rule: string }[] {
  return ordinaryTemplates.flatMap((template) => {
    const word = explain(templateReviewRules, template, {}).find((each) => each.word === 'refused')
    return word ? [{ template, rule: word.rule }] : []
  })
}

/** Ordinary messages in which some rule finds a violation, with its id. */
export function accusedMessages(): readonly { readonly sent: SentTemplate; readonly rule: string }[] {
  return ordinarySent.flatMap((sent) => {
    const word = explain(templateViolationRules, sent, {}).find(({ finding }) => finding !== undefined)
    return word ? [{ sent, rule: word.rule }] : []
  })
}

/** Every rule in both languages, over one sample of the corpora. */
export function templateMeasures(sample: Sample): readonly Measure[] {
  const judged = templateCases
    .filter((one) => sampleOfTemplate(one) === sample)
    .map((one) => ({ one, finds: findsFault(wordsOnTemplate(one), one.rule) }))
  return templateRules(sample).flatMap((rule) =>
    templateLanguages.map((language) => {
      const mine = judged.filter(({ one }) => one.rule === rule && one.language === language)
      const times = (breaks: boolean, finds: boolean): number =>
        mine.filter((each) => each.one.breaks === breaks && each.finds === finds).length
      return {
        rule,
        language,
        right: times(true, true),
        wrong: times(false, true),
        missed: times(true, false),
        spared: times(false, false),
      }
    }),
  )
}

/** The rules that have cases in a sample, by number. */
export function templateRules(sample: Sample): readonly string[] {
  const number = (rule: string): number => {
    const [, major = '0', minor = '0'] = /(\d+)(?:\.(\d+))?/.exec(rule) ?? []
    return Number(major) * 100 + Number(minor)
  }
  const mine = templateCases.filter((one) => sampleOfTemplate(one) === sample)
  return [...new Set(mine.map(({ rule }) => rule))].sort((a, b) => number(a) - number(b) || a.localeCompare(b))
}
