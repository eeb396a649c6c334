import { goals, type Measure, precision, recall } from './measure.ts'

/** Whether a rule reaches both goals in a language. */
export const reaches = (one: Measure): boolean => precision(one) >= goals.precision && recall(one) >= goals.recall

/** A head and one line a rule: precision and recall in percent per language, a miss marked `!`, then all languages together. */
export function table(title: string, all: readonly Measure[]): readonly string[] {
  const rules = [...new Set(all.map(({ rule }) => rule))]
  const names = [...new Set(all.map(({ language }) => language))]
  return [
    `${title.padEnd(18)}${[...names, 'together'].map((name) => name.padStart(10)).join('')}   cases`,
    ...rules.map((rule) =>
      line(
        rule,
        all.filter((one) => one.rule === rule),
      ),
    ),
  ]
}

function line(rule: string, row: readonly Measure[]): string {
  const whole = together(row)
  const cells = [...row, whole].map((one) =>
    `${percent(precision(one))}/${percent(recall(one))}${reaches(one) ? ' ' : '!'}`.padStart(10),
  )
  return `${rule.padEnd(18)}${cells.join('')}   ${whole.right + whole.wrong + whole.missed + whole.spared}`
}

/** A rule in all its languages. */
export function together(row: readonly Measure[]): Measure {
  const sum = (key: 'right' | 'wrong' | 'missed' | 'spared'): number => row.reduce((total, one) => total + one[key], 0)
  return {
    rule: row[0]?.rule ?? '',
    language: 'all',
    right: sum('right'),
    wrong: sum('wrong'),
    missed: sum('missed'),
    spared: sum('spared'),
  }
}

const percent = (share: number): string => (share * 100).toFixed(share === 1 ? 0 : 1)
