import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { listen } from '../faces/server/index.ts'
import { ask, demoMock, openPath, sendPath, service, template } from './asked.ts'
import { live, settled } from './recorded-socket.ts'

const post = `POST ${openPath}`

async function faulty(faults: readonly object[], seed = 1) {
  const time = virtualTime({ startAt: 1_772_452_800_000 })
  const mock = await demoMock({ time })
  expect((await ask(mock.fetch, 'PUT /control/v1/faults', { body: { seed, faults } })).status).toBe(200)
  const send = (more: object = {}) => ask(mock.fetch, post, { body: { ...template, ...more } })
  const items = async (): Promise<number> =>
    (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).body.items.length
  return { ...mock, time, send, items }
}

test.each([
  ['before', 0],
  ['after', 1],
] as const)('X-4, OA-9: U %s the effect, and a retry is safe', async (effect, itemsAfterU) => {
  const mock = await faulty([{ route: 'open-api.send', kind: 'answer', effect, times: 1 }])
  const first = await mock.send({ extendInfo: 'kept' })
  expect(first).toMatchObject({ status: 200, verdict: 'X-4', body: { extendInfo: 'kept' } })
  expect(first.body.result).toMatchObject({ resultStatus: 'U', resultCode: 'UNKNOWN_EXCEPTION' })
  expect(await mock.items()).toBe(itemsAfterU)
  const second = await mock.send({ extendInfo: 'kept' })
  expect(second.body.result.resultStatus).toBe('S')
  expect((await mock.send({ extendInfo: 'kept' })).body).toEqual(second.body)
  expect(await mock.items()).toBe(1)
  expect(mock.platform.journal.row(first.row)?.summary).toBe(`A declared fault struck: answer ${effect} the effect`)
})

test('X-4: an F code, a rate-limit burst, an expired token, in the words of each dialect', async () => {
  const mock = await faulty([
    { route: 'open-api.send', kind: 'answer', code: 'PROCESS_FAIL', times: 1 },
    { route: '*', kind: 'rate-limit', times: 3 },
    { route: '*', kind: 'token-expired', times: 3 },
  ])
  const all = async () => [
    (await mock.send()).body.result?.resultCode,
    (await ask(mock.fetch, `POST ${sendPath}`, { body: service })).body.code,
    (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).status,
  ]
  expect((await mock.send()).body.result).toMatchObject({ resultStatus: 'F', resultCode: 'PROCESS_FAIL' })
  expect(await all()).toEqual(['REQUEST_TRAFFIC_EXCEED_LIMIT', 2, 429])
  expect(await all()).toEqual(['EXPIRED_ACCESS_TOKEN', 70007, 401])
  expect(await all()).toEqual(['SUCCESS', 0, 200])
})

test('X-4: a dropped answer leaves the effect, a cut one nothing; the fetch fails in both', async () => {
  const mock = await faulty([
    { route: 'open-api.send', kind: 'cut', times: 1 },
    { route: 'open-api.send', kind: 'drop', times: 1 },
  ])
  await expect(mock.send()).rejects.toThrow(TypeError)
  expect(await mock.items()).toBe(0)
  await expect(mock.send()).rejects.toThrow(TypeError)
  expect(await mock.items()).toBe(1)
  expect((await mock.send()).body.result.resultStatus).toBe('S')
  expect(await mock.items()).toBe(1)
})

test('X-4: on a listening server a drop ends the connection', async () => {
  const mock = await demoMock()
  const server = await listen(mock, { port: 0 })
  try {
    const at = (line: string) => line.replace(' ', ` ${server.url}`)
    await ask(fetch, at('PUT /control/v1/faults'), { body: { faults: [{ route: 'open-api.send', kind: 'drop' }] } })
    await expect(ask(fetch, at(post), { body: template })).rejects.toThrow('fetch failed')
    const { items } = (await ask(fetch, at('GET /delivery/v1/snapshot'), { token: 'demo-host-amina' })).body
    expect(items).toHaveLength(1)
  } finally {
    await server.close()
  }
})

test('X-4: a status is no answer of the dialect', async () => {
  const mock = await faulty([{ route: 'open-api.*', kind: 'status', status: 502, effect: 'after' }])
  expect(await mock.send()).toMatchObject({ status: 502, body: null })
  expect(await mock.items()).toBe(1)
})

test('X-4: a delay waits by timers, before the effect or after it', async () => {
  const mock = await faulty([
    { route: 'open-api.send', kind: 'delay', delayMs: 5_000, times: 1 },
    { route: 'open-api.send', kind: 'delay', delayMs: 5_000, effect: 'after', times: 1 },
  ])
  const before = mock.send()
  await settled()
  expect(await mock.items()).toBe(0)
  await mock.time.advance(5_000)
  expect((await before).body.result.resultStatus).toBe('S')
  const after = mock.send({ requestId: 'r2' })
  await settled()
  expect(await mock.items()).toBe(2)
  await mock.time.advance(5_000)
  expect((await after).body.result.resultStatus).toBe('S')
})

test('X-4: a request that comes twice delivers once', async () => {
  const mock = await faulty([{ route: 'open-api.send', kind: 'duplicate' }])
  expect((await mock.send()).body.result.resultStatus).toBe('S')
  expect(await mock.items()).toBe(1)
})

test('X-4: a skewed clock is told, not lived by', async () => {
  const mock = await faulty([{ route: 'open-api.send', kind: 'clock-skew', skewMs: -3_600_000 }])
  const answer = await mock.send()
  expect(answer.headers.get('response-time')).toBe('2026-03-02T11:00:00.000Z')
  expect(answer.body.result.resultStatus).toBe('S')
})

test('X-4: the same seed strikes the same requests', async () => {
  const struck = async (seed: number) => {
    const mock = await faulty([{ route: 'open-api.send', kind: 'answer', probability: 0.5 }], seed)
    const words: string[] = []
    for (let number = 0; number < 20; number += 1)
      words.push((await mock.send({ requestId: `r${number}` })).body.result.resultStatus)
    return words.join('')
  }
  expect(await struck(7)).toBe(await struck(7))
  expect(await struck(7)).not.toBe(await struck(8))
})

test('X-4: faults are listed with their counts, cleared, and forgotten with the world', async () => {
  const mock = await faulty([{ route: 'open-api.send', kind: 'answer', skip: 1, times: 1 }])
  const states = [await mock.send(), await mock.send({ requestId: 'r2' }), await mock.send({ requestId: 'r3' })]
  expect(states.map(({ body }) => body.result.resultStatus)).toEqual(['S', 'U', 'S'])
  expect((await ask(mock.fetch, 'GET /control/v1/faults')).body).toMatchObject({ seed: 1, faults: [{ struck: 1 }] })
  await ask(mock.fetch, 'DELETE /control/v1/faults')
  expect((await ask(mock.fetch, 'GET /control/v1/faults')).body.faults).toEqual([])
  await ask(mock.fetch, 'PUT /control/v1/faults', { body: { faults: [{ route: '*', kind: 'cut' }] } })
  await ask(mock.fetch, 'POST /control/v1/world/reset')
  expect((await mock.send()).body.result.resultStatus).toBe('S')
})

test.each([
  [{ faults: [{ route: 'control.world.reset', kind: 'cut' }] }],
  [{ faults: [{ route: 'nothing', kind: 'cut' }] }],
  [{ faults: [{ route: '*', kind: 'explode' }] }],
  [{ faults: [{ route: '*', kind: 'status', status: 200 }] }],
  [{ faults: [{ route: '*', kind: 'answer', probability: 2 }] }],
  [{}],
])('X-4: %j declares nothing', async (body) => {
  const mock = await demoMock()
  expect(await ask(mock.fetch, 'PUT /control/v1/faults', { body })).toMatchObject({
    status: 400,
    body: { error: { code: 'malformed' } },
  })
})

test('X-4: frames are dropped, doubled and turned around', async () => {
  const mock = await faulty([])
  const phone = await live(mock.socket, 'demo-host-amina')
  await ask(mock.fetch, 'PUT /control/v1/faults', {
    body: {
      faults: [
        { route: 'delivery.socket', kind: 'drop', times: 1 },
        { route: 'delivery.socket', kind: 'duplicate', times: 1 },
        { route: 'delivery.socket', kind: 'reorder', times: 1 },
      ],
    },
  })
  const offsets = () => phone.frames.flatMap((frame) => (frame.type === 'batch' ? [frame.to] : []))
  for (let number = 1; number <= 4; number += 1) {
    await mock.send({ requestId: `r${number}` })
    await settled()
  }
  const [first = 0, ...others] = offsets()
  expect(others.map((offset) => offset - first)).toEqual([0, 2, 1])
})
