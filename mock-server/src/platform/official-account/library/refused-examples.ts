import { allowedEntries } from './allowed-entries.ts'

/** A template that the review refuses, and the item of the source that it is an example of. */
export interface RefusedExample {
  /** `WT-7.1` … `WT-9.6`: who speaks first. */
  readonly item: string
  readonly industry: number
  readonly title: string
  readonly class: string
  readonly kind: string
  readonly content: string
  readonly example: string
}

type Row = readonly [
  item: string,
  kind: readonly [string, string],
  title: string,
  keywords: readonly (readonly [name: string, value: string])[],
]

const order: Row[3] = [
  ['Your order number', 'SO-88'],
  ['Amount paid', 'KES 1,250'],
  ['Payment method', 'Wallet'],
]
const bill: Row[3] = [
  ['订单编号', 'SO88'],
  ['支付金额', '125.00元'],
]
const purchase = ['instant', 'purchase'] as const
const event = ['irregular', 'event'] as const

const english: readonly Row[] = [
  [
    'WT-7.1',
    purchase,
    'Card payment success notification',
    [
      ['Theme of the event', 'Spring carnival'],
      ['Activity rules', 'Bring your own cup'],
      ['Place of the fair', 'City park'],
    ],
  ],
  ['WT-7.2', purchase, 'Price reduction notification', order],
  ['WT-7.3', ['irregular', 'payment'], 'Daily payment reminder', order],
  ['WT-7.4', purchase, 'Cash coupon arrival notification', order],
  ['WT-9.1', purchase, 'XX product purchase notification', order],
  ['WT-9.2', ['irregular', 'alert'], 'Weather alert', order],
  ['WT-9.3', ['instant', 'status'], 'System notification', order],
  ['WT-9.4', ['general', 'feedback'], 'Reply notification', order],
  ['WT-9.5', event, 'Reward notification', order],
]

const chinese: readonly Row[] = [
  [
    'WT-7.1',
    purchase,
    '刷卡支付成功通知',
    [
      ['活动主题', '春季嘉年华'],
      ['活动规则', '自带杯子'],
    ],
  ],
  ['WT-7.2', purchase, '商品降价通知', bill],
  ['WT-7.3', ['irregular', 'payment'], '每日缴费提醒', bill],
  ['WT-7.4', purchase, '代金券到账通知', bill],
  ['WT-9.1', purchase, 'XX产品购买通知', bill],
  ['WT-9.2', ['irregular', 'alert'], '天气预警', bill],
  ['WT-9.3', ['instant', 'status'], '系统通知', bill],
  ['WT-9.4', ['general', 'feedback'], '回复通知', bill],
  ['WT-9.5', event, '奖励通知', bill],
]

/** WT-7, WT-9: one refused template of every item, in English and in Chinese, as the source offers a list of them. */
export const refusedExamples: readonly RefusedExample[] = [
  ...english.map((row) => exampleOf(row, ['Dear customer, this is about your service.', ': ', 'Thank you.'])),
  ...duplicates(),
  ...chinese.map((row) => exampleOf(row, ['尊敬的客户，您好。', '：', '感谢您的支持。'])),
]

function exampleOf(
  [item, [named, kind], title, keywords]: Row,
  [first, colon, remark]: readonly [first: string, colon: string, remark: string],
): RefusedExample {
  const lines = (value: (keyword: readonly [string, string], number: number) => string) =>
    keywords.map((keyword, at) => `${keyword[0]}${colon}${value(keyword, at + 1)}`)
  return {
    item,
    industry: 1,
    title,
    class: named,
    kind,
    content: ['{{first.DATA}}', ...lines((_, number) => `{{keyword${number}.DATA}}`), '{{remark.DATA}}'].join('\n'),
    example: [first, ...lines(([, value]) => value), remark].join('\n'),
  }
}

/** WT-9.6: what the library has already, once in each language. */
function duplicates(): readonly RefusedExample[] {
  return allowedEntries
    .filter(({ kind }) => kind === 'login')
    .map(({ title, class: named, kind, content = '', example, industries: [industry = 1] }) => ({
      item: 'WT-9.6',
      industry,
      title,
      class: named,
      kind,
      content,
      example,
    }))
}
