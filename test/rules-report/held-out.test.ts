import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cases, ordinary, sampleOfCase, textOf } from './corpus.ts'

const folder = new URL('../../packages/rules/src/content/', import.meta.url)

/** Every rule file as one text; tests and their own corpora are none. */
function ruleFiles(): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.bench.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
    .toLowerCase()
}

/** Shorter ones are words that lists have anyway. */
const longEnough = 24

test('MA-13, MA-16: no text of the held-out half or of another hand stands in a rule file', () => {
  const files = ruleFiles()
  const texts = [...cases.filter(({ breaks }) => breaks), ...ordinary]
    .filter((one) => sampleOfCase(one) !== 'tuned')
    .map(textOf)
  const parts = texts.flatMap((text) => text.split('\n')).filter((text) => text.length >= longEnough)
  expect(parts.length).toBeGreaterThan(1_000)
  expect(parts.filter((text) => files.includes(text.toLowerCase()))).toEqual([])
})
