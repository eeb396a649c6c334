import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { demoMock, service, startAt, template } from '../../asked/asked.ts'
import { type Listening, listen } from '../server/index.ts'
import { commands } from './commands.ts'
import { nodeFault } from './node-version.ts'
import { run } from './run.ts'

const servers: Listening[] = []
const folders: string[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

async function platform(controlToken?: string) {
  const mock = await demoMock()
  const server = await listen(mock, { port: 0, ...(controlToken === undefined ? {} : { controlToken }) })
  servers.push(server)
  return { ...mock, url: server.url, port: server.port }
}

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function minibell(
  args: readonly string[],
  environment = {},
  stopped = new AbortController().signal,
): Promise<Ran> {
  let [out, err] = ['', '']
  const print = (text: string): void => {
    out += text
  }
  const warn = (text: string): void => {
    err += `${text}\n`
  }
  const code = await run(args, { print, warn, environment, stopped })
  return { code, out, err }
}

function fileOf(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'minibell-cli-'))
  folders.push(folder)
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const sentence = /^Failed to [^\n]+\.\n$/

test('help is made of the table, and each command has its own', async () => {
  const { out } = await minibell(['--help'])
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2
  for (const { name, summary } of commands) expect(out).toContain(`  ${name.padEnd(width)}${summary}`)
  for (const { name, options } of commands) {
    const help = await minibell([name, '--help'])
    expect(help.out).toMatch(new RegExp(`^Usage: minibell ${name}`))
    for (const option of Object.keys(options)) expect(help.out).toContain(`--${option}`)
  }
})

test('sends by options, and tells the rule that refuses', async () => {
  const { url } = await platform()
  const { title, content, jumpUrl } = service.message
  const args = [
    'send',
    '--url',
    url,
    '--from',
    'mp_kijani',
    '--to',
    'u_amina',
    '--title',
    title,
    '--content',
    content,
    '--jump',
    jumpUrl,
  ]
  expect(await minibell(args)).toMatchObject({ code: 0, out: expect.stringMatching(/^Sent\. Journal \S+\n$/), err: '' })
  const again = await minibell(args)
  expect(again.code).toBe(1)
  expect(again.out).toMatch(/^Refused by MA-3: expected .+ received .+\. Journal \S+\n$/)
})

test('sends files of both interfaces, and prints the answer as it is', async () => {
  const { url } = await platform()
  const one = await minibell(['send', fileOf('a.json', JSON.stringify(service)), '--json'], { MINIBELL_URL: url })
  expect(JSON.parse(one.out)).toMatchObject({ code: 0 })
  const other = await minibell(['send', fileOf('b.json', JSON.stringify(template)), '--url', url, '--json'])
  expect(JSON.parse(other.out)).toMatchObject({ result: { resultStatus: 'S' } })
  const wrong = await minibell([
    'send',
    fileOf('c.json', JSON.stringify({ ...template, templateCode: 'NONE' })),
    '--url',
    url,
  ])
  expect([wrong.code, wrong.out]).toEqual([1, expect.stringMatching(/^Refused by \S+: /)])
})

test('shows and moves the clock', async () => {
  const { url } = await platform()
  const at = async (...words: string[]) => (await minibell(['clock', ...words, '--url', url])).out
  expect(await at()).toBe('2026-03-02T12:00:00.000Z\n')
  expect(await at('+3d')).toBe('2026-03-05T12:00:00.000Z\n')
  expect(await at('+1d2h30m5s1ms')).toBe('2026-03-06T14:30:05.001Z\n')
  expect(await at('2026-03-02T12:00:00Z')).toBe('2026-03-02T12:00:00.000Z\n')
  expect(JSON.parse(await at('show', '--json'))).toEqual({ at: startAt, running: true })
  for (const word of ['3d', '+3x', 'tomorrow', '+', '2026-03-02'])
    expect((await minibell(['clock', word, '--url', url])).err).toMatch(sentence)
})

test('exports, imports, resets and keeps worlds', async () => {
  const { url, platform: own } = await platform()
  const world = (...words: string[]) => minibell(['world', ...words, '--url', url])
  const file = fileOf('world.json', '')
  await own.directory.putPerson({ id: 'new', name: 'N', language: 'en', timeZone: 'UTC', recipientIds: [] })
  expect(await world('export', file)).toEqual({ code: 0, out: '', err: '' })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'minibell-world', name: 'demo' })
  expect((await world('export')).out).toBe(readFileSync(file, 'utf8'))
  await world('snapshot', 'with-new')
  expect((await world('snapshots')).out).toBe('with-new\n')
  await world('reset')
  expect(await own.directory.person('new')).toBeUndefined()
  await world('restore', 'with-new')
  expect(await own.directory.person('new')).toBeDefined()
  await world('reset')
  await world('import', file)
  expect(await own.directory.person('new')).toBeDefined()
})

test('a world that is none, and words that are no command, are one sentence and 1', async () => {
  const { url } = await platform()
  for (const words of [
    ['import', fileOf('odd.json', '{"format":"other"}')],
    ['import', 'none.json'],
    ['restore', 'none'],
    ['dance'],
    ['import'],
    ['reset', 'now'],
    [],
  ])
    expect([words, await minibell(['world', ...words, '--url', url])]).toEqual([
      words,
      { code: 1, out: '', err: expect.stringMatching(sentence) },
    ])
})

test('prints the journal and follows it until it is stopped', async () => {
  const { url, fetch } = await platform()
  await minibell(['send', fileOf('a.json', JSON.stringify(service)), '--url', url])
  const whole = await minibell(['journal', '--url', url])
  expect(whole.out).toMatch(/^2026-03-02T12:00:00\.000Z {2}ok {12}Kijani Energy sends to u_amina\n$/)
  const stop = new AbortController()
  const following = minibell(['journal', '--url', url, '-f', '--json', '--max', '0'], {}, stop.signal)
  const asked = async (): Promise<void> => {
    await fetch('http://platform.test/control/v1/rules/MA-3', { method: 'PUT', body: '{"enabled":false}' })
  }
  // The follower's question may come after the first of these rows.
  while (!(await Promise.race([following.then(() => 'ended'), asked().then(() => rowsSeen(stop, url))]))) await asked()
  const { code, out } = await following
  expect(code).toBe(0)
  for (const line of out.trim().split('\n').filter(Boolean)) expect(JSON.parse(line)).toMatchObject({ kind: 'control' })
})

/** Stops the follower once the platform has answered a few questions after it. */
async function rowsSeen(stop: AbortController, url: string): Promise<true> {
  for (let at = 0; at < 5; at += 1) await fetch(`${url}/control/v1/clock`)
  stop.abort()
  return true
}

test('nothing that runs, something else that runs and a token that is missing are one sentence and 1', async () => {
  const deaf = await minibell(['clock', '--url', 'http://127.0.0.1:9'])
  expect(deaf).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/^Failed to move the clock: nothing answers at http:\/\/127\.0\.0\.1:9 \([^\n]+\n$/),
  })
  const { url } = await platform('open-sesame')
  expect((await minibell(['clock', '--url', url])).err).toMatch(/the control API needs its token/)
  expect((await minibell(['clock', '--url', url, '--control-token', 'open-sesame'])).code).toBe(0)
  expect((await minibell(['clock', '--url', url], { MINIBELL_CONTROL_TOKEN: 'open-sesame' })).code).toBe(0)
  expect((await minibell(['clock', '--url', 'localhost'])).err).toMatch(sentence)
})

test('the doctor finds what is missing', async () => {
  const { port } = await platform()
  const folder = join(fileOf('x', ''), '..')
  const well = await minibell(['doctor', '--port', String(await freePort()), '--data', folder])
  expect([well.code, well.out.match(/^ok /gm)?.length]).toEqual([0, 5])
  const ill = await minibell([
    'doctor',
    '--port',
    String(port),
    '--data',
    fileOf('file', ''),
    '--world',
    fileOf('w.json', '{}'),
  ])
  expect(ill.code).toBe(1)
  expect(ill.out).toMatch(/^failed {2}port: \d+ has a Minibell that runs already/m)
  expect(ill.out).toMatch(/^failed {2}data: /m)
  expect(ill.out).toMatch(/^failed {2}world: /m)
})

test.each([
  ['20.20.2', false],
  ['22.12.0', false],
  ['22.13.0', true],
  ['24.0.0', true],
])('Node %s is new enough: %s', (version, isNew) => {
  expect(nodeFault(version)).toEqual(
    isNew ? undefined : expect.stringMatching(/^Failed to start: this is Node \S+, and Minibell needs 22\.13/),
  )
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
