import { expect, test } from 'vitest'
import { ask } from './asked.ts'
import { ada, officialMock } from './official-world.ts'

const send = '/cgi-bin/message/custom/send'
const picture = { url: expect.stringContaining('data:image/png'), width: 1, height: 1 }

/** A mock whose Ada has just written. */
async function asked() {
  const mock = await officialMock()
  await mock.act({ kind: 'text', content: 'hello' })
  return mock
}

const cases = [
  [
    'text',
    { content: 'See <a href="https://harbour.test/p">your parcel</a> & more <b>' },
    { text: 'See your parcel & more <b>', jump: { kind: 'web', url: 'https://harbour.test/p' } },
  ],
  [
    'text',
    {
      content:
        '<a href="#" data-miniprogram-appid="wx0000000000000mini" data-miniprogram-path="pages/parcel/detail?id=7">Open</a>',
    },
    { text: 'Open', jump: { kind: 'page', sender: 'harbour-mini', path: 'pages/parcel/detail', query: { id: '7' } } },
  ],
  [
    'text',
    { content: 'Rate us: <a href="weixin://bizmsgmenu?msgmenucontent=Good&msgmenuid=1">Good</a>' },
    { text: 'Rate us: Good' },
  ],
  ['image', { media_id: 'media-photo' }, { text: '[Image]', picture }],
  ['voice', { media_id: 'media-voice' }, { text: '[Voice]' }],
  [
    'video',
    { media_id: 'media-video', thumb_media_id: 'media-thumb', title: 'The port', description: 'At noon' },
    { title: 'The port', text: 'At noon', picture },
  ],
  [
    'music',
    {
      title: 'Tide',
      description: 'Slow',
      musicurl: 'http://m.test/1',
      hqmusicurl: 'https://m.test/2',
      thumb_media_id: 'media-thumb',
    },
    { title: 'Tide', text: 'Slow', picture, jump: { kind: 'web', url: 'https://m.test/2' } },
  ],
  [
    'news',
    {
      articles: [{ title: 'Strike', description: 'Tomorrow', url: 'https://n.test/', picurl: 'https://n.test/p.png' }],
    },
    {
      title: 'Strike',
      text: 'Tomorrow',
      picture: { url: 'https://n.test/p.png', width: 900, height: 383 },
      jump: { kind: 'web', url: 'https://n.test/' },
    },
  ],
  [
    'mpnews',
    { media_id: 'media-news' },
    { title: 'Opening hours', text: 'We are open.', jump: { kind: 'web', url: 'https://harbour.test/hours' } },
  ],
  ['mpnewsarticle', { article_id: 'an-article' }, { text: '[Article]' }],
  [
    'msgmenu',
    {
      head_content: 'Was it good?',
      list: [
        { id: '1', content: 'Yes' },
        { id: 2, content: 'No' },
      ],
      tail_content: 'Thanks',
    },
    { title: 'Was it good?', text: '· Yes\n· No\nThanks' },
  ],
  ['wxcard', { card_id: 'a-card' }, { text: '[Card]' }],
  [
    'miniprogrampage',
    {
      title: 'Your parcel',
      appid: 'wx0000000000000mini',
      pagepath: 'pages/parcel/detail?id=7',
      thumb_media_id: 'media-thumb',
    },
    {
      title: 'Your parcel',
      text: '',
      picture,
      jump: { kind: 'page', sender: 'harbour-mini', path: 'pages/parcel/detail', query: { id: '7' } },
    },
  ],
] as const

test.each(cases)('CS-1: %s with %j arrives as what it is', async (msgtype, fields, shown) => {
  const mock = await asked()
  const answer = await mock.post(send, { touser: ada, msgtype, [msgtype]: fields })
  expect(answer.body).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(await mock.inbox()).toEqual([{ kind: 'customer', type: msgtype, ...shown }])
})

test('CS-1: an account registered abroad has no jump', async () => {
  const mock = await officialMock({ account: { overseas: true } })
  await mock.act({ kind: 'text', content: 'hello' })
  await mock.post(send, { touser: ada, msgtype: 'mpnews', mpnews: { media_id: 'media-news' } })
  expect(await mock.inbox()).toEqual([
    { kind: 'customer', type: 'mpnews', title: 'Opening hours', text: 'We are open.' },
  ])
})

const text = { content: 'hello' }

test.each([
  [40003, {}],
  [40003, { touser: '', msgtype: 'text', text }],
  [40003, { touser: 7, msgtype: 'text', text }],
  [40003, { touser: 'o'.repeat(200), msgtype: 'text', text }],
  [40008, { touser: ada }],
  [40008, { touser: ada, msgtype: 'dance', dance: {} }],
  [40008, { touser: ada, msgtype: '__proto__' }],
  [40008, { touser: ada, msgtype: 'text' }],
  [40008, { touser: ada, msgtype: 'text', text: 'hello' }],
  [40008, { touser: ada, msgtype: 'link', link: { title: 'of mini-programs alone' } }],
  [44004, { touser: ada, msgtype: 'text', text: { content: '' } }],
  [44004, { touser: ada, msgtype: 'text', text: { content: 7 } }],
  [45002, { touser: ada, msgtype: 'text', text: { content: '中'.repeat(683) } }],
  [40007, { touser: ada, msgtype: 'image', image: {} }],
  [40007, { touser: ada, msgtype: 'image', image: { media_id: 'nobody-uploaded-it' } }],
  [40007, { touser: ada, msgtype: 'video', video: { media_id: 'media-video', thumb_media_id: 'no' } }],
  [40007, { touser: ada, msgtype: 'music', music: { title: 'no picture' } }],
  [44003, { touser: ada, msgtype: 'news', news: { articles: [] } }],
  [45008, { touser: ada, msgtype: 'news', news: { articles: [{ title: 'a' }, { title: 'b' }] } }],
  [40008, { touser: ada, msgtype: 'msgmenu', msgmenu: { list: [] } }],
  [
    40166,
    {
      touser: ada,
      msgtype: 'miniprogrampage',
      miniprogrampage: { appid: 'wxother', pagepath: 'a', thumb_media_id: 'media-thumb' },
    },
  ],
  [
    40165,
    {
      touser: ada,
      msgtype: 'miniprogrampage',
      miniprogrampage: { appid: 'wx0000000000000mini', pagepath: 'pages/none', thumb_media_id: 'media-thumb' },
    },
  ],
  [61452, { touser: ada, msgtype: 'text', text, customservice: { kf_account: 'nobody@harbour' } }],
])('CS-1: %i for %j, and nothing is sent or spent', async (code, body) => {
  const mock = await asked()
  const answer = await mock.post(send, body)
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({
    errcode: code,
    errmsg: expect.stringMatching(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/),
  })
  expect(await mock.inbox()).toEqual([])
  expect((await mock.platform.customerService.standing('harbour', ada)).windows).toMatchObject([{ left: 5 }])
})

test('CS-1: what is no JSON, empty, huge, pretty, of another type or method has its own code', async () => {
  const mock = await asked()
  const path = `${send}?access_token=${await mock.token()}`
  const raw = async (body: string, headers = {}) =>
    (await ask(mock.fetch, `POST ${path}`, { body, headers })).body.errcode
  expect(await raw('touser=me')).toBe(47001)
  expect(await raw('[1]')).toBe(47001)
  expect(await raw('')).toBe(44002)
  expect(await raw(JSON.stringify({ touser: ada, msgtype: 'text', text: { content: 'a'.repeat(300_000) } }))).toBe(
    45002,
  )
  expect(await raw(JSON.stringify({ touser: ada, msgtype: 'text', text }, null, 4))).toBe(0)
  expect(await raw(JSON.stringify({ touser: ada, msgtype: 'text', text }), { 'content-type': 'text/plain' })).toBe(0)
  expect((await ask(mock.fetch, `GET ${path}`)).body.errcode).toBe(43002)
  expect((await ask(mock.fetch, `POST ${send}`, { body: {} })).body.errcode).toBe(41001)
  expect(await mock.inbox()).toHaveLength(2)
})

test('CS-1: typing needs traffic of the last 30 seconds, is not repeated, and a message ends it', async () => {
  const mock = await asked()
  const typing = async (command: string, touser = ada) =>
    (await mock.post('/cgi-bin/message/custom/typing', { touser, command })).body.errcode
  expect(await typing('Typing')).toBe(0)
  expect(await typing('Typing')).toBe(45081)
  expect(await typing('CancelTyping')).toBe(0)
  expect(await typing('Typing')).toBe(0)
  await mock.say('hello')
  expect(await typing('Typing')).toBe(0)
  expect(await typing('Dance')).toBe(45072)
  expect(await typing('Typing', 'oNobody')).toBe(40003)
  await mock.clock.advance(30_001)
  expect(await typing('Typing')).toBe(45080)
})

test('CS-1: desk accounts are added, changed, listed and removed', async () => {
  const mock = await asked()
  const kf = (path: string, body: unknown) => mock.post(`/customservice/kfaccount/${path}`, body)
  const lists = async (path: string) =>
    (await ask(mock.fetch, `GET /cgi-bin/customservice/${path}?access_token=${await mock.token()}`)).body
  expect((await kf('add', { kf_account: 'anna@harbour', nickname: 'Anna' })).body).toEqual({ errcode: 0, errmsg: 'ok' })
  expect((await kf('add', { kf_account: 'anna@harbour', nickname: 'Anna' })).body.errcode).toBe(61454)
  expect((await kf('add', { kf_account: 'anna', nickname: 'Anna' })).body.errcode).toBe(61451)
  expect((await kf('add', { kf_account: 'anna-maria-and-more@harbour', nickname: 'Anna' })).body.errcode).toBe(61453)
  expect((await kf('add', { kf_account: 'an na@harbour', nickname: 'Anna' })).body.errcode).toBe(61456)
  expect((await kf('update', { kf_account: 'anna@harbour', nickname: 'Anna B.' })).body.errcode).toBe(0)
  expect((await kf('update', { kf_account: 'ben@harbour', nickname: 'Ben' })).body.errcode).toBe(61452)
  const listed = { kf_account: 'anna@harbour', kf_nick: 'Anna B.', kf_id: '1001' }
  expect(await lists('getkflist')).toEqual({ kf_list: [{ ...listed, kf_headimgurl: '' }] })
  expect(await lists('getonlinekflist')).toMatchObject({
    kf_online_list: [{ kf_account: 'anna@harbour', kf_id: '1001' }],
  })
  const named = { touser: ada, msgtype: 'text', text, customservice: { kf_account: 'anna@harbour' } }
  expect((await mock.post(send, named)).body.errcode).toBe(0)
  const gone = await ask(
    mock.fetch,
    `GET /customservice/kfaccount/del?access_token=${await mock.token()}&kf_account=anna@harbour`,
  )
  expect(gone.body.errcode).toBe(0)
  expect(await lists('getkflist')).toEqual({ kf_list: [] })
})

test('CS-1: an action that is none is refused with its field, and nothing is opened', async () => {
  const mock = await officialMock()
  for (const action of [
    {},
    { kind: 'dance' },
    { kind: 'text' },
    { kind: 'scan' },
    { kind: 'text', content: 'a', more: 1 },
    { kind: 'location', latitude: 100, longitude: 0, label: 'x' },
  ])
    expect((await mock.act(action)).status).toBe(400)
  expect(
    (
      await ask(mock.fetch, `POST /control/v1/official-accounts/nobody/followers/${ada}/actions`, {
        body: { kind: 'follow' },
      })
    ).status,
  ).toBe(404)
  expect((await mock.platform.customerService.standing('harbour', ada)).windows).toEqual([])
})
