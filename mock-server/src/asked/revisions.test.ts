import { expect, test } from 'vitest'
import { ask, dayMs, demoMock, sendPath, service, startAt } from './asked.ts'

type Mock = Awaited<ReturnType<typeof demoMock>>

const send = (mock: Mock, changes: object = {}) =>
  ask(mock.fetch, `POST ${sendPath}`, { body: { ...service, ...changes } })
const standing = async (mock: Mock) => (await ask(mock.fetch, 'GET /control/v1/senders/kijani/standing')).body

test('MA-20: the bulletin announces a revision, the clock puts it in force, the first send agrees to it', async () => {
  const mock = await demoMock()
  const effectiveAt = startAt + 5 * dayMs
  const revision = {
    name: 'miniapp-messages',
    version: '2',
    effectiveAt,
    bulletin: { en: 'One message every 7 days; titles of at most 20 characters.' },
    numbers: {
      frequency: { mode: 'rolling', days: 7 },
      content: { titleMax: 20, warnAbove: 80, max: 500 },
    },
  }
  expect((await ask(mock.fetch, 'PUT /control/v1/rule-sets/2', { body: revision })).status).toBe(200)
  const bulletin = async () => (await ask(mock.fetch, 'GET /control/v1/bulletin')).body
  expect((await bulletin()).ruleSets.map((each: { state: string }) => each.state)).toEqual(['in force', 'announced'])
  expect((await send(mock)).body.code).toBe(0)
  await mock.clock.moveTo(effectiveAt)
  expect((await bulletin()).inForce).toEqual({ name: 'miniapp-messages', version: '2' })
  expect((await send(mock)).body.data.denial).toMatchObject({
    rule: 'MA-9.title',
    expected: expect.stringContaining('20'),
  })
  const short = { message: { ...service.message, title: 'Your bill' } }
  expect((await send(mock, short)).body.data.denial.expected).toBe('one message every 7 days (168 h) to one recipient')
  expect((await standing(mock)).agreements).toEqual([{ name: 'miniapp-messages', version: '1', at: startAt }])
  await mock.clock.moveTo(startAt + 7 * dayMs)
  expect((await send(mock, short)).body.code).toBe(0)
  expect((await standing(mock)).agreements).toMatchObject([{ version: '1' }, { version: '2', at: startAt + 7 * dayMs }])
})

test('MA-20: a revision may be milder or stricter about one rule', async () => {
  const mock = await demoMock()
  const long = { message: { ...service.message, title: 'a'.repeat(81), content: 'b'.repeat(81) } }
  const severities = { 'MA-9.title': 'warn', 'MA-9.content': 'deny' }
  await ask(mock.fetch, 'PUT /control/v1/miniapp', { body: { severities } })
  expect((await send(mock, long)).body.data.denial.rule).toBe('MA-9.content')
  expect((await send(mock, { message: { ...long.message, content: 'b' } })).body.code).toBe(0)
  const wrong = { severities: { 'MA-9.title': 'never' } }
  expect((await ask(mock.fetch, 'PUT /control/v1/miniapp', { body: wrong })).status).toBe(400)
})

test('MA-20: revisions that are not whole, or under another version, are refused', async () => {
  const mock = await demoMock()
  const put = async (body: unknown) => (await ask(mock.fetch, 'PUT /control/v1/rule-sets/2', { body })).status
  const revision = { name: 'r', version: '2', effectiveAt: 1, bulletin: { en: 'New.' }, numbers: {} }
  expect(await put({ ...revision, version: '3' })).toBe(400)
  expect(await put({ ...revision, effectiveAt: 'soon' })).toBe(400)
  expect(await put({ ...revision, numbers: { frequency: { mode: 'weekly', days: 3 } } })).toBe(400)
  expect(await put(revision)).toBe(200)
})
