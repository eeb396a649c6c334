import { languages } from '../languages.ts'
import type { SnippetLanguage } from '../snippet.ts'
import { recipeIn } from './recipes.ts'
import { snippetStage, type Way, ways } from './stage.ts'
import { lacking } from './tools.ts'
import { trial } from './trial.ts'

// `npm run snippets`: every program that the console writes, in every way of signing, and those of docs/recipes.md, where this machine has
// their tools.

const stage = await snippetStage()
const counts = { passed: 0, failed: 0, skipped: 0 }

for (const language of languages) {
  for (const way of ways) await tell(language, { what: way, way, work: () => trial(stage, language, way) })
  const program = recipeIn(language)
  if (program !== undefined)
    await tell(language, { what: 'recipe', way: 'unsigned', work: () => tryRecipe(language, program) })
}
await stage.close()
if (counts.skipped > 0) console.info(`${counts.skipped} skipped`)
console.info(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1

async function tell(
  language: SnippetLanguage,
  { what, way, work }: { readonly what: string; readonly way: Way; work(): Promise<string | undefined> },
): Promise<void> {
  const lacks = await lacking(language, way)
  const wrong = lacks === undefined ? await work().catch(String) : undefined
  const word = lacks === undefined ? (wrong === undefined ? 'passed' : 'failed') : 'skipped'
  counts[word] += 1
  const why = lacks === undefined ? wrong : `this machine has no ${lacks}`
  console.info(`${language.label}, ${what}: ${word}${why === undefined ? '' : `: ${why}`}`)
}

async function tryRecipe(language: SnippetLanguage, program: string): Promise<string | undefined> {
  const printed = await stage.runProgram(language, program)
  return /^(ok|0)\n/.test(printed) ? undefined : `it printed ${JSON.stringify(printed)}`
}
