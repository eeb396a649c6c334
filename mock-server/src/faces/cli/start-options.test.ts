import { expect, test } from 'vitest'
import { startCommand } from './commands/start.ts'
import { startOptions } from './commands/start-options.ts'
import { givenOf } from './given.ts'

const read = (line: string) => startOptions(givenOf(startCommand, line === '' ? [] : line.split(' ')))

test('starts on port 4510 of this machine when nothing is said', () => {
  expect(read('')).toEqual({ port: 4510, host: '127.0.0.1', output: 'text', clock: { kind: 'real' }, allowOrigins: [] })
})

test('takes every option', () => {
  const line =
    '--port 0 --host 0.0.0.0 --data dir --world w.json --demo d --clock 2026-03-02T12:00:00Z --prefix /api/open --json --allow-origin http://a --allow-origin http://b --control-token open-sesame'
  expect(read(line)).toEqual({
    port: 0,
    host: '0.0.0.0',
    data: 'dir',
    world: 'w.json',
    demo: 'd',
    clock: { kind: 'from', at: 1_772_452_800_000 },
    prefix: '/api/open',
    output: 'json',
    allowOrigins: ['http://a', 'http://b'],
    controlToken: 'open-sesame',
  })
})

test.each([
  ['now', '"now" is too much'],
  ['--port 70000', '"70000" is no port'],
  ['--port x', '"x" is no port'],
  ['--clock tomorrow', '--clock "tomorrow"'],
  ['--clock 2026-03-02', '--clock "2026-03-02"'],
  ['--clock 2026-13-02T12:00:00Z', '--clock "2026-13-02'],
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
