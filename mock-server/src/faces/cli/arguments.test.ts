import { expect, test } from 'vitest'
import { commandOf } from './arguments.ts'

test('starts on port 4510 of this machine when nothing is said', () => {
  expect(commandOf([])).toEqual({
    kind: 'start',
    port: 4510,
    host: '127.0.0.1',
    output: 'text',
    allowOrigins: [],
  })
  expect(commandOf(['start'])).toEqual(commandOf([]))
})

test('takes every option', () => {
  const args =
    'start --port 0 --host 0.0.0.0 --world w.json --demo d --clock 2026-03-02T12:00:00Z --json --allow-origin http://a'
  expect(commandOf(args.split(' '))).toEqual({
    kind: 'start',
    port: 0,
    host: '0.0.0.0',
    world: 'w.json',
    demo: 'd',
    clockAt: 1_772_452_800_000,
    output: 'json',
    allowOrigins: ['http://a'],
  })
})

test.each([
  [['stop'], 'there is no command "stop"'],
  [['start', 'now'], 'there is no command "start now"'],
  [['--port', '70000'], '"70000" is no port'],
  [['--port', 'x'], '"x" is no port'],
  [['--clock', 'tomorrow'], '--clock "tomorrow"'],
  [['--clock', '2026-03-02'], '--clock "2026-03-02"'],
  [['--clock', '2026-13-02T12:00:00Z'], '--clock "2026-13-02'],
  [['--colour'], '--colour'],
])('refuses %j in one sentence', (args, fact) => {
  const command = commandOf(args)
  expect(command.kind).toBe('wrong')
  expect(command).toMatchObject({ sentence: expect.stringContaining(fact) })
  expect(command).toMatchObject({
    sentence: expect.stringMatching(/^Failed to start: [^\n]+\. Run "minibell --help"\.$/),
  })
})

test('help and version come before everything else', () => {
  expect(commandOf(['--help', '--port', 'x'])).toEqual({ kind: 'help' })
  expect(commandOf(['-v'])).toEqual({ kind: 'version' })
})
