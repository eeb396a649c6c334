import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { storeSuite } from '../store-suite.ts'
import { openSqliteStore, type SqliteOptions, type SqliteStore, StoreError } from './index.ts'
import { bytesOfKey, keyOfBytes } from './key-bytes.ts'

const folders: string[] = []
const stores: SqliteStore[] = []

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'minibell-data-'))
  folders.push(folder)
  return folder
}

function open(folder = newFolder(), options?: SqliteOptions): SqliteStore {
  const store = openSqliteStore(folder, options)
  stores.push(store)
  return store
}

storeSuite({
  name: 'sqlite',
  open: async () => open(),
  // Thousands of single commits wait for a disk that others use too.
  test: (title, run) => test(title, run, 60_000),
  equal: (received, expected) => expect(received).toEqual(expected),
  forLists: (check) =>
    fc.assert(fc.asyncProperty(fc.array(fc.nat(9_999), { size: 'max', maxLength: 200 }), check), { numRuns: 30 }),
})

test('what was kept is there after closing and opening, and versions go on', async () => {
  const folder = newFolder()
  const first = open(folder)
  await first.commit({ partition: 'p', put: new Map([['k', { v: 1 }]]), append: { after: 0, entries: ['a', 'b'] } })
  await first.trim('p', 1)
  const [before] = await first.read('p', ['k'])
  await first.close()
  const second = open(folder)
  expect(await second.read('p', ['k'])).toEqual([before])
  expect(await second.tail('p', { after: 0, max: 9 })).toEqual({ base: 1, top: 2, entries: ['b'] })
  await second.commit({ partition: 'p', put: new Map([['k', 2]]) })
  const [after] = await second.read('p', ['k'])
  expect(after?.version).toBeGreaterThan(before?.version ?? 0)
})

test('commits that come together are one group, and each has its own answer', async () => {
  const store = open()
  const commits = Array.from({ length: 50 }, (_, at) =>
    store.commit({ partition: 'p', expect: new Map([['k', 0]]), put: new Map([['k', at]]) }),
  )
  const answers = await Promise.all(commits)
  expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1)
  expect(await store.read('p', ['k'])).toMatchObject([{ value: 0 }])
})

test('keys sort by code units and come back whole, whatever they hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(0xffff)), (text, units) => {
      const keys = [text, String.fromCharCode(...units), '\ud800', '\ue000', '\u{1f514}', 'ascii']
      expect(keys.map((key) => keyOfBytes(bytesOfKey(key)))).toEqual(keys)
      const sorted = [...keys].sort((a, b) => Buffer.compare(bytesOfKey(a), bytesOfKey(b)))
      expect(sorted).toEqual([...keys].sort())
    }),
  )
})

test('more rows than are remembered are read from the disk', async () => {
  const store = open()
  const put = new Map(Array.from({ length: 120_000 }, (_, at) => [`k/${at}`, at]))
  await store.commit({ partition: 'many', put })
  await store.commit({ partition: 'few', put: new Map([['k', 'here']]) })
  const keys = [...put.keys()]
  for (const at of [0, 60_000, 119_999])
    expect(await store.read('many', [keys[at] ?? ''])).toMatchObject([{ value: at }])
  expect(await store.read('few', ['k'])).toMatchObject([{ value: 'here' }])
})

test('a full disk refuses what it cannot keep in one sentence, and keeps the rest', async () => {
  const folder = newFolder()
  const store = open(folder, { maxPages: 30 })
  await store.commit({ partition: 'p', put: new Map([['small', 1]]) })
  const big = store.commit({ partition: 'p', put: new Map([['big', 'x'.repeat(300_000)]]) })
  const small = store.commit({ partition: 'p', put: new Map([['other', 2]]) })
  await expect(big).rejects.toThrow(/^Failed to keep data in \S+minibell\.db: the disk is full\. [^\n]+$/)
  expect(await small).toBe('ok')
  expect(await store.read('p', ['small', 'big', 'other'])).toMatchObject([{ value: 1 }, undefined, { value: 2 }])
  const dump = [{ partition: 'p', values: [['big', 'x'.repeat(300_000)]], base: 0, entries: [] }] as const
  await expect(store.import(dump)).rejects.toThrow(StoreError)
  await store.close()
  expect(await open(folder).read('p', ['small', 'big', 'other'])).toMatchObject([{ value: 1 }, undefined, { value: 2 }])
})

async function filled(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = newFolder()
  const store = openSqliteStore(folder)
  for (let at = 0; at < 200; at += 1)
    await store.commit({ partition: 'p', put: new Map([[`k${at}`, 'x'.repeat(500)]]) })
  await store.close()
  return { folder, file: join(folder, 'minibell.db') }
}

test.each([
  ['damaged pages', 'corrupt', /it is damaged/, (bytes: Buffer) => bytes.fill(0x5a, 8_192, 40_960)],
  ['half of it', 'corrupt', /it is damaged/, (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
  ['no database', 'corrupt', /it is damaged/, () => Buffer.from('hello '.repeat(40))],
  ['a text of three letters', 'corrupt', /it is damaged/, () => Buffer.from('abc')],
  ['a newer version', 'newer', /a newer version of Minibell wrote it/, (bytes: Buffer) => withNumber(bytes, 60, 2)],
  ['another program', 'foreign', /the database of another program/, (bytes: Buffer) => withNumber(bytes, 68, 7)],
])('a file with %s is refused in one sentence and stays as it is', async (_, code, fact, spoil) => {
  const { folder, file } = await filled()
  const spoilt = spoil(readFileSync(file))
  writeFileSync(file, spoilt)
  const error = thrownBy(() => openSqliteStore(folder))
  expect(error).toMatchObject({ name: 'StoreError', code })
  expect((error as Error).message).toMatch(fact)
  expect((error as Error).message).not.toContain('\n')
  expect(readFileSync(file).equals(spoilt)).toBe(true)
})

test('a folder that cannot be made is refused in one sentence', async () => {
  const { file } = await filled()
  expect(() => openSqliteStore(join(file, 'below'))).toThrow(/^Failed to keep data in \S+: it cannot be written\./)
})

test('one process at a time has it, however the one before ended', async () => {
  const folder = newFolder()
  const store = open(folder)
  await store.commit({ partition: 'p', put: new Map([['k', 1]]) })
  expect(inAnotherProcess(folder)).toMatch(/^Failed to keep data in \S+minibell\.db: another process has it open\./)
  expect(thrownBy(() => openSqliteStore(folder))).toMatchObject({ code: 'in-use' })
  await store.close()
  expect(inAnotherProcess(folder)).toBe('[1]')
})

test('a closed store refuses in one sentence', async () => {
  const store = open()
  await store.close()
  await expect(store.commit({ partition: 'p' })).rejects.toThrow(/it is closed/)
  await expect(store.read('p', [])).rejects.toThrow(/it is closed/)
})

/** Opens it, says what it holds or why it does not, and is killed without closing. */
function inAnotherProcess(folder: string): string {
  const door = fileURLToPath(new URL('index.ts', import.meta.url))
  const code = `const { openSqliteStore } = await import(${JSON.stringify(door)})
    try {
      const rows = await openSqliteStore(${JSON.stringify(folder)}).read('p', ['k'])
      process.stdout.write(JSON.stringify(rows.map((row) => row?.value)))
    } catch (error) {
      process.stdout.write(error.message)
    }`
  const args = ['--no-warnings', '--conditions=minibell-source', '--input-type=module', '--eval', code]
  return execFileSync(process.execPath, args, { encoding: 'utf8' })
}

function withNumber(bytes: Buffer, at: number, number: number): Buffer {
  bytes.writeUInt32BE(number, at)
  return bytes
}

function thrownBy(run: () => unknown): unknown {
  try {
    run()
    return undefined
  } catch (error) {
    return error
  }
}
