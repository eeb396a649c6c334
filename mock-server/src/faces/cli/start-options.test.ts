import { expect, test } from 'vitest'
import { startCommand } from './commands/start.ts'
import { startOptions } from './commands/start-options.ts'
import { givenOf } from './given.ts'

const read = (line: string) => startOptions(givenOf(startCommand, line === '' ? [] : line.split(' ')))

test('starts on port 4510 of this machine when nothing is said', () => {
  expect(read('')).toEqual({
    port: 4510,
    host: '127.0.0.1',
    output: 'text',
    clock: { kind: 'real' },
    tls: { kind: 'off' },
    allowOrigins: [],
  })
})

test('takes every option', () => {
  const line =
    '--port 0 --host 0.0.0.0 --data dir --world w.json --demo d --clock 2026-03-02T12:00:00Z --prefix /api/open --json --allow-origin http://a --allow-origin http://b --control-token open-sesame --profile source --tls-cert c.pem --tls-key k.pem --client-rate 50'
  expect(read(line)).toEqual({
    port: 0,
    host: '0.0.0.0',
    data: 'dir',
    world: 'w.json',
    demo: 'd',
    clock: { kind: 'from', at: 1_772_452_800_000 },
    prefix: '/api/open',
    profile: 'source',
    tls: { kind: 'files', cert: 'c.pem', key: 'k.pem' },
    clientRate: 50,
    output: 'json',
    allowOrigins: ['http://a', 'http://b'],
    controlToken: 'open-sesame',
  })
})

test('a store of several processes takes the place of a folder', () => {
  expect(read('--store redis://localhost:6379')).toMatchObject({ store: 'redis://localhost:6379' })
  expect(() => read('--store redis://localhost --data dir')).toThrow(/--store and --data name two places for one world/)
})

test.each([
  ['now', '"now" is too much'],
  ['--port 70000', '"70000" is no port'],
  ['--port x', '"x" is no port'],
  ['--clock tomorrow', '--clock "tomorrow"'],
  ['--clock 2026-03-02', '--clock "2026-03-02"'],
  ['--clock 2026-13-02T12:00:00Z', '--clock "2026-13-02'],
  ['--profile newest', '--profile "newest"'],
  ['--tls --host 0.0.0.0', '--tls makes certificates for this machine alone, not for "0.0.0.0"'],
  ['--tls-cert c.pem', '--tls-cert needs --tls-key'],
  ['--tls --tls-key k.pem', '--tls-key needs --tls-cert'],
  ['--tls=yes', '--tls'],
  ['--client-rate 0', '--client-rate "0"'],
  ['--client-rate many', '--client-rate "many"'],
  ['--host=', '--host ""'],
  ['--host http://x', '--host "http://x"'],
  ['--allow-origin app.test', '--allow-origin "app.test"'],
  ['--allow-origin http://app.test/', '--allow-origin "http://app.test/"'],
  ['--port=', '"" is no port'],
  ['--port -1', '--port'],
  ['--clock=', '--clock ""'],
  ['--prefix api/', '--prefix "api/"'],
  ['--prefix api', '--prefix "api"'],
  ['--control-token short', '--control-token'],
  ['--colour', '--colour'],
  ['--port', '--port'],
])('refuses %j in one sentence', (line, fact) => {
  expect(() => read(line)).toThrow(
    expect.objectContaining({
      name: 'Sentence',
      message: expect.stringMatching(/^Failed to start: [^\n]+\. Run "minibell start --help"\.$/),
    }),
  )
  expect(() => read(line)).toThrow(fact)
})

test('makes a certificate for this machine, by any of its names', () => {
  for (const host of ['localhost', '127.0.0.1', '::1'])
    expect(read(`--tls --host ${host}`).tls).toEqual({ kind: 'self-made' })
})
