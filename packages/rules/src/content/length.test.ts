import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain, firstDenial } from '../judge.ts'
import type { Finding, RuleWord } from '../rule.ts'
import { ruleSet } from './rule-set.ts'
import { contentRules, messageElementRules } from './rules.ts'

const context = { appId: 'mp', sender: 's', pages: [{ path: 'pages/a' }] }

function denial(parts: { readonly title?: string; readonly content?: string }): Finding | undefined {
  return firstDenial(messageElementRules, { title: 'T', content: 'C', jumpUrl: 'pages/a', ...parts }, context)
}

function word(rule: string, content: string): RuleWord | undefined {
  const attempt = { title: 'T', content, jumpUrl: 'pages/a' }
  return explain(messageElementRules, attempt, context).find((each) => each.rule === rule)
}

describe.each([
  ['Latin', 'e'],
  ['astral Han', '𠮷'],
  ['Ethiopic', 'ሀ'],
  ['composed', 'é'],
])('MA-9: a title of %s letters', (_, letter) => {
  test('passes with 80 and is denied with 81 code points', () => {
    expect(denial({ title: letter.repeat(80) })).toBeUndefined()
    expect(denial({ title: letter.repeat(81) })).toMatchObject({
      rule: 'MA-9.title',
      expected: 'at most 80 code points in the title',
      received: '81 code points',
      hint: { en: 'Shorten the title by 1.', zh: '请将标题缩短 1 个字符。' },
    })
  })

  test('content passes with 500 and is denied with 501 code points', () => {
    expect(denial({ content: letter.repeat(500) })).toBeUndefined()
    expect(denial({ content: letter.repeat(501) })).toMatchObject({
      rule: 'MA-9.content-max',
      received: '501 code points',
    })
  })
})

test('MA-9: a combining mark counts, and the denial says which counts would pass', () => {
  expect(denial({ title: 'e\u0301'.repeat(40) })).toBeUndefined()
  expect(denial({ title: `${'e\u0301'.repeat(40)}x` })).toMatchObject({
    rule: 'MA-9.title',
    received: '81 code points, 41 characters as people see them, 41 code points after composition (NFC)',
    hint: {
      en: expect.stringContaining('41 characters as people see them would pass, but code points count.'),
      zh: expect.stringContaining('按可见字符计为 41，未超限，但以码点计数为准。'),
    },
  })
})

test('MA-9: conjuncts and flags count by code points, as the bound says', () => {
  const conjunct = '\u0995\u09cd\u09b7'
  expect(denial({ title: conjunct.repeat(27) })).toMatchObject({
    received: '81 code points, 27 characters as people see them',
  })
  expect(denial({ title: '🇰🇪'.repeat(41) })).toMatchObject({
    rule: 'MA-9.title',
    received: expect.stringContaining('41 '),
  })
})

test('MA-9: a lone surrogate counts as one', () => {
  expect(denial({ title: '\ud800'.repeat(81) })).toMatchObject({ received: '81 code points' })
})

test('MA-9: content over 80 code points is warned of and not denied', () => {
  expect(word('MA-9.content', '𠮷'.repeat(80))).toEqual({ rule: 'MA-9.content', word: 'passed' })
  expect(word('MA-9.content', '𠮷'.repeat(81))).toMatchObject({
    word: 'warned',
    finding: { rule: 'MA-9.content', received: '81 code points' },
  })
  expect(denial({ content: 'x'.repeat(81) })).toBeUndefined()
})

test('MA-9: content over 500 code points is warned of and denied', () => {
  const long = 'x'.repeat(501)
  expect([word('MA-9.content', long)?.word, word('MA-9.content-max', long)?.word]).toEqual(['warned', 'refused'])
})

test('MA-9: the bounds and severities are data', () => {
  const strict = contentRules({
    ...ruleSet,
    title: { max: 2 },
    content: { warnAbove: 2, max: 3 },
    severities: { 'MA-9.content': 'deny' },
  })
  const attempt = { title: 'ab', content: 'abc', jumpUrl: 'pages/a' }
  expect(firstDenial(strict, { ...attempt, title: 'abc' }, context)).toMatchObject({ rule: 'MA-9.title' })
  expect(firstDenial(strict, attempt, context)).toMatchObject({
    rule: 'MA-9.content',
    expected: 'at most 2 code points in the content',
  })
  expect(strict.find(({ id }) => id === 'MA-9.title')?.summary.en).toContain('at most 2 ')
})

test('MA-9: the bound holds for any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', minLength: 70, maxLength: 90 }),
    fc.string({ unit: 'grapheme', minLength: 70, maxLength: 90 }),
  )
  fc.assert(
    fc.property(text, (title) => {
      const said = explain(messageElementRules, { title }, context).find(({ rule }) => rule === 'MA-9.title')
      expect(said?.word).toBe(Array.from(title).length > 80 ? 'refused' : 'passed')
    }),
  )
})
