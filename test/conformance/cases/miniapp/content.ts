import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, list } from '../../json.ts'
import { accepted, message, refused, sendService, sendText, snapshot, speaksFor } from '../../requests.ts'
import { explained } from '../../table.ts'

const ma8 = statement('MA-8')

ma8.accepts('a message with title, content and jump URL', async (table) => {
  accepted(await sendService(table))
})

for (const part of ['title', 'content', 'jumpUrl'])
  ma8.refuses(`a message whose ${part} is empty or blank`, async (table) => {
    refused(await sendText(table, { [part]: '' }), 70002, 'MA-8')
    if (part !== 'jumpUrl') refused(await sendText(table, { [part]: '   ' }), 70002, 'MA-8')
    equal(list(at(await snapshot(table, 'host-ada'), 'items')).length, 0, 'items after a refusal')
  })

const ma9 = statement('MA-9')

ma9.accepts('a title of 80 characters, in any script', async (table) => {
  accepted(await sendText(table, { title: 'a'.repeat(80) }))
  accepted(await sendService(table, { uniqueIds: ['u_ben'], message: { ...message, title: '𠮷'.repeat(80) } }))
})

ma9.accepts('a content of 500 characters, with a warning above 80', async (table) => {
  const answer = await sendText(table, { content: 'b'.repeat(500) })
  accepted(answer)
  const row = (await explained(table, answer)).body
  const warned = list(at(row, 'explanation')).filter(
    (word) => speaksFor(at(word, 'rule'), 'MA-9') && at(word, 'word') === 'warned',
  )
  claim(warned.length > 0, `MA-9 should warn of a content of 500 characters: ${table.last()}`)
})

ma9.refuses('a title of 81 characters', async (table) => {
  refused(await sendText(table, { title: 'a'.repeat(81) }), 70002, 'MA-9')
  refused(await sendText(table, { title: '𠮷'.repeat(81) }), 70002, 'MA-9')
})

ma9.refuses('a content of 501 characters', async (table) => {
  refused(await sendText(table, { content: 'b'.repeat(501) }), 70002, 'MA-9')
})

const ma10 = statement('MA-10')

ma10.accepts('text that only looks a little like a variable', async (table) => {
  accepted(await sendText(table, { title: '100% of your talk time', content: 'Save 5% on 20 (twenty) calls.' }))
})

for (const variable of ['${name}', '{{name}}', '{name}', '%s', '%1$s', '<name>', '<b>bold</b>', '{{ name.DATA }}'])
  ma10.refuses(`the variable or markup ${variable}`, async (table) => {
    refused(await sendText(table, { title: `Hello ${variable}` }), 70002, 'MA-10')
    refused(await sendText(table, { content: `Hello ${variable}, your bill is due.` }), 70002, 'MA-10')
  })

const ma11 = statement('MA-11')

const plain: readonly (readonly [string, string])[] = [
  ['English with its punctuation', 'Bill #12: “due” on 28/03 (Tuesday), isn’t it? Pay +5%; thanks!'],
  ['French with its blanks', 'Facture : 5 € à régler, « merci » !'],
  ['Portuguese ordinals and degrees', '1.º aviso, 2.ª via: 20 °C'],
  ['Arabic with marks of direction', '‏فاتورتك لشهر مارس، ١٢٤٠ شلن؟'],
  ['Hindi with a joiner', 'आपका बिल: क्‍ष और क्‌ष।'],
  ['Chinese with full-width currency', '您的账单：￥12 元。'],
  ['Swahili with a number', 'Bili yako ya Machi: KSh 1,240'],
  ['a phone number', 'Call +254 700 000 000'],
]

for (const [what, title] of plain)
  ma11.accepts(what, async (table) => {
    accepted(await sendText(table, { title }))
  })

const special: readonly (readonly [string, string])[] = [
  ['an emoji', 'Your bill 🎉'],
  ['a heart of text style', 'Your bill ♥'],
  ['a new line', 'Your\nbill'],
  ['a tab', 'Your\tbill'],
  ['NUL', 'Your\u0000bill'],
  ['a bidi override', 'Your \u202Ebill'],
  ['a bidi isolate', 'Your \u2066bill'],
  ['a private use character', 'Your \uE000bill'],
  ['a backslash', 'Your \\ bill'],
  ['a vertical bar', 'Your | bill'],
  ['a tilde', 'Your ~ bill'],
  ['a caret', 'Your ^ bill'],
  ['an equals sign', 'Your = bill'],
  ['a compatibility look-alike', 'Your ⓑill'],
  ['a full-width letter', 'Your ｂill'],
  ['a joiner outside its scripts', 'Your bi\u200Dll'],
  ['a zero-width space', 'Your bi\u200Bll'],
  ['a trade mark', 'Your bill™'],
]

for (const [what, title] of special)
  ma11.refuses(what, async (table) => {
    refused(await sendText(table, { title }), 70002, 'MA-11')
    refused(await sendText(table, { content: title }), 70002, 'MA-11')
  })

export const content: readonly (typeof ma8.cases)[number][] = [...ma8.cases, ...ma9.cases, ...ma10.cases, ...ma11.cases]
