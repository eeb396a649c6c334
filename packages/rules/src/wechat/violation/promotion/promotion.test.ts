import { expect, test } from 'vitest'
import { fold } from '../../../text/fold.ts'
import { featuresOf, sentencesOf } from './features.ts'
import { likely } from './promotion.ts'
import { likelihoodsOf } from './promotion-classifier.ts'
import { readWeights } from './read-weights.ts'

test('WT-11.3: sentences end at their signs, not within numbers', () => {
  expect(sentencesOf(fold('Pay KES 1.50. Thank you!').text)).toEqual(['pay kes 1.50', 'thank you'])
})

test('WT-11.3: amounts and shares are all alike, words lose their endings', () => {
  expect([...featuresOf('boots from kes 900')]).toEqual([...featuresOf('boot from kes 1,250')])
  expect(featuresOf('优惠20%').has('%')).toBe(true)
})

test('WT-11.3: without weights every kind is as likely as service', () => {
  expect(likelihoodsOf(new Set(['buy']), new Map())).toEqual({
    selling: 0.2,
    sharing: 0.2,
    downloading: 0.2,
    activity: 0.2,
  })
  const weights = readWeights('=0,0,0,0|a=b=300,0,0,-100')
  expect(likelihoodsOf(new Set(['a=b']), weights).selling).toBeGreaterThan(0.8)
})

test.each([
  ['selling', 'Make room in your wardrobe: linen shirts are here, softer than ever.'],
  ['selling', '家里该换新沙发了，欢迎来展厅选购。'],
  ['sharing', 'Send it on to four friends and the next coffee costs nothing.'],
  ['activity', '本周六广场有抽奖和歌舞，快来参加。'],
] as const)('WT-11.3 to WT-11.7: in words that no list has, this is %s: %s', (kind, text) => {
  expect(likely[kind](`Your order is paid. ${text}`)).toBe(sentencesOf(fold(text).text)[0])
})

test.each(['Your order is paid. We pack it today.', '您的订单已支付。今天为您发货。', ''])(
  'WT-11.3 to WT-11.7: nothing is promoted in "%s"',
  (text) => {
    for (const find of Object.values(likely)) expect(find(text)).toBeUndefined()
  },
)
