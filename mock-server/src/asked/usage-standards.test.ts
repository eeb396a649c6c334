import { expect, test } from 'vitest'
import { ask, dayMs, demoMock, sendPath, service } from './asked.ts'

type Mock = Awaited<ReturnType<typeof demoMock>>

const send = async (mock: Mock, changes: object = {}) => {
  const { body, row } = await ask(mock.fetch, `POST ${sendPath}`, { body: { ...service, ...changes } })
  const { explanation } = (await ask(mock.fetch, `GET /control/v1/journal/${row}`)).body
  const wordOf = (rule: string) => explanation.find((each: { rule: string }) => each.rule === rule)?.word
  return { code: body.code, ...body.data.denial, wordOf }
}

const paid = { scenario: 'billing', action: 'paid', occurrenceId: 'bill-2041' }

test('MA-14: no second message for the same action in the same scenario, however much later', async () => {
  const mock = await demoMock()
  expect((await send(mock, paid)).code).toBe(0)
  await mock.clock.advance(20 * dayMs)
  expect(await send(mock, paid)).toMatchObject({ code: 70002, rule: 'MA-14' })
  expect((await send(mock, { ...paid, occurrenceId: 'bill-2042' })).code).toBe(0)
})

test('MA-14: another action or scenario is another thing, and without all three nothing can be compared', async () => {
  const mock = await demoMock()
  await send(mock, paid)
  await mock.clock.advance(3 * dayMs)
  expect((await send(mock, { ...paid, action: 'refunded' })).code).toBe(0)
  await mock.clock.advance(3 * dayMs)
  const { occurrenceId: _, ...partly } = paid
  const sent = await send(mock, {
    ...partly,
    message: { ...service.message, title: 'Rain', content: 'It may rain in Kisumu today.' },
  })
  expect([sent.code, sent.wordOf('MA-14')]).toEqual([0, 'not-checkable'])
})

test('MA-14: what was refused was not told', async () => {
  const mock = await demoMock()
  await mock.use({ person: 'moussa', sender: 'kijani', at: 0 })
  expect((await send(mock, { ...paid, uniqueIds: ['u_moussa'] })).code).toBe(70012)
  await mock.use({ person: 'moussa', sender: 'kijani' })
  expect((await send(mock, { ...paid, uniqueIds: ['u_moussa'] })).code).toBe(0)
})

/** The source's own two examples, for pages that say what they are about. */
async function declaring(): Promise<Mock> {
  const mock = await demoMock()
  const kijani = (await ask(mock.fetch, 'GET /control/v1/senders/kijani')).body
  const pages = [
    { path: 'pages/account/index', title: 'Balance', topics: ['balance', 'talk time'] },
    { path: 'pages/help/index', title: 'Membership', topics: ['membership', 'events'] },
    { path: 'pages/home/index', title: 'Home' },
  ]
  await ask(mock.fetch, 'PUT /control/v1/senders/kijani', { body: { ...kijani, pages } })
  return mock
}

const balance = {
  title: 'Your balance',
  content: 'See your balance now.',
  jumpUrl: 'pages/account/index',
  topic: 'balance',
}

test('MA-15: a declared topic is one of the receiving page', async () => {
  const mock = await declaring()
  expect((await send(mock, { message: balance })).code).toBe(0)
})

test('MA-15: a message about the balance that leads to membership is refused', async () => {
  const mock = await declaring()
  const misled = { ...balance, jumpUrl: 'pages/help/index' }
  expect(await send(mock, { message: misled })).toMatchObject({
    code: 70002,
    rule: 'MA-15.topic',
    expected: 'a page about "balance"',
  })
  const registered = await ask(mock.fetch, 'POST /miniapp/v1/messages', { body: { miniappId: 'mp_kijani', ...misled } })
  expect(registered.body.data.denial.rule).toBe('MA-15.topic')
})

test('MA-15: undeclared on either side it cannot be checked', async () => {
  const mock = await declaring()
  const { topic: _, ...undeclared } = balance
  const home = await send(mock, { message: { ...balance, jumpUrl: 'pages/home/index' } })
  expect([home.code, home.wordOf('MA-15.topic')]).toEqual([0, 'not-checkable'])
  await mock.clock.advance(3 * dayMs)
  const silent = await send(mock, { message: undeclared })
  expect([silent.code, silent.wordOf('MA-15.topic')]).toEqual([0, 'not-checkable'])
})

const days = (count: number) => count * dayMs

/** What becomes of the same recipient's next message, three days later each. */
async function outcomes(texts: readonly string[], changes: (at: number) => object = () => ({})) {
  const mock = await demoMock()
  const said: unknown[] = []
  for (const [at, content] of texts.entries()) {
    const sent = await send(mock, { message: { ...service.message, content }, ...changes(at) })
    said.push([sent.code, sent.wordOf('MA-17')])
    await mock.clock.advance(days(3))
  }
  return said
}

const warnedThenRefused = [
  [0, 'passed'],
  [0, 'warned'],
  [70002, 'refused'],
]

test('MA-17: the second similar message within 30 days is told, the third refused', async () => {
  const same = 'Recharge now and get your talk time back.'
  expect(await outcomes([same, same, same])).toEqual(warnedThenRefused)
})

test.each([
  ['changed numbers', 'You have 3 unread offers of 250 shillings.', 'You have 17 unread offers of 1,900 shillings.'],
  ['another order of words', 'Recharge your line today please, Amina', 'Amina, please recharge today your line'],
  ['other blanks and marks', 'Recharge now and keep talking', 'Re charge now!! and keep talk ing'],
  ['look-alike letters', 'Recharge now and keep talking', 'Reсhаrge nоw аnd keeр tаlking'],
  ['other case and full-width forms', 'Recharge now and keep talking', 'RECHARGE NOW and keep talking'],
])('MA-17: %s make no other message', async (_, one, other) => {
  const mock = await demoMock()
  for (const rule of ['MA-11.content', 'MA-11.title']) mock.platform.rules.setEnabled(rule, false)
  const word = async (content: string) =>
    (await send(mock, { message: { ...service.message, title: 'Recharge', content } })).wordOf('MA-17')
  expect(await word(one)).toBe('passed')
  await mock.clock.advance(days(3))
  expect(await word(other)).toBe('warned')
})

test('MA-17: different messages, other occurrences and what is older than 30 days are no harassment', async () => {
  expect(
    await outcomes([
      'Your bill of March is due.',
      'Water is back in Kisumu since noon.',
      'Meet us at the fair on Sunday.',
    ]),
  ).toEqual([0, 1, 2].map(() => [0, 'passed']))
  const same = 'We have received your payment, thank you.'
  const paying = (at: number) => ({ ...paid, occurrenceId: `bill-${at}` })
  expect(await outcomes([same, same, same], paying)).toEqual([0, 1, 2].map(() => [0, 'passed']))
  const mock = await demoMock()
  await send(mock)
  for (let month = 0; month < 3; month += 1) {
    await mock.clock.advance(days(30))
    await mock.use({ person: 'amina', sender: 'kijani' })
    expect((await send(mock)).wordOf('MA-17')).toBe('passed')
  }
})
