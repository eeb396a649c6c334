import { cases, isHeldOut, languages, ordinary, textOf } from './corpus.ts'
import { findsFault, wordsOn, wordsOnOrdinary } from './judged.ts'
import { goals, type Measure, measures, precision, recall, rules } from './measure.ts'
import { templateReport } from './wechat/report.ts'

/**
 * `npm run rules:report [-- --half tuned] [-- --cases]`: precision and recall of every rule and language on the half of the corpora
 * that no rule was made from, and how many ordinary messages are denied. `--cases` names what was misjudged; of the held-out
 * half that is for whoever draws up a new one.
 */
function main(args: readonly string[]): void {
  const half = args.includes('tuned') ? 'tuned' : 'held-out'
  const all = measures(half)
  print(`${'rule'.padEnd(18)}${languages.map((language) => language.padStart(10)).join('')}   cases`)
  for (const rule of rules()) printRule(all.filter((one) => one.rule === rule))
  print('precision/recall in percent; goals 95/90')
  const denied = ordinary.filter((message) => wordsOnOrdinary(message).some(({ word }) => word === 'refused'))
  print(`ordinary messages denied: ${denied.length} of ${ordinary.length}`)
  if (args.includes('--cases')) printCases(half)
  const missed = all.filter((one) => !reaches(one)).length + denied.length
  const templates = templateReport({ half, cases: args.includes('--cases') })
  for (const line of templates.lines) print(line)
  const failed = missed + templates.failed
  print(`${all.length + ordinary.length - missed + templates.passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

const reaches = (one: Measure): boolean => precision(one) >= goals.precision && recall(one) >= goals.recall

function printRule(row: readonly Measure[]): void {
  const [first] = row
  const cells = row.map((one) =>
    `${percent(precision(one))}/${percent(recall(one))}${reaches(one) ? ' ' : '!'}`.padStart(10),
  )
  const count = row.reduce((sum, { right, wrong, missed, spared }) => sum + right + wrong + missed + spared, 0)
  print(`${first?.rule.padEnd(18)}${cells.join('')}   ${count}`)
}

const percent = (share: number): string => (share * 100).toFixed(share === 1 ? 0 : 1)

function printCases(half: 'held-out' | 'tuned'): void {
  for (const one of cases.filter((each) => isHeldOut(each) === (half === 'held-out')))
    if (findsFault(wordsOn(one), one.rule) !== one.breaks)
      print(`${one.rule} ${one.language} ${one.breaks ? 'missed' : 'wrong'}: ${textOf(one)}`)
  for (const message of ordinary)
    for (const { rule, finding } of wordsOnOrdinary(message).filter(({ word }) => word === 'refused'))
      print(`${rule} ${message.language} denies ${message.title}: ${message.content} for ${finding?.received}`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

main(process.argv.slice(2))
