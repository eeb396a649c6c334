import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explain } from '../judge.ts'
import { templateReviewRules } from './review-rules.ts'
import { templateViolationRules } from './violation/violation-rules.ts'

const pieces = [
  '{{first.DATA}}',
  '{ {keyword1.DATA} }',
  '{{remark.DATA}}',
  '{{',
  '}}',
  '\n',
  ' ',
  ': ',
  '：',
  '\\n',
  '通知',
  'reminder',
  '活动',
  'Dear',
  '您好',
  'coupon',
  '￥',
  '\u{1f600}',
  '\ud800',
  '\u202e',
  '\0',
  '¦',
  '…',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 20 })
    .map((all) => all.join('')),
)

test('WT-8.2, WT-10.3: whatever a proposal says, every rule has a word, and a finding has both hints', () => {
  const part = fc.option(anyText, { nil: undefined })
  const proposals = fc.record({ title: part, content: part, example: part, class: part, kind: part })
  fc.assert(
    fc.property(proposals, fc.array(anyText, { maxLength: 3 }), (proposal, brands) => {
      const library = [{ title: proposal.title ?? 'a', content: proposal.example }]
      const words = explain(templateReviewRules, proposal, { brands, library })
      expect(words).toHaveLength(templateReviewRules.length)
      for (const { finding } of words)
        if (finding) expect([finding.hint.en, finding.hint.zh, finding.expected, finding.received]).not.toContain('')
    }),
  )
})

test('WT-11.8: whatever is sent, every rule has a word', () => {
  const sent = fc.record({
    title: anyText,
    content: anyText,
    values: fc.dictionary(fc.string({ maxLength: 12 }), anyText),
  })
  fc.assert(
    fc.property(sent, (message) => {
      expect(explain(templateViolationRules, message, {})).toHaveLength(templateViolationRules.length)
    }),
  )
})

test.each([' ', '{', '{{a.DATA}}', 'a ', '\n', ':', '活动', 'dear ', '{{first.DATA}}\n', 'each day ', '¦'])(
  'a text of "%s" alone hangs no rule, however long it is',
  (piece) => {
    const long = piece.repeat(20_000 / piece.length)
    const template = { title: long, content: long, example: long, class: 'instant', kind: 'to-do' } as const
    expect(explain(templateReviewRules, template, {})).toHaveLength(templateReviewRules.length)
    const sent = { title: long, content: long, values: { first: long, a: long } }
    expect(explain(templateViolationRules, sent, {})).toHaveLength(templateViolationRules.length)
  },
)
