import { expect, test } from 'vitest'
import { aPerson, aWorld, builtPlatform, dayMs, hourMs, startAt } from '../../../asked/built-platform.ts'

const days3 = 3 * dayMs

test('MA-3: the second message within three days is refused with the numbers and how long to wait', async () => {
  const platform = await builtPlatform()
  await platform.send()
  await platform.time.advance(25 * hourMs)
  expect(await platform.denial()).toMatchObject({
    rule: 'MA-3',
    code: 70013,
    source: expect.stringContaining('Message Introduction'),
    expected: 'one message every 3 days (72 h) to one recipient',
    received: 'the last one was accepted at 2026-01-01T00:00:00.000Z, 1 d 1 h ago',
    hint: { en: expect.stringContaining('1 d 23 h'), zh: expect.stringContaining('1 天 23 小时') },
    mendAfterMs: 47 * hourMs,
  })
})

test('MA-3: 72 h less a millisecond is refused, 72 h pass', async () => {
  const platform = await builtPlatform()
  await platform.send()
  await platform.clock.advance(days3 - 1)
  expect(await platform.denial()).toMatchObject({ rule: 'MA-3', mendAfterMs: 1 })
  await platform.clock.advance(1)
  expect(await platform.send()).toMatchObject({ accepted: true })
})

test('MA-3: waiting what the verdict says is enough and no more than needed', async () => {
  const platform = await builtPlatform()
  await platform.send()
  await platform.clock.advance(12_345_678)
  const { mendAfterMs = 0 } = await platform.denial()
  await platform.clock.advance(mendAfterMs - 1)
  expect((await platform.send()).accepted).toBe(false)
  await platform.clock.advance(1)
  expect((await platform.send()).accepted).toBe(true)
})

test('MA-3: a refusal spends nothing', async () => {
  const platform = await builtPlatform()
  await platform.send()
  await platform.clock.advance(days3 - 1)
  await platform.denial()
  await platform.clock.advance(1)
  expect((await platform.send()).accepted).toBe(true)
})

test('MA-3: a send that another rule refused spends nothing', async () => {
  const platform = await builtPlatform()
  expect(await platform.denial({ title: 'Pay {{amount}}' })).toMatchObject({ code: 70002 })
  expect((await platform.send()).accepted).toBe(true)
})

test('MA-3: a withdrawal gives nothing back', async () => {
  const platform = await builtPlatform()
  const first = await platform.send()
  expect(first.accepted && (await platform.sends.withdraw(first.itemId))).toBe(true)
  expect(await platform.denial()).toMatchObject({ rule: 'MA-3' })
})

test('MA-3: another recipient and another mini-program are other windows', async () => {
  const platform = await builtPlatform()
  await platform.send()
  expect((await platform.send({ to: 'u_p1' })).accepted).toBe(true)
  expect((await platform.send({ sender: 'taxi' })).accepted).toBe(true)
  expect(await platform.denial({ sender: 'taxi' })).toMatchObject({ rule: 'MA-3' })
})

test('MA-3: of a person named twice in a batch the second place is refused', async () => {
  const platform = await builtPlatform()
  const answer = await platform.sends.sendService({
    sender: 'bills',
    recipientIds: ['u_ada', 'u_p1', 'u_ada'],
    content: { title: 'Your bill', content: 'It is due.', jumpUrl: 'pages/detail' },
  })
  expect('outcomes' in answer && answer.outcomes.map(({ outcome }) => outcome.accepted)).toEqual([true, true, false])
})

test('MA-3: of many sends at once to one person exactly one is accepted', async () => {
  const platform = await builtPlatform()
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => platform.send()))
  expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(1)
  expect(await platform.delivery.counts(await platform.session())).toEqual({ total: 1, unseen: 1, unread: 1 })
})

test('MA-3: switched off, it never speaks', async () => {
  const platform = await builtPlatform()
  expect(platform.rules.setEnabled('MA-3', false)).toBe(true)
  await platform.send()
  const second = await platform.send()
  expect(second).toMatchObject({ accepted: true })
  expect(second.explanation).toContainEqual({ rule: 'MA-3', word: 'switched-off' })
})

test('MA-3: by calendar, the third date in the recipient’s zone is allowed from its midnight', async () => {
  const world = aWorld({ people: 0 })
  const samoa = { ...world, persons: [aPerson('ada', { timeZone: 'Pacific/Kiritimati' })] }
  const platform = await builtPlatform({ world: samoa, numbers: { frequency: { mode: 'calendar', days: 3 } } })
  // 2026-01-01T00:00Z is 14:00 of the same date there; the 4th begins at 10:00Z of the 3rd.
  await platform.send()
  const { mendAfterMs } = await platform.denial()
  expect(mendAfterMs).toBe(2 * dayMs + 10 * hourMs)
  await platform.clock.moveTo(startAt + (mendAfterMs ?? 0) - 1)
  expect((await platform.send()).accepted).toBe(false)
  await platform.clock.advance(1)
  expect((await platform.send()).accepted).toBe(true)
})

test('MA-3: a clock that went back refuses, and says so', async () => {
  const platform = await builtPlatform()
  await platform.send()
  await platform.clock.moveTo(startAt - hourMs)
  expect(await platform.denial()).toMatchObject({
    mendAfterMs: days3 + hourMs,
    received: expect.stringContaining('in the future'),
  })
})
