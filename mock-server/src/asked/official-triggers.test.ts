import { expect, test } from 'vitest'
import { ask, dayMs } from './asked.ts'
import { data, desk, templateId } from './official-desk.ts'
import { ada } from './official-world.ts'

const minuteMs = 60_000

test('WT-4: somebody who was never served is refused, and the journal has it; a service mends it', async () => {
  const { send, operate, journal } = await desk('status', { consents: ['*'] })
  expect((await send()).verdict).toBe('WT-4')
  expect(journal().at(-1)).toMatchObject({ verdict: 'WT-4', person: 'ada', sender: 'harbour' })
  await operate({ kind: 'scan', served: false })
  expect((await send()).verdict).toBe('WT-4')
  await operate({ kind: 'purchase' })
  expect((await send()).verdict).toBe('ok')
})

test('WT-4: part-V lets messages through to persons who were never served', async () => {
  const { send, fetch } = await desk('status', { consents: ['*'] })
  await ask(fetch, 'PUT /control/v1/wechat', { body: { neverServed: 'part-V' } })
  expect((await send()).verdict).toBe('ok')
})

test('WT-2, WT-6: an instant message follows an operation within five minutes', async () => {
  const { send, operate, clock } = await desk('status', { servedAt: 1 })
  expect((await send()).verdict).toBe('WT-2.trigger')
  await operate({ kind: 'purchase', subject: 'A-1001' })
  await clock.advance(5 * minuteMs)
  expect((await send()).verdict).toBe('ok')
  await clock.advance(1)
  expect((await send()).verdict).toBe('WT-6.instant')
})

test('WT-2: a send may name its trigger, which must be on record', async () => {
  const { send, operate } = await desk('status', { servedAt: 1, consents: ['*'] })
  const naming = (trigger: object) => send({ minibell: { trigger } })
  await operate({ kind: 'purchase', subject: 'A-1001' })
  expect((await naming({ kind: 'purchase', subject: 'A-1001' })).verdict).toBe('ok')
  expect((await naming({ kind: 'purchase', subject: 'A-1002' })).verdict).toBe('WT-2.trigger')
  expect((await naming({ kind: 'login' })).verdict).toBe('WT-2.trigger')
})

test('WT-2, WT-5.2, WT-5.3: monthly and irregular messages need consent; an operation is not enough', async () => {
  for (const kind of ['utility-bill', 'meeting'] as const) {
    const { send, operate, follower } = await desk(kind, { servedAt: 1 })
    await operate({ kind: 'purchase' })
    expect((await send()).verdict).toBe('WT-2.consent')
    await follower({ servedAt: 1, consents: [templateId] })
    expect((await send()).verdict).toBe('ok')
  }
})

test('WT-5.4: a general message needs an operation of any age, or consent', async () => {
  const { send, operate, clock } = await desk('refund', { servedAt: 1 })
  expect((await send()).verdict).toBe('WT-2.trigger')
  await operate({ kind: 'refund-asked' })
  await clock.advance(20 * dayMs)
  expect((await send()).verdict).toBe('ok')
})

test('WT-2: a fault states its circumstance and stands in the operator’s queue', async () => {
  const { send, fetch } = await desk('fault', {})
  expect((await send()).verdict).toBe('WT-2.circumstance')
  expect((await send({ minibell: { circumstance: 'Burst main in Harbour Road' } })).verdict).toBe('ok')
  const queue = await ask(fetch, 'GET /control/v1/official-accounts/harbour/exempt-sends')
  expect(queue.body.sends).toMatchObject([{ openid: ada, circumstance: 'Burst main in Harbour Road' }])
})

test('WT-2: a circumstance may be declared for a while, for clients that cannot say it', async () => {
  const { send, fetch, clock } = await desk('fault', {})
  const path = `PUT /control/v1/official-accounts/harbour/circumstances/${templateId}`
  await ask(fetch, path, { body: { text: 'Storm', untilAt: clock.now() + 2 * dayMs } })
  expect((await send()).verdict).toBe('ok')
  await clock.advance(2 * dayMs)
  expect((await send()).verdict).toBe('WT-2.circumstance')
})

test('WT-2, WT-4: an alert is exempt only when it was approved as one of disasters', async () => {
  const { send } = await desk('alert', {})
  expect((await send({ minibell: { circumstance: 'Flood' } })).verdict).toBe('WT-4')
})

test('WT-6: a monthly message comes once in a calendar month of China', async () => {
  const { send, clock } = await desk('utility-bill')
  expect((await send()).verdict).toBe('ok')
  await clock.moveTo('2026-03-31T15:59:59Z')
  expect((await send()).verdict).toBe('WT-6.monthly')
  await clock.advance(1_000)
  expect((await send()).verdict).toBe('ok')
})

test('WT-6: an irregular message comes once in 24 hours about one subject', async () => {
  const { send, clock } = await desk('meeting')
  const about = (value: string) => send({ data: { ...data, keyword1: { value } } })
  expect([(await about('m-1')).verdict, (await about('m-2')).verdict]).toEqual(['ok', 'ok'])
  expect((await about('m-1')).verdict).toBe('WT-6.irregular')
  await clock.advance(dayMs - 1)
  expect((await about('m-1')).verdict).toBe('WT-6.irregular')
  await clock.advance(1)
  expect((await about('m-1')).verdict).toBe('ok')
})

test('WT-5.7: three expiration notices about one subject, no fourth', async () => {
  const { send, clock } = await desk('expiration')
  for (const verdict of ['ok', 'ok', 'ok', 'WT-5.7']) {
    expect((await send()).verdict).toBe(verdict)
    await clock.advance(2 * dayMs)
  }
})
