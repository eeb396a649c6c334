import { findsFault } from '../judged.ts'
import { goals, type Measure, precision, recall } from '../measure.ts'
import { isHeldOutCase, ordinarySent, ordinaryTemplates, templateCases, templateText } from './corpus.ts'
import { accusedMessages, deniedTemplates, templateMeasures, templateRules, wordsOnTemplate } from './measure.ts'

/** The lines of the report on WeChat's templates, and how much reached the goals. */
export function templateReport(options: { readonly half: 'held-out' | 'tuned'; readonly cases: boolean }): {
  readonly lines: readonly string[]
  readonly passed: number
  readonly failed: number
} {
  const all = templateMeasures(options.half)
  const denied = deniedTemplates()
  const accused = accusedMessages()
  const failed = all.filter((one) => !reaches(one)).length + denied.length + accused.length
  return {
    lines: [
      `${'template rule'.padEnd(18)}${['en', 'zh'].map((language) => language.padStart(10)).join('')}   cases`,
      ...templateRules().map((rule) => lineOf(all.filter((one) => one.rule === rule))),
      `ordinary templates denied: ${denied.length} of ${ordinaryTemplates.length}, ordinary messages accused: ${accused.length} of ${ordinarySent.length}`,
      ...(options.cases
        ? [
            ...misjudged(options.half),
            ...denied.map(({ template, rule }) => `${rule} denies ${template.title}`),
            ...accused.map(({ sent, rule }) => `${rule} accuses ${sent.values['remark']}`),
          ]
        : []),
    ],
    passed: all.length + ordinaryTemplates.length + ordinarySent.length - failed,
    failed,
  }
}

const reaches = (one: Measure): boolean => precision(one) >= goals.precision && recall(one) >= goals.recall

function lineOf(row: readonly Measure[]): string {
  const cells = row.map((one) =>
    `${percent(precision(one))}/${percent(recall(one))}${reaches(one) ? ' ' : '!'}`.padStart(10),
  )
  const count = row.reduce((sum, { right, wrong, missed, spared }) => sum + right + wrong + missed + spared, 0)
  return `${row[0]?.rule.padEnd(18)}${cells.join('')}   ${count}`
}

const percent = (share: number): string => (share * 100).toFixed(share === 1 ? 0 : 1)

function misjudged(half: 'held-out' | 'tuned'): readonly string[] {
  return templateCases
    .filter((one) => isHeldOutCase(one) === (half === 'held-out'))
    .filter((one) => findsFault(wordsOnTemplate(one), one.rule) !== one.breaks)
    .map(
      (one) =>
        `${one.rule} ${one.language} ${one.breaks ? 'missed' : 'wrong'}: ${templateText(one).replace(/\n/g, ' | ')}`,
    )
}
