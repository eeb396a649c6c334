import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { explained } from '../../table.ts'
import { act, ada, follower, messages, office, say, send, taken, turnedDown, write } from './customer-office.ts'

const cs1 = statement('CS-1', office())
const refuser = statement('CS-1', office({ followers: [follower(ada, { refuses: true })] }))
const listed = statement('CS-1', office({ followers: [follower(ada, { blacklisted: true })] }))
const unverified = statement('CS-1', office({ verified: false }))
const plain = statement('CS-1', office({ withoutTypes: ['image'] }))
const thrifty = statement('CS-1', office({ settings: { dailyCustomerSends: 2 } }))

const types: readonly (readonly [string, Json, Json])[] = [
  ['text', { content: 'On its way.' }, { text: 'On its way.' }],
  ['image', { media_id: 'a-picture' }, {}],
  [
    'news',
    {
      articles: [
        { title: 'Strike', description: 'Tomorrow', url: 'https://news.test/', picurl: 'https://news.test/p' },
      ],
    },
    { title: 'Strike', text: 'Tomorrow', jump: { kind: 'web', url: 'https://news.test/' } },
  ],
  ['msgmenu', { head_content: 'Good?', list: [{ id: '1', content: 'Yes' }], tail_content: 'Thanks' }, {}],
  [
    'miniprogrampage',
    {
      title: 'Your order',
      appid: 'wx00000000000shop1',
      pagepath: 'pages/order/detail?id=7',
      thumb_media_id: 'a-picture',
    },
    { title: 'Your order', jump: { kind: 'page', sender: 'shop', path: 'pages/order/detail', query: { id: '7' } } },
  ],
]

for (const [msgtype, fields, shown] of types)
  cs1.accepts(`a ${msgtype} message after the user wrote, which arrives as one`, async (table) => {
    await write(table)
    const answer = await send(table, { touser: ada, msgtype, [msgtype]: fields })
    taken(answer)
    equal(answer.body, { errcode: 0, errmsg: 'ok' }, 'body')
    const [message] = await messages(table)
    equal(at(message, 'kind'), 'customer', 'kind')
    equal(at(message, 'type'), msgtype, 'type')
    for (const [name, value] of Object.entries(shown ?? {})) equal(at(message, name), value, name)
  })

cs1.refuses('a message before the user did anything', async (table) => {
  turnedDown(await say(table, 'Hello'), 45015, 'CS-1')
  equal(await messages(table), [], 'inbox')
})
cs1.refuses('a message to a user who left, whatever was open', async (table) => {
  await write(table)
  await act(table, { kind: 'unfollow' })
  turnedDown(await say(table, 'Stay'), 45015, 'CS-1')
})
cs1.refuses('an openid that nobody has', async (table) => {
  turnedDown(await say(table, 'Hello', 'oNobody'), 40003, 'CS-1')
})
cs1.refuses('a media id that was not uploaded', async (table) => {
  await write(table)
  turnedDown(await send(table, { touser: ada, msgtype: 'image', image: { media_id: 'none' } }), 40007, 'CS-1')
})

const page = (appid: string, pagepath: string) => ({
  touser: ada,
  msgtype: 'miniprogrampage',
  miniprogrampage: { title: 'Your order', appid, pagepath, thumb_media_id: 'a-picture' },
})
cs1.refuses('a mini-program that is not bound, and a page that it does not have', async (table) => {
  await write(table)
  turnedDown(await send(table, page('wx0000000000other1', 'pages/order/detail')), 40166, 'CS-1')
  turnedDown(await send(table, page('wx00000000000shop1', 'pages/none')), 40165, 'CS-1')
})
refuser.refuses('a user who switched messages off', async (table) => {
  await write(table)
  turnedDown(await say(table, 'Hello'), 48002, 'CS-1')
})
listed.refuses('a user on the blacklist', async (table) => {
  await write(table)
  turnedDown(await say(table, 'Hello'), 43019, 'CS-1')
})
unverified.refuses('an account that is not verified', async (table) => {
  await write(table)
  turnedDown(await say(table, 'Hello'), 48001, 'CS-1')
  const msgmenu = { head_content: 'Good?', list: [{ id: '1', content: 'Yes' }], tail_content: '' }
  turnedDown(await send(table, { touser: ada, msgtype: 'msgmenu', msgmenu }), 40200, 'CS-1')
})
plain.refuses('a type for which the account has no right', async (table) => {
  await write(table)
  turnedDown(await send(table, { touser: ada, msgtype: 'image', image: { media_id: 'a-picture' } }), 48008, 'CS-1')
})
thrifty.refuses('more than the messages of a day', async (table) => {
  await write(table)
  taken(await say(table, 'One'))
  taken(await say(table, 'Two'))
  turnedDown(await say(table, 'Three'), 45009, 'CS-1')
})

const wrong: readonly (readonly [string, number, Json])[] = [
  ['no touser', 40003, { msgtype: 'text', text: { content: 'a' } }],
  ['no msgtype', 40008, { touser: ada, text: { content: 'a' } }],
  ['a msgtype that there is not', 40008, { touser: ada, msgtype: 'dance', dance: {} }],
  ['an empty text', 44004, { touser: ada, msgtype: 'text', text: { content: '' } }],
  ['a long text', 45002, { touser: ada, msgtype: 'text', text: { content: 'a'.repeat(2_049) } }],
  ['two articles', 45008, { touser: ada, msgtype: 'news', news: { articles: [{ title: 'a' }, { title: 'b' }] } }],
]
cs1.refuses('what the wire does not know, and nothing of it is sent', async (table) => {
  await write(table)
  for (const [what, code, body] of wrong) {
    // All of them are objects.
    const answer = await send(table, body as { readonly [key: string]: Json })
    equal(answer.status, 200, `HTTP status of ${what}`)
    equal(at(answer.body, 'errcode'), code, `errcode of ${what}`)
  }
  equal(await messages(table), [], 'inbox')
})

const cs7 = statement('CS-7', office())
const blocked = statement('CS-7', office({ sender: { capability: 'disabled' } }))

async function violations(table: Parameters<typeof say>[0]): Promise<readonly Json[]> {
  const { body } = await table.get('/control/v1/senders/office/standing')
  return list(at(body, 'violations'))
}

cs7.accepts('an answer, and enters nothing into the ledger', async (table) => {
  await write(table)
  const answer = await say(table, 'Your parcel arrives on Friday.')
  taken(answer)
  const words = list(at((await explained(table, answer)).body, 'explanation'))
  const unrelated = words.find((word) => at(word, 'rule') === 'CS-7.unrelated')
  equal(at(unrelated, 'word'), 'not-checkable', 'word on what an operator must judge')
  equal(await violations(table), [], 'ledger')
})
cs7.refuses('to overlook marketing that nobody asked for', async (table) => {
  await write(table)
  taken(await say(table, 'Flash sale today: 50% off everything, buy now!'))
  const [entry] = await violations(table)
  claim(entry !== undefined, 'marketing is in the ledger')
  equal(at(entry, 'kind'), 'promotion', 'kind')
})
cs7.refuses('to overlook the third of the same text', async (table) => {
  await write(table)
  for (const _ of [1, 2]) taken(await say(table, 'Please wait.'))
  equal(await violations(table), [], 'ledger after two')
  taken(await say(table, 'Please wait.'))
  equal(at((await violations(table))[0], 'kind'), 'repetition', 'kind')
})
blocked.refuses('a message of an account that is blocked for violations', async (table) => {
  await write(table)
  turnedDown(await say(table, 'Hello'), 48004, 'CS-7')
})

export const customerService = [
  ...[cs1, refuser, listed, unverified, plain, thrifty, cs7, blocked].flatMap(({ cases }) => cases),
]
