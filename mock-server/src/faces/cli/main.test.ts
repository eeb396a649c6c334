import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { run as runHere } from './run.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const children: ChildProcess[] = []
const stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

interface Ran {
  readonly out: () => string
  readonly err: () => string
  readonly exit: Promise<number | null>
  /** Resolves once the output matches; rejects when the program ended before. */
  said(wanted: RegExp): Promise<RegExpExecArray>
  /** Ctrl-C, or the signal that is named. */
  stop(signal?: NodeJS.Signals): void
}

/** In a process of its own, where signals, its exit code or another process are the point. */
function spawned(...args: string[]): Ran {
  const child = spawn(process.execPath, ['--conditions=minibell-source', main, ...args], { stdio: 'pipe' })
  children.push(child)
  const told = teller()
  child.stdout.on('data', (chunk) => told.print(String(chunk)))
  child.stderr.on('data', (chunk) => told.warn(String(chunk)))
  const exit = once(child, 'exit').then(([code]) => code)
  return { ...told, exit, said: told.saidBefore(exit), stop: (signal = 'SIGINT') => void child.kill(signal) }
}

/** The same command line in this process. */
function run(...args: string[]): Ran {
  const told = teller()
  const stopped = new AbortController()
  stops.push(() => stopped.abort())
  const io = {
    print: told.print,
    warn: (text: string) => told.warn(`${text}\n`),
    environment: {},
    stopped: stopped.signal,
  }
  const exit = runHere(args, io)
  return { ...told, exit, said: told.saidBefore(exit), stop: () => stopped.abort() }
}

function teller() {
  let [out, err] = ['', '']
  const looks = new Set<() => void>()
  return {
    out: () => out,
    err: () => err,
    print(text: string) {
      out += text
      for (const look of looks) look()
    },
    warn(text: string) {
      err += text
    },
    saidBefore: (exit: Promise<unknown>) => (wanted: RegExp) =>
      new Promise<RegExpExecArray>((resolve, reject) => {
        const look = (): void => {
          const found = wanted.exec(out)
          if (found) resolve(found)
        }
        looks.add(look)
        exit.then(() => reject(new Error(`The program ended: ${out} ${err}`)))
        look()
      }),
  }
}

test('prints addresses and a curl that works, and Ctrl-C ends it with 0', async () => {
  const { stop, said, exit, err } = spawned('start', '--port', '0')
  const [, demo] = await said(/Demo +(\S+)\n/)
  expect(demo).toMatch(/^http:\/\/localhost:\d+\/demo\/$/)
  const [, url = '', header = '', body = ''] = await said(/^curl (\S+) -H '([^']+)' -d '([^']+)'$/m)
  expect(header).toBe('content-type: application/json')
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(await answer.json()).toMatchObject({ code: 0 })
  stop()
  expect(await exit).toBe(0)
  expect(err()).toBe('')
})

test('the same as one line of JSON, at a time that was given', async () => {
  const { stop, said, exit } = run('start', '--port', '0', '--json', '--clock', '2026-03-02T12:00:00Z')
  const [line] = await said(/^.*\n/)
  const { api, demo, curl, port } = JSON.parse(line)
  expect({ api, demo }).toEqual({ api: `http://localhost:${port}`, demo: `http://localhost:${port}/demo/` })
  expect(curl).toContain(`${api}/miniapp/v1/messages/send`)
  const clock = await (await fetch(`${api}/control/v1/clock`)).json()
  expect(clock.running).toBe(true)
  expect(clock.at).toBeGreaterThanOrEqual(Date.UTC(2026, 2, 2, 12))
  expect(clock.at).toBeLessThan(Date.UTC(2026, 2, 2, 12) + 60_000)
  stop()
  expect(await exit).toBe(0)
})

test('a port in use is one sentence and 1', async () => {
  const first = run('start', '--port', '0', '--json')
  const { port } = JSON.parse((await first.said(/^.*\n/))[0])
  const second = run('start', '--port', String(port))
  expect(await second.exit).toBe(1)
  expect(second.err()).toBe(
    `Failed to listen: port ${port} is in use. Stop what uses it, or choose another with --port.\n`,
  )
  expect(second.out()).toBe('')
})

test('worlds that cannot be read, parsed or taken are one sentence and 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'minibell-world-'))
  await writeFile(join(folder, 'half.json'), '{"format":')
  await writeFile(join(folder, 'odd.json'), '{"format":"minibell-world","version":1,"name":"odd","senders":7}')
  const ends = ['none.json', 'half.json', 'odd.json'].map(async (file) => {
    const { exit, err } = run('start', '--port', '0', '--world', join(folder, file))
    return [await exit, err()]
  })
  const [none, half, odd] = await Promise.all(ends)
  await rm(folder, { recursive: true })
  expect(none).toEqual([1, expect.stringMatching(/^Failed to start: the world \S+none\.json cannot be read .*\n$/)])
  expect(half).toEqual([1, expect.stringMatching(/^Failed to start: the world \S+half\.json is no JSON .*\n$/)])
  expect(odd).toEqual([1, expect.stringMatching(/^Failed to load senders: it is 7\. .*\n$/)])
})

test('--data keeps everything, and says nothing of how', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'minibell-data-'))
  const data = join(folder, 'deep')
  const first = spawned('start', '--port', '0', '--json', '--data', data)
  const { api } = JSON.parse((await first.said(/^.*\n/))[0])
  const { minibell } = await sendOnce(api)
  const third = run('start', '--port', '0', '--data', data)
  expect(await third.exit).toBe(1)
  expect(third.err()).toMatch(/^Failed to keep data in \S+minibell\.db: another process has it open\.[^\n]+\n$/)
  first.stop('SIGTERM')
  expect(await first.exit).toBe(0)
  expect(first.err()).toBe('')
  const second = run('start', '--port', '0', '--json', '--data', data)
  const again = JSON.parse((await second.said(/^.*\n/))[0]).api
  expect([minibell.code, (await sendOnce(again)).minibell.code]).toEqual([0, 70013])
  second.stop()
  await second.exit
  await rm(folder, { recursive: true })
})

async function sendOnce(api: string): Promise<{ readonly minibell: { readonly code: number } }> {
  const message = { title: 'Your bill', content: 'It is due on Friday.', jumpUrl: 'pages/bill/detail?id=1' }
  const body = JSON.stringify({ miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message })
  const answer = await fetch(`${api}/miniapp/v1/messages/send`, { method: 'POST', body })
  return { minibell: (await answer.json()) as { readonly code: number } }
}

test('beyond this machine a token is printed, and the control API wants it', async () => {
  const { said, stop, exit } = run('start', '--port', '0', '--json', '--host', '0.0.0.0')
  const { api, demo, controlToken } = JSON.parse((await said(/^.*\n/))[0])
  expect(demo).toBe(`${api}/demo/?control-token=${controlToken}`)
  const asked = (headers: Record<string, string>) => fetch(`${api}/control/v1/info`, { headers })
  expect((await asked({})).status).toBe(401)
  expect((await asked({ authorization: `Bearer ${controlToken}` })).status).toBe(200)
  stop()
  expect(await exit).toBe(0)
})

test('--tls speaks HTTPS alone, with a certificate that it prints; --profile is in the world', async () => {
  const { said, stop, exit } = run('start', '--port', '0', '--json', '--tls', '--profile', 'source')
  const { api, curl, certificate } = JSON.parse((await said(/^.*\n/))[0])
  expect(api).toMatch(/^https:\/\/localhost:\d+$/)
  expect(curl).toContain(`curl -k ${api}/`)
  const world = await bodyOf(`${api}/control/v1/world`, certificate)
  expect(JSON.parse(world)).toMatchObject({ openApi: { profile: 'source' }, wechat: { profile: 'source' } })
  await expect(fetch(`${api.replace('https', 'http')}/control/v1/world`)).rejects.toThrow('fetch failed')
  stop()
  expect(await exit).toBe(0)
})

function bodyOf(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { ca, agent: false }, (answer) => {
      text(answer).then(resolve, reject)
    }).on('error', reject)
  })
}

test('certificates, keys and folders that are none are one sentence and 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'minibell-tls-'))
  const file = join(folder, 'no.pem')
  await writeFile(file, 'no')
  const ends = [
    ['--tls-cert', join(folder, 'none.pem'), '--tls-key', file],
    ['--tls-cert', file, '--tls-key', file],
    ['--demo', join(folder, 'none')],
    ['--data', file],
    ['--host', '203.0.113.7'],
  ].map(async (args) => {
    const { exit, err } = run('start', '--port', '0', ...args)
    return [await exit, err()]
  })
  const [none, odd, demo, data, host] = await Promise.all(ends)
  await rm(folder, { recursive: true })
  expect(none).toEqual([
    1,
    expect.stringMatching(/^Failed to start: the certificate \S+none\.pem cannot be read .+\n$/),
  ])
  expect(odd).toEqual([1, expect.stringMatching(/^Failed to listen: certificate and key are no pair .+\n$/)])
  expect(demo).toEqual([1, expect.stringMatching(/^Failed to start: the demo \S+none is no folder\. .+\n$/)])
  expect(data).toEqual([1, expect.stringMatching(/^Failed to [^\n]+\n$/)])
  expect(host).toEqual([
    1,
    'Failed to listen: "203.0.113.7" is no address of this machine. Choose another with --host.\n',
  ])
})

test('a frozen clock stands still', async () => {
  const { said, stop } = run('start', '--port', '0', '--json', '--clock', 'frozen')
  const { api } = JSON.parse((await said(/^.*\n/))[0])
  const first = await (await fetch(`${api}/control/v1/clock`)).json()
  const second = await (await fetch(`${api}/control/v1/clock`)).json()
  expect(first).toEqual({ at: second.at, running: false })
  stop()
})

test('wrong arguments are one sentence and 1, help and version are 0', async () => {
  const wrong = spawned('dance')
  const help = run('--help')
  const version = run('--version')
  expect(await Promise.all([wrong.exit, help.exit, version.exit])).toEqual([1, 0, 0])
  expect(wrong.err()).toBe('Failed to start: there is no command "dance". Run "minibell --help".\n')
  expect(help.out()).toMatch(/^Usage: minibell COMMAND/)
  expect(version.out()).toMatch(/^\d+\.\d+\.\d+\n$/)
})
