import type { LibraryEntry } from '../records.ts'

const historical = (
  id: string,
  entry: Omit<LibraryEntry, 'id' | 'form'> & { readonly content: string },
): LibraryEntry => ({ id, form: 'historical', ...entry })

/** Entries that real documents name, and those of the demo world. */
export const firstEntries: readonly LibraryEntry[] = [
  historical('TM00015', {
    industries: [1],
    title: 'Order payment notification',
    class: 'instant',
    kind: 'purchase',
    content: '{{first.DATA}}\nAmount paid: {{orderMoneySum.DATA}}\nGoods: {{orderProductName.DATA}}\n{{Remark.DATA}}',
    example:
      'Dear customer, we have your payment.\nAmount paid: KSh 30.00\nGoods: Tea\nThank you for shopping with us.',
  }),
  historical('OPENTM200565259', {
    industries: [1, 13, 14],
    title: '订单发货提醒',
    class: 'instant',
    kind: 'status',
    content:
      '{{first.DATA}}\n订单编号：{{keyword1.DATA}}\n物流公司：{{keyword2.DATA}}\n物流单号：{{keyword3.DATA}}\n{{remark.DATA}}',
    example: '亲，宝贝已经启程了。\n订单编号：ABC001\n物流公司：顺丰速运\n物流单号：XM2001\n请您耐心等候。',
  }),
  historical('OPENTM405486394', {
    industries: [21, 30],
    title: 'Water bill payment reminder',
    class: 'monthly',
    kind: 'utility-bill',
    content:
      '{{first.DATA}}\nCustomer: {{keyword1.DATA}}\nAmount: {{keyword2.DATA}}\nDue: {{keyword3.DATA}}\n{{remark.DATA}}',
    example:
      'Dear customer, your bill for May is ready.\nCustomer: 80041\nAmount: KSh 1,240.00\nDue: 30 May\nThank you for using Jirani Water.',
  }),
  historical('OPENTM201205322', {
    industries: [5, 21],
    title: 'Supply fault notification',
    class: 'irregular',
    kind: 'fault',
    content:
      '{{first.DATA}}\nPlace: {{keyword1.DATA}}\nFault: {{keyword2.DATA}}\nMended by: {{keyword3.DATA}}\n{{remark.DATA}}',
    example:
      'Dear customer, there is a fault.\nPlace: Harbour Road\nFault: burst main\nMended by: 18:00\nWe are sorry for the trouble.',
  }),
  historical('OPENTM202014771', {
    industries: [2, 30],
    title: 'Contract expiration reminder',
    class: 'irregular',
    kind: 'expiration',
    content: '{{first.DATA}}\nContract: {{keyword1.DATA}}\nEnds: {{keyword2.DATA}}\n{{remark.DATA}}',
    example: 'Dear tenant, your contract ends soon.\nContract: 4711\nEnds: 30 June\nPlease come to the office in time.',
  }),
  {
    id: '46812',
    form: 'category',
    industries: [30],
    title: 'Repair progress notification',
    class: 'instant',
    kind: 'status',
    keywords: [
      { name: 'Repair', key: 'thing1', example: 'leaking pipe' },
      { name: 'State', key: 'phrase2', example: '已完成' },
      { name: 'Time', key: 'time3', example: '2026-05-04 10:30' },
      { name: 'Cost', key: 'amount4', example: '¥120.00' },
      { name: 'Phone', key: 'phone_number5', example: '+86-0766-66888866' },
    ],
    example: 'Repair：leaking pipe\nState：已完成\nTime：2026-05-04 10:30',
  },
  {
    id: '2120',
    form: 'category',
    industries: [1, 2],
    title: '退款成功通知',
    class: 'general',
    kind: 'refund',
    keywords: [
      { name: '退款金额', key: 'amount1', example: '¥30.00' },
      { name: '商品名称', key: 'thing2', example: '茶叶' },
      { name: '退款状态', key: 'enum3', values: ['退款成功', '退款中'], example: '退款成功' },
      { name: '订单号', key: 'character_string4', example: 'A-1001' },
    ],
    example: '退款金额：¥30.00\n商品名称：茶叶',
  },
]
