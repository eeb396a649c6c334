import { expect, test } from 'vitest'
import { explain, firstDenial } from '../judge.ts'
import type { ProposalContext, TemplateProposal } from './proposal.ts'
import { templateReviewRules } from './review-rules.ts'

const english: TemplateProposal = {
  title: 'Order payment success notification',
  class: 'instant',
  kind: 'purchase',
  content:
    '{{first.DATA}}\nYour order number: {{keyword1.DATA}}\nAmount paid: {{keyword2.DATA}}\nPayment method: {{keyword3.DATA}}\n{{remark.DATA}}',
  example:
    'Dear Ms Wanjiku, your order is paid.\nYour order number: SO-88\nAmount paid: KES 1,250\nPayment method: Wallet\nThank you.',
}

const chinese: TemplateProposal = {
  title: '订单支付成功通知',
  class: 'instant',
  kind: 'purchase',
  content: '{{first.DATA}}\n订单编号：{{keyword1.DATA}}\n支付金额：{{keyword2.DATA}}\n{{remark.DATA}}',
  example: '尊敬的王女士，您的订单已支付成功。\n订单编号：SO88\n支付金额：125.00元\n感谢您的支持。',
}

const denial = (changes: TemplateProposal, context: ProposalContext = {}): string | undefined =>
  firstDenial(templateReviewRules, { ...english, ...changes }, context)?.rule

/** Whether a statement's rules found fault, whoever speaks first. */
function faults(statement: string, changes: TemplateProposal, context: ProposalContext = {}): boolean {
  return explain(templateReviewRules, { ...english, ...changes }, context).some(
    ({ rule, finding }) => rule.startsWith(`${statement}.`) && finding !== undefined,
  )
}

test('WT-8.1, WT-8.2, WT-9.1 to WT-9.6, WT-10.1 to WT-10.9: honest templates pass every rule in both languages', () => {
  for (const proposal of [english, chinese]) {
    const words = explain(templateReviewRules, proposal, { library: [], brands: ['Kijani Energy'] })
    expect(words.filter(({ word }) => word !== 'passed')).toEqual([])
  }
})

test('WT-7.4: "Member card application data change notification" passes, cards and points do not', () => {
  const title = 'Member card application data change notification'
  expect(denial({ title, kind: 'data-change' })).toBeUndefined()
  expect(denial({ title: '会员卡申请资料变更通知', kind: 'data-change' })).toBeUndefined()
  for (const refused of ['Member card notification', 'Cash coupon notification', 'Points notification', '红包通知'])
    expect(denial({ title: refused })).toBe('WT-7.4.cards')
})

test('WT-7.4, WT-7.2: letters that look alike, spaced, spelled with digits or in full width hide nothing', () => {
  const evasions = [
    'C o u p o n notification',
    'Coup0n notification',
    'Ｃｏｕｐｏｎ notification',
    'Сoupоn notification',
    '红 包通知',
    '优·惠·券到账提醒',
  ]
  for (const title of evasions) expect([title, faults('WT-7.4', { title })]).toEqual([title, true])
  expect(faults('WT-7.2', { title: 'D1scount notification' })).toBe(true)
})

test('WT-5.6: an event reminder passes, an activity announcement does not', () => {
  const event = { class: 'irregular', kind: 'event' }
  expect(denial({ ...event, title: 'Event reminder' })).toBeUndefined()
  expect(denial({ ...event, title: '活动提醒' })).toBeUndefined()
  expect(denial({ ...event, title: 'Activity announcement' })).toBe('WT-5.6.irrelevant')
  expect(denial({ ...event, title: '活动公告' })).toBe('WT-5.6.irrelevant')
})

test('WT-9.2: "Weather alert" is refused, and endings: literal admits it', () => {
  const alert = { title: 'Weather alert', class: 'irregular', kind: 'alert' }
  expect(denial(alert)).toBe('WT-9.2.ending')
  expect(denial(alert, { endings: 'literal' })).toBeUndefined()
  expect(faults('WT-9.2', { title: 'Get red packets' })).toBe(true)
  expect(denial({ title: 'Order (paid) notification' })).toBe('WT-9.2.characters')
})

test.each([
  [
    'WT-7.2',
    ['Discount notification', 'Rebate notification', 'Price reduction notification', 'Product update notification'],
  ],
  ['WT-7.3', ['Message reminder', 'Subscription notification', 'Daily payment reminder']],
  ['WT-9.1', ['XX company service notification', 'XX product purchase notification']],
  ['WT-9.3', ['Admin notification', 'Announcement notification', 'System notification']],
  ['WT-9.4', ['Update notification', 'Reply notification', 'Interaction notification']],
  [
    'WT-9.5',
    [
      'Red packet notification',
      'Coupon notification',
      'Activity notification',
      'Point notification',
      'Reward notification',
    ],
  ],
])('%s: the examples of the source are refused', (statement, titles) => {
  for (const title of titles) {
    expect([title, faults(statement, { title })]).toEqual([title, true])
    expect([title, denial({ title })]).toEqual([title, expect.stringMatching(/^WT-/)])
  }
})

test('WT-5.1, WT-5.2, WT-5.3, WT-5.4, WT-8.1: each kind is one of its class, and the title is of the kind', () => {
  expect(denial({ class: 'monthly' })).toBe('WT-8.1.class')
  expect(denial({ kind: 'marketing' })).toBe('WT-8.1.class')
  expect(denial({ class: 'irregular', kind: 'flight-delay' })).toBe('WT-8.1.kind')
  expect(denial({ class: 'irregular', kind: 'fault', title: 'Power outage notification' })).toBeUndefined()
})

test('WT-5.5: what is important is for an operator to say', () => {
  const other = { class: 'general', kind: 'general-other' }
  expect(denial(other)).toBeUndefined()
  expect(faults('WT-5.5', other)).toBe(true)
  expect(faults('WT-5.5', {})).toBe(false)
})

test('WT-5.8: a to-do reminder with marketing in its example is refused as such', () => {
  const toDo = { title: 'Task approval reminder', class: 'irregular', kind: 'to-do' }
  const selling = english.example?.replace('Thank you.', 'Approve it and win a prize.')
  expect(denial({ ...toDo, example: selling })).toBe('WT-5.8.to-do')
  expect(denial(toDo)).toBeUndefined()
})

test('WT-7.1: keywords of an activity do not fit a title of a payment', () => {
  const content = english.content?.replace('Amount paid', 'Activity theme').replace('Payment method', 'Activity rules')
  expect(faults('WT-7.1', { content })).toBe(true)
})

test('WT-9.6: the library of the industry has it, in whatever case', () => {
  const library = [{ title: 'ORDER Payment success reminder' }]
  expect(denial({}, { library })).toBe('WT-9.6.duplicate')
  expect(denial({}, { library: [{ title: 'Order refund notification' }] })).toBeUndefined()
})

test('WT-1: a blank between the braces is a parameter too, other forms are none', () => {
  const content = english.content?.replaceAll('{{', '{ {').replaceAll('}}', '} }')
  expect(denial({ content })).toBeUndefined()
  for (const wrong of ['{keyword1}', '${keyword1}', '{{keyword1}}', '{{keyword1.data}}', '%s'])
    expect(denial({ content: english.content?.replace('{{keyword1.DATA}}', wrong) })).toBe('WT-1.syntax')
})

test('WT-10.1, WT-10.2, WT-10.3, WT-10.4, WT-10.5, WT-10.6, WT-10.7, WT-10.8, WT-10.9: each rule for completing has its fault', () => {
  const content = english.content ?? ''
  const faulty: readonly (readonly [string, TemplateProposal])[] = [
    ['WT-10.1', { content: content.replace('Amount paid', 'Amount paid '.repeat(20).trim()) }],
    ['WT-10.1', { content: '{{first.DATA}}\nNo: {{keyword1.DATA}}\nSum: {{keyword2.DATA}}\n{{remark.DATA}}' }],
    ['WT-10.2', { content: content.replace('keyword2', 'keyword1') }],
    ['WT-10.3', { example: undefined }],
    ['WT-10.3', { example: english.example?.replace('SO-88', 'xxx') }],
    ['WT-10.4', { content: content.replace('\n{{remark', '\n\n{{remark') }],
    ['WT-10.5', { example: english.example?.replace('Dear Ms Wanjiku, your order is paid.', 'Order paid.') }],
    ['WT-10.6', { content: content.replace(': {{keyword2', ' {{keyword2') }],
    ['WT-10.7', { content: `${content}\nThank you.` }],
    ['WT-10.8', { content: content.replace('{{keyword2.DATA}}', '{{keyword2.DATA}}{{unit.DATA}}') }],
    ['WT-10.9', { content: content.replace('Amount paid', 'Alipay amount') }],
  ]
  for (const [statement, changes] of faulty) expect([statement, faults(statement, changes)]).toEqual([statement, true])
})

test('WT-8.2: sections in another order, or one of them missing', () => {
  expect(denial({ content: 'Your order number: {{keyword1.DATA}}\n{{first.DATA}}\n{{remark.DATA}}' })).toBe(
    'WT-8.2.sections',
  )
  expect(denial({ content: english.content?.replace('{{first.DATA}}\n', '') })).toBe('WT-8.2.sections')
})

test('a finding says what to do in both languages and where the source says so', () => {
  const found = firstDenial(templateReviewRules, { ...chinese, title: '系统通知' }, {})
  expect(found?.source).toMatch(/^WT-9\.3 \(002, III\. Template review criteria/)
  expect(found?.hint.en).toMatch(/[a-z]/)
  expect(found?.hint.zh).toMatch(/[一-鿿]/)
})
