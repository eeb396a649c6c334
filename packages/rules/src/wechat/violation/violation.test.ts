import { expect, test } from 'vitest'
import { explain } from '../../judge.ts'
import type { SentTemplate } from './sent-template.ts'
import { sells, templateViolationRules } from './violation-rules.ts'

const card: SentTemplate = {
  title: 'Card payment success notification',
  content: '{{first.DATA}}\nCard: {{keyword1.DATA}}\nAmount paid: {{keyword2.DATA}}\n{{remark.DATA}}',
  values: {
    first: 'Dear customer, your payment succeeded.',
    keyword1: 'Ending 4471',
    keyword2: 'KES 1,250',
    remark: 'Thank you.',
  },
}

function faults(changes: Partial<SentTemplate>, values: Readonly<Record<string, string>> = {}): readonly string[] {
  const sent = { ...card, ...changes, values: { ...card.values, ...values } }
  return explain(templateViolationRules, sent, {}).flatMap(({ rule, finding }) => (finding ? [rule] : []))
}

test('WT-11.3 to WT-11.8: an honest message breaks nothing', () => {
  expect(faults({})).toEqual([])
})

test('WT-11.3: after a purchase, other products are sold', () => {
  expect(faults({}, { remark: 'New arrivals are in the store now: buy one get one on garden chairs.' })).toContain(
    'WT-11.3',
  )
  expect(faults({}, { remark: '新品上市，全场8折，欢迎选购。' })).toContain('WT-11.3')
  expect(sells('Your order is on its way now.')).toBe(false)
})

test('WT-11.3, WT-11.6: what somebody bought may be called as it is called', () => {
  const content = card.content.replace('Card:', 'Goods:')
  expect(faults({ content }, { keyword1: 'Gift box, flash sale edition' })).toEqual([])
  expect(faults({ content }, { remark: 'Flash sale on gift boxes, buy now.' })).toContain('WT-11.3')
})

test('WT-11.3, WT-11.6: what was taken off the price is no offer', () => {
  for (const remark of [
    'The discount of KES 50 was deducted.',
    'Your coupon of KES 20 was used.',
    '本单使用优惠券抵扣10元。',
  ])
    expect([remark, faults({}, { remark })]).toEqual([remark, []])
  for (const remark of ['Use code HELLO for free shipping.', '本周末全场五折。', '今日开通会员每单立省。'])
    expect([remark, faults({}, { remark })]).toEqual([remark, expect.arrayContaining(['WT-11.3'])])
})

test('WT-11.4: sharing is paid for', () => {
  expect(faults({}, { remark: 'Share this with five friends and get a red packet.' })).toContain('WT-11.4')
  expect(faults({}, { remark: 'Share this code with the courier to receive your parcel.' })).toEqual([])
})

test('WT-11.5: downloading an app is paid for', () => {
  expect(faults({}, { remark: '下载APP领红包' })).toContain('WT-11.5')
  expect(faults({}, { remark: 'Download the invoice within 30 days.' })).toEqual([])
})

test('WT-11.6: the title is about a card payment, the content about an activity', () => {
  expect(faults({}, { remark: 'The autumn party takes place on Saturday with live music.' })).toEqual(['WT-11.6'])
})

test('WT-11.7: the title is about property management, the content a broadcast activity', () => {
  const title = 'Community property management notification'
  const remark = 'All residents are welcome to the spring carnival with free gifts and discounts.'
  expect(faults({ title }, { remark })[0]).toBe('WT-11.7')
})

test('WT-11.8: parameters are left out, empty, leftovers of a program or of another sort', () => {
  for (const wrong of ['', 'null', '{{keyword2.DATA}}', 'xxx', 'Amina Wanjiku'])
    expect([wrong, faults({}, { keyword2: wrong })]).toEqual([wrong, ['WT-11.8']])
})
