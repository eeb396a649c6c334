import { expect, onTestFinished, test } from 'vitest'
import { demoMock } from '../../asked/asked.ts'
import { listen, realTimers } from '../server/index.ts'
import { run } from './run.ts'

async function verify(...args: readonly string[]) {
  let [out, err] = ['', '']
  const print = (text: string): void => {
    out += text
  }
  const warn = (text: string): void => {
    err += text
  }
  const io = { print, warn, environment: {}, stopped: new AbortController().signal }
  const code = await run(['verify-delivery', ...args], io)
  return { code, out, err }
}

async function platform() {
  const mock = await demoMock({ timers: realTimers })
  const server = await listen(mock, { port: 0 })
  onTestFinished(() => server.close())
  const expired = await mock.session({ person: 'amina' })
  await mock.platform.delivery.revoke(expired)
  return { url: server.url, expired }
}

/** A command that asks that address; Node's own, so that every system has it. */
const asks = (url: string, path: string, body: string): string =>
  `"${process.execPath}" -e "fetch('${url}${path}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${body} }).then((a) => a.ok || process.exit(1))"`

test('X-9: verify-delivery tries a backend over a real port, one line a check', async () => {
  const { url, expired } = await platform()
  const jump = `redirectUrl: 'pages/order/detail?id=1'`
  const values = `templates: [{ language: 'en-US', templateParameters: { who: 'A', order: '1', when: 'today' } }]`
  const from = `appId: 'P000000000000001soko', accessToken: 'demo-token-amina', templateCode: 'TP_ORDER_SHIPPED'`
  const body = `JSON.stringify({ ${from}, ${jump}, ${values}, requestId: process.env.MINIBELL_N })`
  const { code, out, err } = await verify(
    ...[url, '--token', 'demo-host-amina', '--other-token', 'demo-host-moussa', '--expired-token', expired],
    ...['--send', asks(url, '/v2/miniprogram/message/send', body)],
    ...['--withdraw', asks(url, "/control/v1/items/' + process.env.MINIBELL_ITEM_ID + '/withdraw", "'{}'")],
    ...['--id', 'DL-6'],
  )
  expect([code, err]).toEqual([0, ''])
  expect(out).toBe('passed  DL-6 takes a withdrawn item from every device\n1 passed, 0 failed\n')
})

test('X-9: without a way to send it tries what it can, and says what was skipped', async () => {
  const { url } = await platform()
  const { code, out } = await verify(`${url}/delivery/v1/`, '--token', 'demo-host-amina', '--without', 'stream')
  expect(code).toBe(0)
  expect(out).toMatch(/^skipped DL-2 .*: give a token that ran out or was revoked$/m)
  expect(out).toMatch(/^passed {2}DL-10 ends a socket that says no JSON$/m)
  expect(out).toMatch(/\n\d+ skipped\n\d+ passed, 0 failed\n$/)
  const asJson = await verify(url, '--token', 'demo-host-amina', '--json', '--id', 'DL-8')
  expect(
    asJson.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).word),
  ).toEqual(['skipped', 'passed'])
})

test('X-9: a backend that does otherwise fails', async () => {
  const { url } = await platform()
  const { code, out } = await verify(url, '--token', 'nobody', '--id', 'DL-8')
  expect(code).toBe(1)
  expect(out).toMatch(/^failed {2}DL-8 refuses a cursor that is none: status and error.code/m)
})

test.each([
  [[], '"" is no http address'],
  [['ftp://x.test', '--token', 't'], '"ftp://x.test" is no http address'],
  [['http://localhost:1'], 'Give --token'],
  [['http://localhost:1', '--token', 't'], 'nothing answers there'],
  [['http://localhost:1', '--token', 't', '--without', 'pigeon'], 'is no socket, stream or long-poll'],
  [['http://localhost:1', '--token', 't', '--patience-ms', '0'], 'is no number from 1'],
  [['http://localhost:1', '--token', 't', '--id', 'DL-99'], 'there is no check of "DL-99"'],
])('bad input of verify-delivery is one sentence: %j', async (args, fact) => {
  const { code, err } = await verify(...args)
  expect(code).toBe(1)
  expect(err).toMatch(/^Failed to verify-delivery: [^\n]+\.$/)
  expect(err).toContain(fact)
})

test('a command that fails is told with its words', async () => {
  const { url } = await platform()
  const broken = `"${process.execPath}" -e "console.error('no such order'); process.exit(3)"`
  const { code, err } = await verify(
    url,
    '--token',
    'demo-host-amina',
    '--send',
    broken,
    '--id',
    'DL-6',
    '--withdraw',
    broken,
  )
  expect([code, err]).toEqual([1, 'Failed to verify-delivery: --send ended with 3: no such order. Mend it.'])
})
