import { cases, hands, ordinary, type Sample, sampleOfCase, textOf } from './corpus.ts'
import { findsFault, wordsOn, wordsOnOrdinary } from './judged.ts'
import { measures } from './measure.ts'
import { reaches, table } from './print.ts'
import { templateMeasures } from './wechat/measure.ts'
import { misjudgedTemplates, templateReport } from './wechat/report.ts'

/**
 * `npm run rules:report [-- --half tuned] [-- --cases] [-- --hand 2]`: precision and recall of every rule and language on the half
 * of the corpora that no rule was made from, how many ordinary messages are denied, and what the rules say of texts that were
 * written without sight of them. `--cases` names what was misjudged; of the held-out half that is for whoever draws up a new one.
 */
function main(args: readonly string[]): void {
  const hand = hands.find((each) => args.includes('--hand') && args.includes(each.slice('hand-'.length)))
  if (hand) printHand(hand, args.includes('--cases'))
  else printHalf(args.includes('tuned') ? 'tuned' : 'held-out', args.includes('--cases'))
}

function printHalf(half: Sample, withCases: boolean): void {
  const all = measures(half)
  print(table('rule', all))
  const denied = ordinary.filter((message) => wordsOnOrdinary(message).some(({ word }) => word === 'refused'))
  print([
    'precision/recall in percent; goals 95/90',
    `ordinary messages denied: ${denied.length} of ${ordinary.length}`,
    ...(withCases ? [...misjudged(half), ...deniedLines()] : []),
  ])
  const missed = all.filter((one) => !reaches(one)).length + denied.length
  const templates = templateReport({ sample: half, cases: withCases })
  print(templates.lines)
  for (const each of hands) printHand(each, false)
  const failed = missed + templates.failed
  print([`${all.length + ordinary.length - missed + templates.passed} passed, ${failed} failed`])
  process.exitCode = failed === 0 ? 0 : 1
}

function printHand(sample: Sample, withCases: boolean): void {
  print([
    `${sample}: written without sight of the rules`,
    ...table('rule', measures(sample)),
    ...table('template rule', templateMeasures(sample)),
    ...(withCases ? [...misjudged(sample), ...misjudgedTemplates(sample)] : []),
  ])
}

function misjudged(sample: Sample): readonly string[] {
  return cases
    .filter((one) => sampleOfCase(one) === sample)
    .filter((one) => findsFault(wordsOn(one), one.rule) !== one.breaks)
    .map((one) => `${one.rule} ${one.language} ${one.breaks ? 'missed' : 'wrong'}: ${textOf(one)}`)
}

function deniedLines(): readonly string[] {
  return ordinary.flatMap((message) =>
    wordsOnOrdinary(message)
      .filter(({ word }) => word === 'refused')
      .map(
        ({ rule, finding }) =>
          `${rule} ${message.language} denies ${message.title}: ${message.content} for ${finding?.received}`,
      ),
  )
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}

main(process.argv.slice(2))
