import { describe, expect, test } from 'vitest'
import { messageElementRules } from './content/rules.ts'
import { explain, firstDenial } from './judge.ts'
import type { Rule, Severity } from './rule.ts'

type Say = 'passed' | 'not-checkable' | 'fault'

const source = { document: '000', statement: 'MA-8', place: 'Somewhere', quote: 'words' }
const fault = { expected: 'e', received: 'r', hint: { en: 'mend', zh: '改' } }

function rule(id: string, severity: Severity, says: Say): Rule<unknown, unknown> {
  return { id, severity, source, summary: { en: id, zh: id }, check: () => (says === 'fault' ? fault : says) }
}

const finding = (id: string) => ({ rule: id, source: 'MA-8 (000, Somewhere): "words"', ...fault })

describe('X-1: the first denial', () => {
  test('is that of the first denying rule in order, past warnings and what waits for an operator', () => {
    const rules = [
      rule('a', 'warn', 'fault'),
      rule('b', 'human', 'fault'),
      rule('c', 'deny', 'passed'),
      rule('d', 'deny', 'fault'),
      rule('e', 'deny', 'fault'),
    ]
    expect(firstDenial(rules, {}, {})).toEqual(finding('d'))
    expect(firstDenial(rules, {}, {}, { disabled: new Set(['d']) })).toEqual(finding('e'))
    expect(firstDenial(rules, {}, {}, { disabled: new Set(['d', 'e']) })).toBeUndefined()
  })

  test('is nobody’s when a rule cannot be checked', () => {
    expect(firstDenial([rule('a', 'deny', 'not-checkable')], {}, {})).toBeUndefined()
  })
})

test('X-1: explain gives every rule’s word and stops at none', () => {
  const rules = [
    rule('a', 'deny', 'fault'),
    rule('b', 'warn', 'fault'),
    rule('c', 'human', 'fault'),
    rule('d', 'deny', 'passed'),
    rule('e', 'deny', 'not-checkable'),
    rule('f', 'deny', 'fault'),
  ]
  expect(explain(rules, {}, {}, { disabled: new Set(['f']) })).toEqual([
    { rule: 'a', word: 'refused', finding: finding('a') },
    { rule: 'b', word: 'warned', finding: finding('b') },
    { rule: 'c', word: 'warned', finding: finding('c') },
    { rule: 'd', word: 'passed' },
    { rule: 'e', word: 'not-checkable' },
    { rule: 'f', word: 'switched-off' },
  ])
})

const hostile = {
  title: 'Hi ${x} 😀'.padEnd(90, 'x'),
  content: '<b>\n</b>'.padEnd(501, 'x'),
  jumpUrl: 'https://example.com',
}
const context = { appId: 'mp', sender: 's', pages: [{ path: 'pages/a' }] }

test('X-1: the rules speak in the order of the statements, MA-10 before MA-11', () => {
  const spoken: string[] = []
  for (;;) {
    const denial = firstDenial(messageElementRules, hostile, context, { disabled: new Set(spoken) })
    if (!denial) break
    spoken.push(denial.rule)
  }
  expect(spoken).toEqual([
    'MA-9.title',
    'MA-9.content-max',
    'MA-10.title',
    'MA-10.content',
    'MA-11.title',
    'MA-11.content',
    'MA-12.jump',
  ])
})

test('X-1: what was not sent cannot be checked, and only its absence is refused', () => {
  expect(explain(messageElementRules, {}, context).map(({ rule, word }) => `${rule} ${word}`)).toEqual([
    'MA-8.title refused',
    'MA-8.content refused',
    'MA-8.jump refused',
    'MA-9.title not-checkable',
    'MA-9.content not-checkable',
    'MA-9.content-max not-checkable',
    'MA-10.title not-checkable',
    'MA-10.content not-checkable',
    'MA-11.title not-checkable',
    'MA-11.content not-checkable',
    'MA-12.jump not-checkable',
  ])
})

test('X-1: every finding is a sentence with its source, in English and Chinese', () => {
  for (const { finding } of explain(messageElementRules, hostile, context)) {
    if (!finding) continue
    expect(finding.source).toMatch(/^MA-\d+ \(000, Message Content Setting Standards(?:, \d)?\): ".+"$/)
    expect(finding.hint.en).toMatch(/^[ -~“”‘’…A-Za-z]+$/u)
    expect(finding.hint.zh).toMatch(/[\p{Script=Han}]/u)
    expect(`${finding.expected}${finding.received}`).not.toMatch(/undefined|\[object|\n/)
  }
})

test('MA-10, MA-11: texts of 200,000 hostile characters are judged', () => {
  for (const part of [
    '[',
    '[url=',
    '{',
    '${',
    '<a',
    '%',
    '%a',
    '**',
    '`',
    '`a ',
    '@a',
    '#a',
    '__a',
    ':a_',
    '&#1',
    'e\u0301',
    '\u0301',
    '😀',
    '\u200d',
    '[[',
  ])
    expect(
      explain(messageElementRules, { ...hostile, title: part.repeat(200_000 / part.length) }, context),
    ).toHaveLength(11)
})
