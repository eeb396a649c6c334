import type { Sample } from '../corpus.ts'
import { findsFault } from '../judged.ts'
import { reaches, table } from '../print.ts'
import { ordinarySent, ordinaryTemplates, sampleOfTemplate, templateCases, templateText } from './corpus.ts'
import { accusedMessages, deniedTemplates, templateMeasures, wordsOnTemplate } from './measure.ts'

/** The lines of the report on WeChat's templates, and how much reached the goals. */
export function templateReport(options: { readonly sample: Sample; readonly cases: boolean }): {
  readonly lines: readonly string[]
  readonly passed: number
  readonly failed: number
} {
  const all = templateMeasures(options.sample)
  const denied = deniedTemplates()
  const accused = accusedMessages()
  const failed = all.filter((one) => !reaches(one)).length + denied.length + accused.length
  return {
    lines: [
      ...table('template rule', all),
      `ordinary templates denied: ${denied.length} of ${ordinaryTemplates.length}, ordinary messages accused: ${accused.length} of ${ordinarySent.length}`,
      ...(options.cases
        ? [
            ...misjudgedTemplates(options.sample),
            ...denied.map(({ template, rule }) => `${rule} denies ${template.title}`),
            ...accused.map(({ sent, rule }) => `${rule} accuses ${sent.values['remark']}`),
          ]
        : []),
    ],
    passed: all.length + ordinaryTemplates.length + ordinarySent.length - failed,
    failed,
  }
}

/** One line for each proposal or sent message that a rule misjudges. */
export function misjudgedTemplates(sample: Sample): readonly string[] {
  return templateCases
    .filter((one) => sampleOfTemplate(one) === sample)
    .filter((one) => findsFault(wordsOnTemplate(one), one.rule) !== one.breaks)
    .map(
      (one) =>
        `${one.rule} ${one.language} ${one.breaks ? 'missed' : 'wrong'}: ${templateText(one).replace(/\n/g, ' | ')}`,
    )
}
