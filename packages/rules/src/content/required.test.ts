import { describe, expect, test } from 'vitest'
import { firstDenial } from '../judge.ts'
import { messageElementRules } from './rules.ts'

const context = { appId: 'mp', sender: 's', pages: [{ path: 'pages/a' }] }
const whole = { title: 'T', content: 'C', jumpUrl: 'pages/a' }

describe.each([
  ['title', 'MA-8.title', '标题'],
  ['content', 'MA-8.content', '内容'],
  ['jumpUrl', 'MA-8.jump', '跳转地址'],
] as const)('MA-8: without %s', (part, rule, chinese) => {
  test.each([
    ['absent', undefined, 'nothing'],
    ['empty', '', 'an empty text'],
    ['blank', '  \u00a0\u3000', '4 UTF-16 units that nobody sees'],
    ['line breaks', '\r\n\t', '3 UTF-16 units that nobody sees'],
    ['invisible', '\u200b\u200e\ufeff\u2060', '4 UTF-16 units that nobody sees'],
  ])('%s: the message is denied', (_, value, received) => {
    expect(firstDenial(messageElementRules, { ...whole, [part]: value }, context)).toMatchObject({
      rule,
      received,
      hint: { en: expect.stringContaining('Fill in the '), zh: expect.stringContaining(chinese) },
    })
  })
})

test('MA-8: a message with all three parts passes', () => {
  expect(firstDenial(messageElementRules, whole, context)).toBeUndefined()
})

test('MA-8: the title is asked for first, and a blank jump URL before its page', () => {
  expect(firstDenial(messageElementRules, {}, context)?.rule).toBe('MA-8.title')
  expect(firstDenial(messageElementRules, { ...whole, jumpUrl: ' ' }, context)?.rule).toBe('MA-8.jump')
})
