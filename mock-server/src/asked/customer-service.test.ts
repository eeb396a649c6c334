import { expect, test } from 'vitest'
import { ask } from './asked.ts'
import { ada, bo, chen, codeOf, officialMock, untilRefused } from './official-world.ts'

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

test('CS-1: a type for which the account has no right', async () => {
  const mock = await officialMock({ account: { withoutTypes: ['wxcard'] } })
  await mock.act({ kind: 'text', content: 'hello' })
  const card = { touser: ada, msgtype: 'wxcard', wxcard: { card_id: 'a-card' } }
  const answer = await mock.post('/cgi-bin/message/custom/send', card)
  expect(answer).toMatchObject({ body: { errcode: 48008 }, verdict: 'CS-1.type' })
  expect(codeOf(await mock.say('a text'))).toBe(0)
})
