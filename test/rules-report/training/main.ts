import { readFileSync, writeFileSync } from 'node:fs'
import { promotionFeatures, promotionKinds } from '@minibell/rules'
import { ordinary, sampleOf, sampleOfCase } from '../corpus.ts'
import { ordinarySent, sampleOfTemplate, templateCases } from '../wechat/corpus.ts'
import { train } from './train.ts'

/** One sentence or two, and what it does. */
interface TrainingText {
  readonly class: (typeof promotionKinds)[number] | 'service'
  readonly text: string
}

const kinds = [...promotionKinds, 'service'] as const

/**
 * `npm run rules:train`: weights of the promotion classifier from `packages/rules/corpus/promotion-training.json` and the tuned
 * half of what honest senders write. The same corpora give the same file; nothing held out and no text of another hand is read.
 */
function main(): void {
  const seen = new Set<string>()
  const samples = trainingTexts().flatMap(({ class: kind, text }) =>
    promotionFeatures(text)
      .filter(({ sentence }) => !seen.has(sentence) && seen.add(sentence))
      .map(({ features }) => ({ features, kind: kinds.indexOf(kind) })),
  )
  const weights = train(samples, { kinds: promotionKinds.length, rounds: 200, pace: 0.3, decay: 1 })
  const entries = [...weights]
    .map(([feature, own]) => ({ feature, own: own.map((weight) => Math.round(weight * 100)) }))
    .filter(({ feature, own }) => feature === '' || own.some((weight) => Math.abs(weight) >= least))
    .map(({ feature, own }) => `${feature}=${own.join(',')}`)
  const file = new URL('../../../packages/rules/src/wechat/violation/promotion/weights.ts', import.meta.url)
  writeFileSync(file, written(entries))
  process.stdout.write(`${samples.length} sentences, ${entries.length} features\n`)
}

/** In hundredths; what weighs less decides nothing. */
const least = 8

function trainingTexts(): readonly TrainingText[] {
  const file = new URL('../../../packages/rules/corpus/promotion-training.json', import.meta.url)
  // The form of the file is checked by the use of it.
  const own = JSON.parse(readFileSync(file, 'utf8')) as readonly TrainingText[]
  return [...own, ...serviceTexts().map((text): TrainingText => ({ class: 'service', text }))]
}

function serviceTexts(): readonly string[] {
  const sent = ordinarySent.flatMap(({ values }) => Object.values(values))
  const spared = templateCases
    .filter((one) => !one.breaks && /^WT-11\.[3-7]$/.test(one.rule) && sampleOfTemplate(one) === 'tuned')
    .flatMap((one) => Object.values(one.sent?.values ?? {}))
  const messages = ordinary
    .filter((one) => (one.language === 'en' || one.language === 'zh') && sampleOfCase(one) === 'tuned')
    .flatMap(({ title, content }) => [title, content])
  return [...sent.filter((text) => sampleOf(text) === 'tuned'), ...spared, ...messages]
}

const inRow = 24

function written(entries: readonly string[]): string {
  const rows = Array.from({ length: Math.ceil(entries.length / inRow) }, (_, row) =>
    entries.slice(row * inRow, (row + 1) * inRow).join('|'),
  )
  return `/** Written by \`npm run rules:train\`; ${entries.length} features. */\nexport const writtenWeights = \`\n${rows.join('\n')}\n\`\n`
}

main()
