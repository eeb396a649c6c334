import { languages } from '../languages.ts'
import { snippetStage, ways } from './stage.ts'
import { lacking } from './tools.ts'
import { trial } from './trial.ts'

/** `npm run snippets`: every program that the console writes, in every way of signing, where this machine has its tools. */
const stage = await snippetStage()
const counts = { passed: 0, failed: 0, skipped: 0 }
for (const language of languages) {
  for (const way of ways) {
    const lacks = await lacking(language, way)
    const wrong = lacks === undefined ? await trial(stage, language, way).catch(String) : undefined
    const word = lacks === undefined ? (wrong === undefined ? 'passed' : 'failed') : 'skipped'
    counts[word] += 1
    const why = lacks === undefined ? wrong : `this machine has no ${lacks}`
    console.info(`${language.label}, ${way}: ${word}${why === undefined ? '' : `: ${why}`}`)
  }
}
await stage.close()
if (counts.skipped > 0) console.info(`${counts.skipped} skipped`)
console.info(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1
