import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Listening, listen } from '../faces/server/index.ts'
import { demoMock } from './asked.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folders: string[] = []
let server: Listening

beforeEach(async () => {
  server = await listen(await demoMock(), { port: 0 })
})

afterEach(async () => {
  await server.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function recipe(name: string): string {
  const [, after = ''] = readFileSync(join(root, 'docs/recipes.md'), 'utf8').split(`<!-- recipe: ${name} -->`)
  return /^\s*```\w+\n([\s\S]*?)\n```/.exec(after)?.[1] ?? ''
}

function fileOf(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'minibell-recipe-'))
  folders.push(folder)
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function said(program: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, MINIBELL_URL: server.url }
  const { stdout } = await promisify(execFile)(program, [...args], { env })
  return stdout
}

const isThere = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

test('curl', async () => {
  expect(await said('sh', ['-c', recipe('curl')])).toMatch(/^\{\}\{"code":0,.*\}\{"at":\d+,"running":true\}$/)
})

test.skipIf(!isThere('python3', '--version'))('Python', async () => {
  expect(await said('python3', [fileOf('send.py', recipe('python'))])).toBe('ok\nMA-3\n')
})

/** What Jest gives to a test file, in little. */
const jest = `
const assert = require('node:assert')
const before = [], after = [], tests = []
globalThis.beforeEach = (run) => before.push(run)
globalThis.afterEach = (run) => after.push(run)
globalThis.test = (name, run) => tests.push(run)
globalThis.expect = (received) => ({ toBe: (wanted) => assert.strictEqual(received, wanted) })
require(process.argv[1])
void (async () => {
  for (const run of tests) for (const step of [...before, run, ...after]) await step()
  process.stdout.write(tests.length + ' passed, fetch is ' + (fetch.name || 'another'))
})()
`

const isBuilt = existsSync(join(root, 'mock-server/dist/faces/in-process/index.cjs'))

test.skipIf(!isBuilt)('Jest: CommonJS alone, without MSW', () => {
  const file = join(root, 'mock-server/dist/recipe-for-jest.cjs')
  writeFileSync(file, recipe('jest'))
  const args = ['--no-experimental-require-module', '--input-type=commonjs', '--eval', jest, file]
  try {
    expect(execFileSync(process.execPath, args, { encoding: 'utf8', cwd: root })).toBe('1 passed, fetch is fetch')
  } finally {
    rmSync(file)
  }
})

/** What Jest does with both files. */
const global = `
void (async () => {
  const [setUp, tearDown] = process.argv.slice(1).map((file) => require(file))
  await setUp()
  const answer = await fetch(process.env.MINIBELL_URL + '/control/v1/info')
  const ended = new Promise((resolve) => globalThis.minibell.once('exit', resolve))
  await tearDown()
  process.stdout.write(answer.status + ', ended with ' + (await ended))
})()
`

test.skipIf(!isBuilt)('Jest: a platform on a port from globalSetup to globalTeardown', () => {
  const files = [
    fileOf('setup.cjs', recipe('jest-global-setup')),
    fileOf('teardown.cjs', recipe('jest-global-teardown')),
  ]
  const args = ['--input-type=commonjs', '--eval', global, ...files]
  expect(execFileSync(process.execPath, args, { encoding: 'utf8', cwd: root })).toBe('200, ended with 0')
})
