import { expect, test } from 'vitest'
import { createMockPlatform } from '../faces/in-process/mock-platform.ts'
import { ask } from './asked.ts'
import { ada, codeOf, officialMock, officialWorld, untilRefused } from './official-world.ts'

const hour = 3_600_000
const day = 24 * hour
/** 2023-06-12 00:00 in UTC+8. */
const switchAt = Date.parse('2023-06-12T00:00:00+08:00')

test('CS-2: 5 messages in 48 hours after a message since 2023-06-12, and not one after', async () => {
  const mock = await officialMock()
  await mock.act({ kind: 'text', content: 'hello' })
  expect(await untilRefused(mock)).toEqual({ count: 5, code: 45047, rule: 'CS-2.count' })
  await mock.act({ kind: 'text', content: 'again' })
  await mock.clock.advance(48 * hour - 1)
  expect(codeOf(await mock.say('in time'))).toBe(0)
  await mock.clock.advance(1)
  expect(await mock.say('too late')).toMatchObject({ body: { errcode: 45015 }, verdict: 'CS-1.window' })
})

test('CS-2: 20 messages before', async () => {
  const mock = await officialMock({ startAt: switchAt - day })
  await mock.act({ kind: 'text', content: 'hello' })
  expect(await untilRefused(mock)).toMatchObject({ count: 20, code: 45047 })
})

test('CS-3: a payment opened 48 hours for 20, opens none since, or any number where the operator reads it so', async () => {
  const before = await officialMock({ startAt: switchAt - day })
  await before.act({ kind: 'payment', order: 'A7' })
  expect(await untilRefused(before)).toMatchObject({ count: 20, code: 45047 })

  const after = await officialMock()
  expect((await after.act({ kind: 'payment', order: 'A7' })).body).toMatchObject({ opened: null, windows: [] })
  expect(await after.say('thanks')).toMatchObject({ body: { errcode: 45015 }, verdict: 'CS-3.payment' })

  await after.platform.official.putSettings({ payment: 'unlimited-48h' })
  await after.act({ kind: 'payment', order: 'A8' })
  expect(await untilRefused(after)).toMatchObject({ count: 100 })
  await after.clock.advance(48 * hour)
  expect(codeOf(await after.say('late'))).toBe(45015)
})

test.each([
  ['follow', { kind: 'follow' }],
  ['scan', { kind: 'scan', scene: 'door' }],
  ['menu click', { kind: 'menu-click', key: 'TRACK' }],
  ['menu scan', { kind: 'menu-scan', key: 'SCAN', waits: true, result: 'parcel' }],
  ['tap on a menu message', { kind: 'menu-item', id: '7', content: 'Yes' }],
])('CS-4: a %s opens one minute for 3 messages, before and after', async (_, action) => {
  for (const startAt of [switchAt - day, switchAt + 90 * day]) {
    const mock = await officialMock({ startAt })
    await mock.act(action)
    expect(await untilRefused(mock)).toEqual({ count: 3, code: 45047, rule: 'CS-4.count' })
    await mock.act(action)
    await mock.clock.advance(60_000)
    expect(codeOf(await mock.say('late'))).toBe(45015)
  }
})

test('CS-4: until May 2021 every action opened 48 hours; a menu link opens nothing at all', async () => {
  const mock = await officialMock({ startAt: Date.parse('2021-05-01T00:00Z') })
  await mock.act({ kind: 'menu-click', key: 'TRACK' })
  expect(await untilRefused(mock)).toMatchObject({ count: 20 })
  const now = await officialMock()
  expect((await now.act({ kind: 'menu-view', url: 'https://harbour.test/' })).body).toMatchObject({ opened: null })
  expect(codeOf(await now.say('hello'))).toBe(45015)
})

test('CS-5: an account that registered since 2023-06-12 has the new windows at once', async () => {
  const mock = await officialMock({ startAt: switchAt, account: { registeredAt: switchAt } })
  await mock.act({ kind: 'text', content: 'hello' })
  expect(await untilRefused(mock)).toMatchObject({ count: 5 })
  const older = await officialMock({
    startAt: switchAt,
    account: { registeredAt: switchAt - 1, customerSwitchAt: switchAt + day },
  })
  await older.act({ kind: 'text', content: 'hello' })
  expect(await untilRefused(older)).toMatchObject({ count: 20 })
})

test('CS-6: existing accounts are switched in batches from 2023-06-12 to 2023-08-05, each on its own day', async () => {
  const world = JSON.parse(JSON.stringify(officialWorld()))
  const [sender] = world.senders
  const [account] = world.officialAccounts
  const ids = Array.from({ length: 300 }, (_, number) => `account-${number}`)
  world.senders = ids.map((id, number) => ({ ...sender, id, wireId: `wx${number}` }))
  world.officialAccounts = ids.map((id) => ({ ...account, sender: id, originalId: `gh_${id}`, miniPrograms: [] }))
  const { platform } = await createMockPlatform({ world, startAt: switchAt })
  const switches = async () =>
    Promise.all(ids.map(async (id) => (await platform.customerService.standing(id, ada)).switchAt))
  const batches = new Set(await switches())
  expect(await switches()).toEqual(await switches())
  expect(Math.min(...batches)).toBeGreaterThanOrEqual(switchAt)
  expect(Math.max(...batches)).toBeLessThanOrEqual(Date.parse('2023-08-05T00:00:00+08:00'))
  expect(batches.size).toBeGreaterThan(50)
})

test('CS-6: an internal message comes a week before, however the clock gets there, once', async () => {
  const letters = async (mock: Awaited<ReturnType<typeof officialMock>>) =>
    (await mock.platform.governance.letters('harbour')).filter(({ about }) => about === 'customer-windows')
  const own = switchAt + 20 * day
  const mock = await officialMock({ startAt: own - 8 * day, account: { customerSwitchAt: own } })
  expect(await letters(mock)).toEqual([])
  await mock.clock.advance(day)
  expect(await letters(mock)).toMatchObject([{ at: own - 7 * day, reason: 'from 2023-07-01T16:00:00.000Z on' }])
  await mock.clock.advance(60 * day)
  expect(await letters(mock)).toHaveLength(1)

  const jumped = await officialMock({ startAt: own - 100 * day, account: { customerSwitchAt: own } })
  await jumped.clock.advance(400 * day)
  expect(await letters(jumped)).toMatchObject([{ at: own - 7 * day }])

  expect(await letters(await officialMock())).toEqual([])
  const fresh = await officialMock({ startAt: switchAt, account: { registeredAt: switchAt } })
  await fresh.clock.advance(100 * day)
  expect(await letters(fresh)).toEqual([])
})

test('CS-8: a window that is open at the switch keeps its count and its end', async () => {
  const own = switchAt + 10 * day
  const mock = await officialMock({ startAt: own - hour, account: { customerSwitchAt: own } })
  await mock.act({ kind: 'text', content: 'hello' })
  await mock.say('one')
  await mock.clock.advance(2 * hour)
  expect(await untilRefused(mock)).toMatchObject({ count: 19, code: 45047 })
  await mock.act({ kind: 'text', content: 'again' })
  expect(await untilRefused(mock)).toMatchObject({ count: 5 })
})

test('CS-8: a new message beside an old window opens one of its own, and the old one ends when it said', async () => {
  const own = switchAt + 10 * day
  const mock = await officialMock({ startAt: own - hour, account: { customerSwitchAt: own } })
  await mock.act({ kind: 'text', content: 'hello' })
  await mock.clock.advance(2 * hour)
  const { body } = await mock.act({ kind: 'text', content: 'again' })
  expect(body.windows).toMatchObject([
    { rules: '2021-06', left: 20 },
    { rules: '2023-06', left: 5 },
  ])
  await mock.clock.advance(46 * hour)
  expect(await untilRefused(mock)).toMatchObject({ count: 5 })
})

test('windows do not add up: the larger count and end stay, and the first to end is spent first', async () => {
  const mock = await officialMock()
  await mock.act({ kind: 'text', content: 'one' })
  await mock.say('a')
  await mock.act({ kind: 'text', content: 'two' })
  await mock.act({ kind: 'menu-click', key: 'TRACK' })
  await mock.say('b')
  const { body } = await ask(mock.fetch, `GET /control/v1/official-accounts/harbour/followers/${ada}/windows`)
  expect(body).toMatchObject({
    rules: '2023-06',
    windows: [
      { scene: 'menu', left: 2 },
      { scene: 'reply', left: 5 },
    ],
  })
})
