import { fileURLToPath } from 'node:url'
import { languages, loadWords } from '@minibell/views/words'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('each language loads alone: no file has the words of two, and the first has none', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../packages/views/src/words/load-words.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    charset: 'utf8',
    format: 'esm',
    outdir: '/',
    write: false,
  })
  const words = await Promise.all(languages.map(async (tag) => [tag, (await loadWords(tag)).emptyHint] as const))
  const said = outputFiles.map(({ text }) => words.filter(([, hint]) => text.includes(hint)).map(([tag]) => tag))
  expect(said.filter((tags) => tags.length > 1)).toEqual([])
  expect(said.flat().sort()).toEqual([...languages].sort())
  expect(said[outputFiles.findIndex(({ path }) => path.endsWith('load-words.js'))]).toEqual([])
})
