import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '../languages.ts'
import type { SnippetLanguage } from '../snippet.ts'
import { type SnippetStage, snippetStage, ways } from './stage.ts'
import { lacking } from './tools.ts'
import { trial } from './trial.ts'

let stage: SnippetStage

beforeAll(async () => {
  stage = await snippetStage()
})
afterAll(() => stage.close())

const languageOf = (id: string): SnippetLanguage => languages.find((one) => one.id === id) as SnippetLanguage
/** What starts in an instant; `npm run snippets` runs Java and Go as well. */
const quick = ['curl', 'node', 'php', 'python'].flatMap((id) => ways.map((way) => ({ id, way })))

test.for(quick)(
  'MA-7, OA-1, $id, $way: what is copied runs, and the platform gets it as it was',
  async (one, { skip }) => {
    const language = languageOf(one.id)
    const lacks = await lacking(language, one.way)
    if (lacks !== undefined) skip(`this machine has no ${lacks}`)
    expect(await trial(stage, language, one.way)).toBeUndefined()
  },
)

test('MA-7, OA-1: another secret and another key are refused, so that the signatures above are looked at', async () => {
  await stage.lose()
  expect(await stage.run(languageOf('node'), stage.call('secret'))).toContain('MA-7.signature')
  expect(await stage.run(languageOf('node'), stage.call('key'))).toContain('INVALID_SIGNATURE')
})
