import { expect, test } from 'vitest'
import { createMockPlatform } from '../faces/in-process/mock-platform.ts'
import { ask } from './asked.ts'
import { ada, bo, chen, officialMock, officialWorld } from './official-world.ts'

const hour = 3_600_000
const day = 24 * hour
/** 2023-06-12 00:00 in UTC+8. */
const switchAt = Date.parse('2023-06-12T00:00:00+08:00')
const codeOf = (answer: { readonly body: { readonly errcode: number } }): number => answer.body.errcode

/** Texts until one is refused; answers how many passed, and the refusal. */
async function untilRefused(mock: Awaited<ReturnType<typeof officialMock>>) {
  for (let count = 0; count < 100; count += 1) {
    const answer = await mock.say(`answer ${count}`)
    if (answer.body.errcode !== 0) return { count, code: answer.body.errcode, rule: answer.verdict }
  }
  return { count: 100, code: 0, rule: 'ok' }
}

test('CS-1: nothing may be sent before the user acts', async () => {
  const mock = await officialMock()
  const answer = await mock.say('hello')
  expect(answer.body).toEqual({
    errcode: 45015,
    errmsg: expect.stringMatching(/^response out of time limit or subscription is canceled rid: [0-9a-f]{8}-/),
  })
  expect([answer.status, answer.verdict]).toEqual([200, 'CS-1.window'])
  expect(await mock.inbox()).toEqual([])
})

test('CS-1: what is sent after an action stands in the inbox as a customer message', async () => {
  const mock = await officialMock()
  expect((await mock.act({ kind: 'text', content: 'where is it' })).status).toBe(200)
  expect((await mock.say('On its way.')).body).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(await mock.inbox()).toEqual([{ kind: 'customer', type: 'text', text: 'On its way.' }])
})

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
  const batches = new Set<number>()
  for (let number = 0; number < 300; number += 1) {
    const id = `account-${number}`
    const text = JSON.stringify(officialWorld()).replaceAll('"harbour"', JSON.stringify(id))
    const mock = await createMockPlatform({ world: JSON.parse(text), startAt: switchAt })
    const { switchAt: own } = await mock.platform.customerService.standing(id, ada)
    expect((await mock.platform.customerService.standing(id, ada)).switchAt).toBe(own)
    batches.add(own)
    mock.close()
  }
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

test('CS-1: who left, never came or is unknown gets nothing', async () => {
  const mock = await officialMock()
  expect(await mock.say('hello', bo)).toMatchObject({ body: { errcode: 45015 }, verdict: 'CS-1.follower' })
  expect(await mock.say('hello', chen)).toMatchObject({ body: { errcode: 45015 }, verdict: 'CS-1.follower' })
  expect(await mock.say('hello', 'oNobody')).toMatchObject({ body: { errcode: 40003 }, verdict: 'CS-1.openid' })
  expect((await mock.act({ kind: 'text', content: 'a' }, bo)).status).toBe(409)
  expect((await mock.act({ kind: 'text', content: 'a' }, 'oNobody')).status).toBe(404)
  await mock.act({ kind: 'text', content: 'hello' })
  await mock.act({ kind: 'unfollow' })
  expect(await mock.say('stay')).toMatchObject({ body: { errcode: 45015 }, verdict: 'CS-1.follower' })
  await mock.act({ kind: 'follow' })
  expect(await untilRefused(mock)).toMatchObject({ count: 8, rule: 'CS-2.count' })
})

test('CS-1: who refuses messages, is on the blacklist, or an account that is not verified or blocked', async () => {
  const mock = await officialMock()
  await mock.act({ kind: 'text', content: 'hello' })
  const follower = await mock.platform.official.follower('harbour', ada)
  if (!follower) throw new Error('Ada follows.')
  await mock.platform.official.putFollower('harbour', { ...follower, refuses: true })
  expect(await mock.say('hi')).toMatchObject({ body: { errcode: 48002 }, verdict: 'CS-1.refused' })
  await mock.platform.official.putFollower('harbour', { ...follower, blacklisted: true })
  expect(await mock.say('hi')).toMatchObject({ body: { errcode: 43019 }, verdict: 'CS-1.blacklist' })
  await mock.platform.official.putFollower('harbour', follower)
  await mock.platform.governance.setCapability('harbour', { capability: 'disabled' })
  expect(await mock.say('hi')).toMatchObject({ body: { errcode: 48004 }, verdict: 'CS-7.blocked' })

  const unverified = await officialMock({ account: { verified: false } })
  await unverified.act({ kind: 'text', content: 'hello' })
  expect(await unverified.say('hi')).toMatchObject({ body: { errcode: 48001 }, verdict: 'CS-1.account' })
  const menu = {
    touser: ada,
    msgtype: 'msgmenu',
    msgmenu: { head_content: 'h', list: [{ id: '1', content: 'a' }], tail_content: 't' },
  }
  expect(await unverified.post('/cgi-bin/message/custom/send', menu)).toMatchObject({ body: { errcode: 40200 } })
})

test('CS-7: marketing is sent, and is a violation in the ledger with a letter', async () => {
  const mock = await officialMock()
  await mock.act({ kind: 'text', content: 'hello' })
  expect(codeOf(await mock.say('Flash sale today: 50% off everything, buy now!'))).toBe(0)
  const { violations } = await mock.platform.governance.standing('harbour')
  expect(violations).toMatchObject([
    { source: 'rule', kind: 'promotion', reason: expect.stringContaining('CS-7.marketing') },
  ])
  const letters = await mock.platform.governance.letters('harbour')
  expect(letters.map(({ about }) => about)).toEqual(['warned', 'violation'])
  expect(codeOf(await mock.say('Your parcel arrives on Friday.'))).toBe(0)
  expect((await mock.platform.governance.standing('harbour')).violations).toHaveLength(1)
})

test('CS-7: the third of the same text after one action is a violation, another action starts anew', async () => {
  const mock = await officialMock()
  await mock.act({ kind: 'text', content: 'hello' })
  for (const text of ['Wait.', 'Wait.']) await mock.say(text)
  await mock.act({ kind: 'text', content: 'and?' })
  for (const text of ['Wait.', 'Wait.']) await mock.say(text)
  expect((await mock.platform.governance.standing('harbour')).violations).toEqual([])
  await mock.say('Wait.')
  expect((await mock.platform.governance.standing('harbour')).violations).toMatchObject([{ kind: 'repetition' }])
})

test('sends at once do not pass together', async () => {
  const mock = await officialMock()
  await mock.act({ kind: 'text', content: 'hello' })
  const answers = await Promise.all(Array.from({ length: 12 }, (_, number) => mock.say(`answer ${number}`)))
  expect(answers.map(codeOf).sort()).toEqual([...Array(5).fill(0), ...Array(7).fill(45047)])
  expect(await mock.inbox()).toHaveLength(5)
})

test('everything survives an export and an import', async () => {
  const mock = await officialMock()
  await mock.act({ kind: 'text', content: 'hello' })
  await mock.say('one')
  await mock.post('/customservice/kfaccount/add', { kf_account: 'anna@harbour', nickname: 'Anna' })
  const world = JSON.parse(JSON.stringify(await mock.platform.worlds.export()))
  await mock.platform.worlds.import(world)
  expect((await mock.platform.customerService.standing('harbour', ada)).windows).toMatchObject([
    { scene: 'reply', left: 4 },
  ])
  expect(await mock.platform.customerService.desk.list('harbour')).toMatchObject([{ account: 'anna@harbour' }])
})

test('X-1: every rule is asked of a customer message that is not sent', async () => {
  const mock = await officialMock()
  await mock.act({ kind: 'text', content: 'hello' })
  const before = await mock.platform.worlds.export()
  const explain = (body: unknown, id = 'harbour') =>
    ask(mock.fetch, `POST /control/v1/official-accounts/${id}/explain-customer`, { body })
  const { body } = await explain({ touser: ada, msgtype: 'text', text: { content: 'Flash sale: 50% off, buy now!' } })
  const wordOf = (rule: string) => body.words.find((word: { readonly rule: string }) => word.rule === rule)?.word
  expect([body.passes, wordOf('CS-2.count'), wordOf('CS-7.marketing')]).toEqual([true, 'passed', 'warned'])
  const refused = await explain({ touser: bo, msgtype: 'text', text: { content: 'hello' } })
  expect(refused.body).toMatchObject({ passes: false, denial: { rule: 'CS-1.follower', code: 45015 } })
  for (const wrong of [{}, { touser: ada }, { touser: ada, msgtype: 'text', text: {} }])
    expect((await explain(wrong)).status).toBe(400)
  expect((await explain({ touser: ada }, 'nobody')).status).toBe(404)
  expect(await mock.platform.worlds.export()).toEqual(before)
})

test('CS-1: who switched the account off in the inbox gets nothing', async () => {
  const mock = await officialMock()
  await mock.act({ kind: 'text', content: 'hello' })
  await mock.platform.directory.setMuted('ada', 'harbour', true)
  expect(await mock.say('hi')).toMatchObject({ body: { errcode: 48002 }, verdict: 'CS-1.refused' })
  await mock.platform.directory.setMuted('ada', 'harbour', false)
  await mock.platform.directory.setPush('ada', false)
  expect(codeOf(await mock.say('hi'))).toBe(48002)
  await mock.platform.directory.setPush('ada', true)
  expect(codeOf(await mock.say('hi'))).toBe(0)
})

test('CS-1: the day is China’s, and clear_quota begins it anew', async () => {
  const mock = await officialMock({ startAt: Date.parse('2026-03-02T15:59:00Z') })
  await mock.platform.official.putSettings({ dailyCustomerSends: 2 })
  await mock.act({ kind: 'text', content: 'hello' })
  for (const expected of [0, 0, 45009]) expect(codeOf(await mock.say('hi'))).toBe(expected)
  expect((await mock.post('/cgi-bin/clear_quota', { appid: 'wxb11529c136998cb6' })).body.errcode).toBe(0)
  for (const expected of [0, 0, 45009]) expect(codeOf(await mock.say('ho'))).toBe(expected)
  await mock.clock.advance(60_000)
  expect(codeOf(await mock.say('hm'))).toBe(0)
})

test('CS-1: a tap on a menu item says which, or 0, or nothing', async () => {
  const mock = await officialMock()
  for (const [menuItemId, menuItem] of [
    ['sent', '101'],
    ['zero', '0'],
    ['missing', undefined],
  ] as const) {
    await mock.platform.official.putSettings({ menuItemId })
    const { body } = await mock.act({ kind: 'menu-item', id: '101', content: 'Yes' })
    expect([body.push.content, body.push.menuItem]).toEqual(['Yes', menuItem])
  }
})
