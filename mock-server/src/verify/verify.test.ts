import { expect, onTestFinished, test } from 'vitest'
import { ask, demoMock, openPath, template } from '../asked/asked.ts'
import type { Asked, Backend } from './backend.ts'
import { verifyDelivery } from './verify.ts'

/** The mock as any backend: what it is tried with, and nothing else of it. */
async function backend(): Promise<Backend & { readonly expiredToken: string }> {
  const mock = await demoMock()
  onTestFinished(() => mock.close())
  const expired = await mock.session({ person: 'amina' })
  await mock.platform.delivery.revoke(expired)
  let sent = 0
  return {
    baseUrl: 'http://backend.test',
    fetch: (url, init) => mock.fetch(url, init),
    openSocket: mock.socket,
    token: 'demo-host-amina',
    otherToken: 'demo-host-moussa',
    expiredToken: expired,
    patienceMs: 1_000,
    async send() {
      sent += 1
      const { body } = await ask(mock.fetch, `POST ${openPath}`, { body: { ...template, requestId: `verify-${sent}` } })
      expect(body.result.resultStatus).toBe('S')
    },
    withdraw: async (itemId) => void (await mock.platform.sends.withdraw(itemId)),
  }
}

test('X-9: the mock speaks the protocol that it documents, as any backend is asked', async () => {
  const outcomes = await verifyDelivery(await backend())
  expect(outcomes.filter(({ word }) => word !== 'passed')).toEqual([])
  expect([...new Set(outcomes.map(({ id }) => id))].sort()).toEqual([
    'DL-1',
    'DL-10',
    'DL-2',
    'DL-3',
    'DL-4',
    'DL-5',
    'DL-6',
    'DL-8',
    'DL-9',
  ])
})

test('X-9: a second run on the same person holds too', async () => {
  const one = await backend()
  await verifyDelivery(one)
  expect((await verifyDelivery(one)).filter(({ word }) => word !== 'passed')).toEqual([])
})

test('what cannot be tried is skipped and says what to give', async () => {
  const { baseUrl, fetch, openSocket, token } = await backend()
  const outcomes = await verifyDelivery({
    baseUrl,
    fetch,
    openSocket,
    token,
    without: ['socket', 'stream', 'long-poll'],
  })
  expect(outcomes.filter(({ word }) => word === 'failed')).toEqual([])
  const lacks = new Set(outcomes.filter(({ word }) => word === 'skipped').map(({ why }) => why))
  expect([...lacks].sort()).toEqual([
    'give a token that ran out or was revoked',
    'give a way to send a message',
    'give a way to withdraw an item',
    'give the token of another person',
    'it has no long poll',
    'it has no socket',
  ])
})

test('a backend that cannot be reached rejects', async () => {
  const offline = { ...(await backend()), fetch: () => Promise.reject(new TypeError('fetch failed')) }
  await expect(verifyDelivery(offline)).rejects.toThrow('fetch failed')
})

interface Fault {
  readonly asked?: (url: string, init: Asked) => readonly [string, Asked]
  readonly answered?: (text: string, url: string) => string
  readonly heard?: (text: string) => string | undefined
}

const answer = (from: RegExp, to: string): Fault => ({ answered: (text) => text.replace(from, to) })
const heard = (from: RegExp, to: string): Fault => ({ heard: (text) => text.replace(from, to) })
const inUrl = (from: RegExp, to: string): Fault => ({ asked: (url, init) => [url.replace(from, to), init] })
const asAmina = (init: Asked): Asked => ({
  ...init,
  headers: { ...init.headers, authorization: 'Bearer demo-host-amina' },
})

test.each<readonly [string, string, Fault]>([
  ['DL-1', 'lets everybody in', { asked: (url, init) => [url, asAmina(init)] }],
  ['DL-1', 'calls an unknown token expired on a socket', heard(/"unauthorized"/, '"expired"')],
  ['DL-2', 'calls an expired token unknown', answer(/"expired"/, '"unauthorized"')],
  ['DL-2', 'calls an expired token malformed on a socket', heard(/"code":"expired"/, '"code":"malformed"')],
  ['DL-3', 'forgets its senders', answer(/"senders":\[[^\]]*\]/, '"senders":[]')],
  ['DL-3', 'counts nothing', answer(/"unseen":\d+/, '"unseen":0')],
  ['DL-3', 'has texts for offsets', answer(/"offset":(\d+),"items"/, '"offset":"$1","items"')],
  ['DL-3', 'takes any max', inUrl(/max=(0|201|1001)/, 'max=10')],
  ['DL-4', 'recovers everybody', answer(/"recovered":false/, '"recovered":true')],
  ['DL-4', 'says what was missed of a position of its own', inUrl(/after=\d+&max=1$/, 'after=1&max=1')],
  [
    'DL-4',
    'forgets what was missed on a socket',
    heard(/"type":"resumed"(.*)"changes":\[.*\]/, '"type":"resumed"$1"changes":[]'),
  ],
  ['DL-4', 'drops what comes on a socket', { heard: (text) => (text.includes('"batch"') ? undefined : text) }],
  ['DL-5', 'forgets seen', answer(/"unseen":\d+/, '"unseen":3')],
  ['DL-5', 'never refuses', answer(/"refused":\[[^\]]*\]/, '"refused":[]')],
  ['DL-5', 'tells no device', answer(/"type":"marked"/, '"type":"other"')],
  ['DL-6', 'says nothing of a withdrawal', answer(/"type":"withdrawn"/, '"type":"other"')],
  ['DL-8', 'ignores the cursor', inUrl(/&?cursor=[^&]*/, '')],
  ['DL-9', 'does not wait', inUrl(/&waitMs=20000/, '')],
  ['DL-9', 'has no stream', inUrl(/\/stream/, '/nothing')],
  ['DL-10', 'says flood of what is too large', answer(/"too-large"/, '"flood"')],
  ['DL-10', 'says nothing of garbage', { heard: (text) => (text.includes('"bye"') ? undefined : text) }],
])('X-9: a backend fails %s that %s', async (id, _, fault) => {
  const outcomes = await verifyDelivery({ ...faulty(await backend(), fault), patienceMs: 100 }, { id })
  const failed = outcomes.filter(({ word }) => word === 'failed')
  expect(failed.length).toBeGreaterThan(0)
  for (const { why } of failed) expect(why).toMatch(/./)
})

function faulty(whole: Backend, fault: Fault): Backend {
  return {
    ...whole,
    async fetch(url, init) {
      const [to, asked] = fault.asked?.(url, init) ?? [url, init]
      const answered = await whole.fetch(to, asked)
      // A stream has no end to wait for.
      if (answered.headers.get('content-type')?.startsWith('text/event-stream')) return answered
      const text = await answered.text()
      const { status, headers } = answered
      return { status, headers, text: async () => fault.answered?.(text, url) ?? text }
    },
    openSocket: (url, events) =>
      whole.openSocket(url, {
        ...events,
        received(text) {
          const changed = fault.heard ? fault.heard(text) : text
          if (changed !== undefined) events.received(changed)
        },
      }),
  }
}
