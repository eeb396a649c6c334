import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../tools/files.ts'

const guarded = [
  'packages/ports/src/a.ts',
  'packages/protocol/src/a.ts',
  'packages/rules/src/a.ts',
  'packages/client/src/sync/a.ts',
  'packages/views/src/a.ts',
  'packages/elements/src/a.ts',
  'mock-server/src/platform/a.ts',
  'mock-server/src/api/a.ts',
]

const free = ['packages/adapters/src/web/a.ts', 'packages/client/src/a.test.ts', 'mock-server/src/faces/server/a.ts']

const offences = ['Date.now()', 'new Date()', 'new Date', 'Date()', 'performance.now()', 'Math.random()']

test('time and chance are refused where they come in as ports, and nowhere else', () => {
  const found = lint([...guarded, ...free], [...offences, 'new Date(5)'])
  const expected = guarded.flatMap((file) => offences.map((_, at) => `${file}:${at + 1}`))
  expect(found.sort()).toEqual(expected.sort())
})

/** Runs our Biome settings over made-up files of a made-up tree; `file:line` of each complaint of our plugin. */
function lint(files: readonly string[], expressions: readonly string[]): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'minibell-'))
  onTestFinished(() => rmSync(tree, { recursive: true }))
  for (const file of ['biome.json', 'test/house/ambient.grit']) cpSync(join(root, file), join(tree, file))
  const text = expressions.map((expression, at) => `export const a${at} = ${expression}\n`).join('')
  for (const file of files) {
    mkdirSync(join(tree, dirname(file)), { recursive: true })
    writeFileSync(join(tree, file), text)
  }
  const biome = join(root, 'node_modules/.bin/biome')
  const options = ['lint', '--reporter=github', '--max-diagnostics=none']
  const { stdout } = spawnSync(biome, options, { cwd: tree, encoding: 'utf8' })
  return [...stdout.matchAll(/title=plugin,file=([^,]+),line=(\d+)/g)].map(
    ([, file, line]) => `${relative(tree, file ?? '')}:${line}`,
  )
}
