import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { accepted, explains, refused, sendText } from '../../requests.ts'

const ma13 = statement('MA-13')

const ordinary: readonly (readonly [string, string])[] = [
  ['a bank that warns', 'Never tell anybody your PIN or the code that we send you.'],
  ['a clinic', 'Your HIV test result is ready at the sexual health clinic, room 4.'],
  ['a chemist', 'Your morphine is here; please bring the prescription.'],
  ['an office of elections', 'Your voter card is ready. Polling stations open at 6:00 on Tuesday.'],
  ['a fourth instalment in Urdu', 'آپ کی چوتھی قسط 14,250 روپے وصول ہو گئی۔'],
  ['an increase in Hausa', 'Farashin wuta zai ƙaru; karuwar kuɗi ta fara daga gobe.'],
  ['words that only touch in Chinese', '空调外挂机明日安装，楼下注意安全，一次性服务费￥80。'],
]

for (const [what, content] of ordinary)
  ma13.accepts(what, async (table) => {
    accepted(await sendText(table, { content }))
  })

ma13.accepts('the number of a clinic, with a warning of personal data', async (table) => {
  const answer = await sendText(table, { content: 'To move your visit, call +254 20 271 9000.' })
  accepted(answer)
  equal(await explains(table, answer, 'MA-13.privacy'), 'warned', 'word of MA-13.privacy')
})

ma13.accepts('a message without a number, which is personal to nobody', async (table) => {
  const answer = await sendText(table, { content: 'Your parcel has arrived.' })
  accepted(answer)
  equal(await explains(table, answer, 'MA-13.privacy'), 'passed', 'word of MA-13.privacy')
})

const kinds: readonly (readonly [string, readonly string[]])[] = [
  [
    'MA-13.unlawful',
    ['Sports betting with sure odds, place your bets tonight', 'Driving licences without a test, made to order'],
  ],
  [
    'MA-13.sensitive',
    ['Vote for our candidate for governor on Tuesday', 'Join the march on parliament against the regime'],
  ],
  ['MA-13.pornographic', ['Watch porn videos for free', 'p0rn clips, uncensored']],
  ['MA-13.public-order', ['You stupid idiot, pay at once', 'A love spell brings your ex back in 24 hours']],
  ['MA-13.rights', ['Fake Rolex watches, same logo', 'We write your thesis, no plagiarism']],
]

for (const [rule, texts] of kinds)
  for (const content of texts)
    ma13.refuses(`${rule}: ${content}`, async (table) => {
      refused(await sendText(table, { content }), 70002, rule)
      refused(await sendText(table, { title: content }), 70002, rule)
    })

export const prohibited = ma13.cases
