import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { listen } from '../faces/server/listen.ts'
import { createMockPlatform } from '../index.ts'
import { createPlatform } from '../platform/index.ts'
import { memoryStore } from '../store/memory.ts'
import { demo, startAt } from './asked.ts'

type Demo = { readonly persons: readonly object[]; readonly uses: readonly object[] }

/** The demo world with `count` more people u_0, u_1 … who used Kijani yesterday. */
function crowded(count: number): object {
  const ids = Array.from({ length: count }, (_, at) => String(at))
  const { persons, uses } = demo as Demo
  return {
    ...(demo as Demo),
    persons: [
      ...persons,
      ...ids.map((id) => ({
        id: `c${id}`,
        name: id,
        language: 'en',
        timeZone: 'UTC',
        recipientIds: [{ account: 'kijani-ltd', id: `u_${id}` }],
      })),
    ],
    uses: [...uses, ...ids.map((id) => ({ person: `c${id}`, sender: 'kijani', at: '-P1D' }))],
  }
}

const mockOf = (count: number) => createMockPlatform({ world: crowded(count), startAt })
type Mock = Awaited<ReturnType<typeof mockOf>>

const message = {
  title: 'Planned outage',
  content: 'Power is off on Friday from 9 to 12.',
  jumpUrl: 'pages/home/index',
}

async function call(mock: Pick<Mock, 'fetch'>, method: string, path: string, body?: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await mock.fetch(`http://minibell.test/miniapp/v1/${path}`, {
    method,
    ...(body !== undefined && { body: text }),
  })
  return response.json()
}

const upload = (mock: Pick<Mock, 'fetch'>, csv: string) => call(mock, 'POST', 'files?miniappId=mp_kijani', csv)
const csvOf = (count: number) => Array.from({ length: count }, (_, at) => `u_${at}\n`).join('')
const job = async (mock: Mock, id: string) => (await call(mock, 'GET', `jobs/${id}?miniappId=mp_kijani`)).data
const results = async (mock: Mock, id: string, query = '') =>
  (await mock.fetch(`http://minibell.test/miniapp/v1/jobs/${id}/results?miniappId=mp_kijani${query}`)).text()

async function started(mock: Mock, csv: string, changes: object = {}): Promise<string> {
  const { fileId } = (await upload(mock, csv)).data
  const body = { miniappId: 'mp_kijani', fileId, message, ...changes }
  return (await call(mock, 'POST', 'messages/send-file', body)).data.jobId
}

test('MA-5: a file send goes at its own pace, past the rate of calls, by the platform’s clock', async () => {
  const mock = await mockOf(1_000)
  await call(mock, 'POST', 'files?miniappId=mp_kijani', csvOf(1_000))
  const id = await started(mock, csvOf(1_000))
  expect(await job(mock, id)).toMatchObject({ state: 'running', total: 1_000, done: 0, accepted: 0 })
  await mock.clock.advance(352)
  expect(await job(mock, id)).toMatchObject({ state: 'running', done: 400, accepted: 400 })
  await mock.clock.advance(236)
  expect(await job(mock, id)).toMatchObject({ state: 'running', done: 800 })
  await mock.clock.advance(1)
  expect(await job(mock, id)).toMatchObject({ state: 'finished', done: 1_000, accepted: 1_000, refused: {} })
  const own = await call(mock, 'POST', 'messages/send', { miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message })
  expect(own.code).toBe(0)
})

test('MA-5: a file send goes on by timers while nobody asks', async () => {
  const time = virtualTime({ startAt })
  const mock = await createMockPlatform({ world: crowded(500), time })
  const id = await started(mock, csvOf(500))
  await time.advance(150)
  expect(await job(mock, id)).toMatchObject({ done: 0 })
  for (let ticks = 0; ticks < 1_000 && (await job(mock, id)).state === 'running'; ticks += 1) await time.advance(100)
  expect(await job(mock, id)).toMatchObject({ state: 'finished', accepted: 500 })
})

test('MA-5: results are a CSV with every recipient’s code, whole or by pages', async () => {
  const mock = await mockOf(3)
  const id = await started(mock, 'uniqueId,name\r\nu_0,Ann\r\n"u_moussa"\r\nu_none\r\nu_0\r\n\r\n"=cmd"\r\nu_1')
  await mock.clock.advance(1_000)
  const lines = (await results(mock, id)).split('\r\n')
  expect(lines.map((line) => line.split(',').slice(0, 2).join())).toEqual([
    ...['uniqueId,code', 'u_0,0', 'u_moussa,70012', 'u_none,70010', 'u_0,70013', "'=cmd,70010", 'u_1,0', ''],
  ])
  expect((await results(mock, id, '&from=2&max=1')).split('\r\n')[1]).toMatch(/^u_none,70010/)
  expect(await job(mock, id)).toMatchObject({
    state: 'finished',
    accepted: 2,
    refused: { 70010: 2, 70012: 1, 70013: 1 },
  })
})

test.each(['disable', 'revoke', 'remove'])(
  'MA-19: to %s stops a file send under way; the rest has that code',
  async (step) => {
    const mock = await mockOf(1_000)
    const id = await started(mock, csvOf(1_000))
    await mock.clock.advance(300)
    const body = JSON.stringify({ reason: 'Complaints.' })
    await mock.fetch(`http://minibell.test/control/v1/senders/kijani/${step}`, { method: 'POST', body })
    await mock.clock.advance(60_000)
    const code = step === 'remove' ? 70001 : 70008
    expect(await job(mock, id)).toMatchObject({
      state: 'stopped',
      done: 400,
      code,
      denial: { received: expect.stringContaining('Complaints.') },
    })
    const lines = (await results(mock, id)).trim().split('\r\n').slice(1)
    expect([lines.length, lines.filter((line) => line.includes(`,${code},`)).length]).toEqual([1_000, 600])
  },
)

test('MA-5: a result file of many pages has every line once, in the order of the file', async () => {
  const mock = await mockOf(0)
  const id = await started(mock, csvOf(20_150))
  await mock.clock.advance(20_000)
  expect(await job(mock, id)).toMatchObject({
    state: 'finished',
    done: 20_150,
    accepted: 0,
    refused: { 70010: 20_150 },
  })
  const [heading, ...lines] = (await results(mock, id)).trimEnd().split('\r\n')
  expect(heading).toBe('uniqueId,code,message,itemId')
  expect(lines.map((line) => line.split(',')[0])).toEqual(Array.from({ length: 20_150 }, (_, at) => `u_${at}`))
  const part = (await results(mock, id, '&from=9990&max=10020')).trimEnd().split('\r\n')
  expect(part.slice(1)).toEqual(lines.slice(9_990, 20_010))
})

test('MA-7: a missing file is 70006, and another mini-program’s is missing', async () => {
  const mock = await mockOf(1)
  const { fileId } = (await upload(mock, 'u_0')).data
  const send = (changes: object) =>
    call(mock, 'POST', 'messages/send-file', { miniappId: 'mp_kijani', fileId, message, ...changes })
  expect((await send({ fileId: 'none' })).code).toBe(70006)
  expect((await send({ fileId: 'none' })).data.denial.rule).toBe('MA-7.file')
  expect((await send({ miniappId: 'mp_safari' })).code).toBe(70008)
  expect((await send({ message: { ...message, title: '{{x}}' } })).code).toBe(70002)
  expect((await send({ message: undefined, messageId: 'none' })).code).toBe(70004)
  expect((await call(mock, 'GET', 'jobs/none?miniappId=mp_kijani')).code).toBe(70009)
  expect((await call(mock, 'GET', 'jobs/none')).code).toBe(70009)
})

test('MA-7: the same request id is the same file send; another request under it is refused', async () => {
  const mock = await mockOf(1)
  const { fileId } = (await upload(mock, 'u_0')).data
  const send = (changes: object = {}) =>
    call(mock, 'POST', 'messages/send-file', { miniappId: 'mp_kijani', fileId, message, requestId: 'r1', ...changes })
  const first = await send()
  expect(await send()).toEqual(first)
  const other = await send({ message: { ...message, title: 'Another' } })
  expect([other.code, other.data.denial.rule]).toEqual([70009, 'MA-7.requestId'])
})

test.each([
  ['nothing', '', 'no recipients'],
  ['a heading alone', 'uniqueId\n\n', 'no recipients'],
  ['an id that is too long', `u_0\n${'x'.repeat(129)}\n`, 'line 2: an id of 129 characters'],
  ['a line without an id', 'u_0\n,name\n', 'line 2: a line without an id'],
  ['an open quotation', '"u_0\nu_1\n', 'line 1: a broken quotation'],
  ['an endless line', 'x'.repeat(2_000), 'line 1: longer than 1024 characters'],
])('MA-7: a file of %s is refused and nothing of it is kept', async (_, csv, received) => {
  const mock = await mockOf(0)
  const answer = await upload(mock, csv)
  expect([answer.code, answer.data.denial.received]).toEqual([70009, received])
  const { state } = await mock.platform.worlds.export()
  expect(JSON.stringify(state)).not.toContain('"chunk/')
})

test('MA-5: more recipients than one file may have are refused', async () => {
  const mock = await mockOf(0)
  const body = JSON.stringify({ files: { recipients: 999, perSecond: 1_700 } })
  await mock.fetch('http://minibell.test/control/v1/miniapp', { method: 'PUT', body })
  expect((await upload(mock, csvOf(1_000))).data.denial.received).toBe('more recipients than one file may have')
  expect((await upload(mock, csvOf(999))).data.recipients).toBe(999)
})

test('MA-5: a file of 500,000 lines is taken as it comes over a real port, far above the limit of other bodies', async () => {
  const mock = await mockOf(0)
  const server = await listen(mock, { port: 0 })
  const url = `${server.url}/miniapp/v1/files?miniappId=mp_kijani`
  const answer = await fetch(url, { method: 'POST', body: csvOf(500_000) })
  expect((await answer.json()).data.recipients).toBe(500_000)
  const tooMany = await fetch(url, { method: 'POST', body: csvOf(500_001) })
  expect((await tooMany.json()).code).toBe(70009)
  await server.close()
})

test('MA-5: a file send that broke off is carried on after a restart, and nobody gets it twice', async () => {
  const store = memoryStore()
  const time = virtualTime({ startAt })
  const first = await createMockPlatform({ world: crowded(600), time, store })
  const id = await started(first, csvOf(600))
  let commits = 0
  const failing = {
    ...store,
    commit: (commit: Parameters<typeof store.commit>[0]) =>
      ++commits > 150 ? Promise.reject(new Error('The power is off.')) : store.commit(commit),
  }
  const second = await createPlatform({ store: failing, clock: time })
  await second.clock.advance(1_000).catch(() => undefined)
  const third = await createMockPlatform({ store, time })
  await third.clock.advance(1_000)
  expect(await job(third, id)).toMatchObject({ state: 'finished', done: 600, accepted: 600 })
  const session = await third.platform.delivery.openSession({ person: 'c1', scope: { kind: 'host' } })
  expect(await third.platform.delivery.counts(session)).toMatchObject({ total: 1 })
})

test('MA-5: two processes over one store carry on the same file send, and nobody gets it twice', async () => {
  const store = memoryStore()
  const time = virtualTime({ startAt })
  const first = await createMockPlatform({ world: crowded(1_000), time, store })
  const id = await started(first, csvOf(1_000))
  const second = await createMockPlatform({ store, time })
  for (const mock of [first, second]) mock.platform.rules.setEnabled('MA-3', false)
  await Promise.all([first.clock.advance(600), second.clock.advance(600)])
  expect(await job(first, id)).toMatchObject({ state: 'finished', done: 1_000, accepted: 1_000, refused: {} })
  for (const person of ['c0', 'c499', 'c999']) {
    const session = await first.platform.delivery.openSession({ person, scope: { kind: 'host' } })
    expect(await first.platform.delivery.counts(session)).toMatchObject({ total: 1 })
  }
})

test('MA-5: files, jobs and their results travel with an exported world', async () => {
  const mock = await mockOf(600)
  const id = await started(mock, csvOf(600))
  await mock.clock.advance(200)
  const world = await mock.platform.worlds.export()
  const other = await createMockPlatform({ world: JSON.parse(JSON.stringify(world)), startAt })
  expect(await job(other, id)).toMatchObject({ state: 'running', done: 200 })
  await other.clock.advance(1_000)
  expect(await job(other, id)).toMatchObject({ state: 'finished', accepted: 600 })
})
