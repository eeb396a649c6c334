import { expect, test } from 'vitest'
import { builtPlatform } from '../../asked/built-platform.ts'
import { allRules } from './all-rules.ts'
import { instantText, quoted, spanText } from './words.ts'

test('X-1: every rule is listed once, with its source in words, and enabled', async () => {
  const { rules } = await builtPlatform()
  const list = rules.list()
  expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
  for (const rule of list) {
    expect(rule).toMatchObject({ enabled: true, severity: expect.stringMatching(/^(deny|warn|human)$/) })
    expect(rule.id).toMatch(/^[A-Z]{2}-\d+(\.\d+)?(\.[a-z-]+)?$/i)
    expect(rule.source.length).toBeGreaterThanOrEqual(20)
    expect(rule.summary.length).toBeGreaterThan(10)
  }
})

test.each([
  ...['MA-19.removed', 'MA-6', 'MA-7.requestId', 'MA-7.recipients', 'MA-7.registered', 'MA-8.title', 'MA-9.title'],
  ...['MA-10.title', 'MA-11.title', 'MA-12.jump', 'MA-5', 'MA-7.recipient', 'MA-4', 'MA-3', 'OA-12.capability'],
  ...['OA-10.token', 'OA-10.expired', 'OA-10.app', 'OA-10.scope', 'OA-9.requestId', 'OA-12.template', 'OA-3.redirect'],
  ...['OA-3.page', 'OA-4.language', 'OA-6.parameters'],
])('%s is one of them', (id) => {
  expect(allRules.map((rule) => rule.id)).toContain(id)
})

test('a switch is told by the list, an unknown rule has none', async () => {
  const { rules } = await builtPlatform()
  expect(rules.setEnabled('MA-3', false)).toBe(true)
  expect(rules.list().filter(({ enabled }) => !enabled)).toMatchObject([{ id: 'MA-3' }])
  expect(rules.setEnabled('MA-3', true)).toBe(true)
  expect(rules.list().every(({ enabled }) => enabled)).toBe(true)
  for (const id of ['MA-99', '', '__proto__']) expect(rules.setEnabled(id, false)).toBe(false)
})

test('switches stay where they are when the world is replaced', async () => {
  const { rules, worlds } = await builtPlatform()
  rules.setEnabled('MA-3', false)
  await worlds.reset()
  expect(rules.list().filter(({ enabled }) => !enabled)).toMatchObject([{ id: 'MA-3' }])
})

test('a content rule that only warns is told and refuses nothing', async () => {
  const platform = await builtPlatform()
  const content = { title: 'Your bill', content: 'a'.repeat(81), jumpUrl: 'pages/detail' }
  const answer = await platform.sends.sendService({ sender: 'bills', recipientIds: ['u_ada'], content })
  expect(answer).toMatchObject({ outcomes: [{ outcome: { accepted: true } }] })
  expect(answer.explanation.find(({ rule }) => rule === 'MA-9.content')).toMatchObject({ word: 'warned' })
})

test('a send by id has the word of every rule too', async () => {
  const platform = await builtPlatform()
  const content = { title: 'Your bill', content: 'It is due.', jumpUrl: 'pages/detail?a=1' }
  const registered = await platform.sends.registerMessage({ sender: 'bills', ...content })
  const messageId = registered.accepted ? registered.messageId : ''
  const answer = await platform.sends.sendService({ sender: 'bills', recipientIds: ['u_ada'], content: { messageId } })
  const words = new Map(answer.explanation.map(({ rule, word }) => [rule, word]))
  for (const rule of ['MA-7.registered', 'MA-12.jump', 'MA-3']) expect(words.get(rule)).toBe('passed')
})

test('spans and instants are words', () => {
  expect([0, 1, 999, 1_000, 61_000, 3_600_000, 90_061_001].map((ms) => spanText(ms))).toEqual([
    ...['0 ms', '1 ms', '999 ms', '1 s', '1 min 1 s', '1 h', '1 d 1 h'],
  ])
  expect(spanText(-5)).toBe('0 ms')
  expect(spanText(90_000_000, 'zh')).toBe('1 天 1 小时')
  expect(instantText(0)).toBe('1970-01-01T00:00:00.000Z')
  expect(instantText(1e20)).toBe('100000000000000000000')
  expect(quoted('a'.repeat(90))).toBe(`"${'a'.repeat(80)}…" (90 characters)`)
})
