import { createMockPlatform, type MockPlatform } from '@minibell/mock'
import { expect, test } from 'vitest'
import type { Asked, Doors } from '../conformance/doors.ts'
import { run } from '../conformance/run.ts'

/** A fault that a platform could have, put between it and the suite. */
interface Fault {
  readonly asked?: (url: string, init: Asked) => readonly [string, Asked]
  readonly answered?: (text: string, url: string) => string
}

const body = (change: (text: string) => string): Fault => ({
  asked: (url, init) => [url, init.body === undefined ? init : { ...init, body: change(init.body) }],
})

const answer = (from: RegExp, to: string): Fault => ({ answered: (text) => text.replace(from, to) })

const faults: readonly (readonly [string, string, Fault])[] = [
  ['OA-1', 'changes its answer after it was signed', answer(/"success"/, '"Success"')],
  ['OA-2', 'cuts a request id that is too long', body((text) => text.replace(/"x{65}"/, `"${'x'.repeat(64)}"`))],
  ['OA-5', 'forgets extendInfo', answer(/,"extendInfo":"[^"]*"/, '')],
  ['OA-7', 'leaves the message of a result out', answer(/,"resultMessage":"[^"]*"/, '')],
  ['OA-8', 'says F where U was set', answer(/"U"(?=,"resultCode":"REQUEST)/, '"F"')],
  ['OA-11', 'forgets an extendInfo that is an object', answer(/,"extendInfo":\{[^}]*\}/, '')],
  ['OA-12', 'gives another channel back', answer(/"channel":"INBOX"/, '"channel":"PUSH"')],
  ['DL-1', 'takes a token of one sender for one of the host', { asked: (url, init) => [url, asHost(init)] }],
  ['DL-2', 'calls an expired token unknown', answer(/"code":"expired"/, '"code":"unauthorized"')],
  ['DL-3', 'tells no sender', answer(/"type":"senderChanged"/, '"type":"nothing"')],
  ['DL-4', 'recovers from every position', answer(/"recovered":false/, '"recovered":true')],
  ['DL-5', 'forgets that an item was opened', answer(/"marks":\["opened"\]/, '"marks":["read"]')],
  ['DL-6', 'says that nothing was withdrawn', answer(/"withdrawn":true/, '"withdrawn":false')],
  ['DL-8', 'ignores the cursor', { asked: (url, init) => [url.replace(/&cursor=[^&]*/, ''), init] }],
  ['DL-9', 'does not wait', { asked: (url, init) => [url.replace(/&waitMs=20000/, ''), init] }],
  ['DL-10', 'says that it is full of what is too large', answer(/"code":"too-large"/, '"code":"flood"')],
  ['DL-11', 'hands another message on', answer(/"messageId":"[^"]*"(?=,"appId")/, '"messageId":"other"')],
  ['X-4', 'answers S where U was declared', answer(/"resultStatus":"U"/, '"resultStatus":"S"')],
  ['X-1', 'gives no Chinese hint', answer(/"zh":"[^"]*"/, '"zh":""')],
  ['X-2', 'moves the clock a millisecond too far', answer(/"at":(\d+)/, '"at":1')],
  ['bad-input', 'calls malformed bodies a fault of its own', answer(/"code":"malformed"/, '"code":"internal"')],
]

test.each(faults)('the suite fails %s of a platform that %s', async (id, _, fault) => {
  const mock: MockPlatform = await createMockPlatform({ http: (request) => mock.http(request) })
  const [outcome] = await run({ ...faulty(mock, fault), only: [id] })
  mock.close()
  expect(outcome?.word).toBe('failed')
})

test('the suite calls a statement without cases missing', async () => {
  const mock = await createMockPlatform()
  expect(await run({ ...faulty(mock, {}), only: ['MA-99'] })).toEqual([{ id: 'MA-99', word: 'missing', why: [] }])
})

function faulty(mock: Awaited<ReturnType<typeof createMockPlatform>>, fault: Fault): Doors {
  return {
    baseUrl: 'http://platform.test',
    openSocket: mock.socket,
    async fetch(url, init) {
      const [to, asked] = fault.asked?.(url, init) ?? [url, init]
      const answered = await mock.fetch(to, asked)
      // A stream has no end to wait for.
      if (answered.headers.get('content-type')?.startsWith('text/event-stream')) return answered
      const { status, headers, ...response } = await exchange(answered)
      return { status, headers, text: async () => fault.answered?.(response.text, url) ?? response.text }
    },
  }
}

async function exchange(response: Response): Promise<{ status: number; headers: Headers; text: string }> {
  return { status: response.status, headers: response.headers, text: await response.text() }
}

function asHost(init: Asked): Asked {
  const authorization = init.headers['authorization']?.replace(/Bearer (tide|reef|market)-/, 'Bearer host-')
  return authorization === undefined ? init : { ...init, headers: { ...init.headers, authorization } }
}
