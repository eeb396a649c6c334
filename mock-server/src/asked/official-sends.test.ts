import { expect, test } from 'vitest'
import { ask } from './asked.ts'
import { data, desk, templateId } from './official-desk.ts'
import { ada, bo, chen, officialMock } from './official-world.ts'

const category = (values: Readonly<Record<string, unknown>>) => ({
  data: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])),
})

test('WT-1: a message arrives with its layout, whichever way the braces are written', async () => {
  const { send, inbox } = await desk()
  expect((await send({ url: 'https://harbour.test/o/1' })).body.errcode).toBe(0)
  expect(await inbox()).toEqual([
    {
      kind: 'template',
      title: 'Order notification',
      lines: [
        { text: 'Dear Ada,' },
        { keyword: 'Order', text: 'A-1001' },
        { keyword: 'Goods', text: 'Tea 🍵\nand cups' },
        { text: 'Thank you.' },
      ],
      jump: { kind: 'web', url: 'https://harbour.test/o/1' },
    },
  ])
})

test('WT-1: values that a historical template lacks are empty; what the template does not name is ignored', async () => {
  const { send, inbox } = await desk()
  await send({ data: { keyword1: { value: 7 }, constructor: { value: 'x' }, extra: { value: 'y' } } })
  expect(await inbox()).toMatchObject([
    {
      lines: [
        { keyword: 'Order', text: '7' },
        { keyword: 'Goods', text: '' },
      ],
    },
  ])
})

test('stripped, as since 2023: no first line, no remark, no emoji, 20 characters on one line', async () => {
  const { send, inbox, fetch } = await desk()
  await ask(fetch, 'PUT /control/v1/wechat', { body: { stripped: true } })
  await send({ data: { ...data, keyword1: { value: 'x'.repeat(30) } } })
  expect(await inbox()).toMatchObject([
    {
      lines: [
        { keyword: 'Order', text: 'x'.repeat(20) },
        { keyword: 'Goods', text: 'Tea  and cups' },
      ],
    },
  ])
})

test('of two jumps the mini-program wins; without one the message has none', async () => {
  const { send, inbox } = await desk()
  const miniprogram = { appid: 'wx0000000000000mini', pagepath: '/pages/parcel/detail?id=7' }
  await send({ url: 'https://harbour.test/', miniprogram })
  await send({ miniprogram: {} })
  const [plain, jumping] = await inbox()
  expect(plain).not.toHaveProperty('jump')
  expect(jumping).toMatchObject({
    jump: { kind: 'page', sender: 'harbour-mini', path: 'pages/parcel/detail', query: { id: '7' } },
  })
  expect((await send({ miniprogram: { appid: 'wx1', pagepath: 'x' } })).body.errcode).toBe(40166)
  expect((await send({ miniprogram: { ...miniprogram, pagepath: 'pages/never' } })).body.errcode).toBe(40165)
})

test('msgid is a 64-bit integer above 2^53, written as digits, and the event carries the same', async () => {
  const { send, fetch, token, pushed } = await desk()
  await send()
  const response = await fetch(`http://x.test/cgi-bin/message/template/send?access_token=${await token()}`, {
    method: 'POST',
    body: JSON.stringify({ touser: ada, template_id: templateId, data }),
  })
  const [, msgId = ''] = /^\{"errcode":0,"errmsg":"ok","msgid":(\d+)\}$/.exec(await response.text()) ?? []
  expect(BigInt(msgId) > 2n ** 53n).toBe(true)
  expect(Number(msgId).toString()).not.toBe(msgId)
  expect(pushed.map(({ fact }) => fact)).toEqual([
    { kind: 'template-sent', msgId: expect.not.stringMatching(msgId), status: 'success' },
    { kind: 'template-sent', msgId, status: 'success' },
  ])
})

test('client_msg_id: one message for ten minutes, the first answer again', async () => {
  const { send, inbox, clock, pushed } = await desk()
  const first = (await send({ client_msg_id: 'order-1' })).body
  await clock.advance(599_999)
  expect((await send({ client_msg_id: 'order-1', data: {} })).body).toEqual(first)
  expect((await send({ client_msg_id: 'order-2' })).body.msgid).not.toBe(first.msgid)
  expect(pushed).toHaveLength(2)
  await clock.advance(1)
  await send({ client_msg_id: 'order-1' })
  expect(await inbox()).toHaveLength(3)
})

test('client_msg_id: 128 characters are taken, 129 are 47003', async () => {
  const { send } = await desk()
  expect((await send({ client_msg_id: 'x'.repeat(128) })).body.errcode).toBe(0)
  expect((await send({ client_msg_id: 'x'.repeat(129) })).body.errcode).toBe(47003)
})

test('client_msg_id: twenty at once are one message', async () => {
  const { send, inbox } = await desk()
  await Promise.all(Array.from({ length: 20 }, () => send({ client_msg_id: 'once' })))
  expect(await inbox()).toHaveLength(1)
})

test('WO-6: who never followed, and who left, is 43004; a stranger 40003; the blacklisted 43019', async () => {
  const { send, follower, pushed } = await desk()
  expect((await send({ touser: chen })).body.errcode).toBe(43004)
  expect((await send({ touser: bo })).body.errcode).toBe(43004)
  for (const touser of ['oNobody', '', 7, null, undefined]) expect((await send({ touser })).body.errcode).toBe(40003)
  await follower({ servedAt: 1, consents: ['*'], blacklisted: true })
  expect((await send()).body.errcode).toBe(43019)
  expect(pushed).toEqual([])
})

test('who refuses messages is accepted and told of by the event alone, letter by letter', async () => {
  const { send, follower, inbox, pushed, platform } = await desk()
  await follower({ servedAt: 1, consents: ['*'], refuses: true })
  expect((await send()).body.errcode).toBe(0)
  await follower({ servedAt: 1, consents: ['*'], unreachable: true })
  expect((await send()).body.errcode).toBe(0)
  await follower({ servedAt: 1, consents: ['*'] })
  await platform.directory.setMuted('ada', 'harbour', true)
  await send()
  expect(pushed.map(({ fact }) => 'status' in fact && fact.status)).toEqual([
    'failed:user block',
    'failed: system failed',
    'failed:user block',
  ])
  expect(await inbox()).toEqual([])
})

test('WO-5, WT-7.4: template ids that are none, another account’s, or non-compliant', async () => {
  const { send, platform } = await desk()
  for (const id of [undefined, '', 'short', 7]) expect((await send({ template_id: id })).body.errcode).toBe(40036)
  expect((await send({ template_id: 'x'.repeat(43) })).body.errcode).toBe(40037)
  const world = JSON.parse(JSON.stringify(await platform.worlds.export()))
  world.officialAccounts[0].templates[0].nonCompliant = 'Coupons.'
  await platform.worlds.import(world)
  const answer = await send()
  expect([answer.body.errcode, answer.verdict]).toEqual([40037, 'WT-7.4.send'])
})

test('45009 when the day’s sends are used up, until the next day or clear_quota', async () => {
  const { send, post, fetch, clock } = await desk()
  await ask(fetch, 'PUT /control/v1/wechat', { body: { dailySends: 2 } })
  const clear = (appid: unknown = 'wxb11529c136998cb6') => post('/cgi-bin/clear_quota', { appid })
  const answers = await Promise.all([send(), send(), send()])
  expect(answers.map(({ body }) => body.errcode).sort()).toEqual([0, 0, 45009])
  expect((await clear('wx1')).body.errcode).toBe(40013)
  for (let count = 0; count < 10; count += 1) expect((await clear()).body).toEqual({ errcode: 0, errmsg: 'ok' })
  expect((await clear()).body.errcode).toBe(48006)
  expect((await send()).body.errcode).toBe(0)
  await send()
  await clock.moveTo('2026-03-02T16:00:00Z')
  expect((await send()).body.errcode).toBe(0)
})

test('messages that an operator took back are told by queryblocktmplmsg, in pages', async () => {
  const { send, post, fetch, token, platform } = await desk()
  const query = (body: object) => post('/wxa/sec/queryblocktmplmsg', { tmpl_msg_id: templateId, ...body })
  expect((await query({ largest_id: 0, limit: 10 })).body).toEqual({ errcode: 0, errmsg: 'ok', msginfo: [] })
  for (let count = 0; count < 2; count += 1) await send()
  const { items } = (await ask(fetch, 'GET /delivery/v1/snapshot', { token: 'session-ada' })).body
  for (const { item } of items)
    await ask(fetch, `POST /control/v1/items/${item.id}/withdraw`, { body: { reason: 'Marketing' } })
  const first = (await query({ limit: 1 })).body.msginfo
  expect(first).toEqual([
    {
      id: expect.any(Number),
      tmpl_msg_id: templateId,
      title: 'Order notification',
      content: 'Dear Ada,\nOrder: A-1001\nGoods: Tea 🍵\nand cups\nThank you.',
      send_timestamp: 1_772_452_800,
      openid: ada,
    },
  ])
  expect((await query({ largest_id: first[0].id })).body.msginfo).toHaveLength(1)
  expect((await query({ tmpl_msg_id: 'another' })).body.msginfo).toEqual([])
  expect((await query({ tmpl_msg_id: 7 })).body.errcode).toBe(40036)
  for (const limit of [0, 101, 1.5, 'x']) expect((await query({ limit })).body.errcode).toBe(47003)
  await platform.worlds.import(JSON.parse(JSON.stringify(await platform.worlds.export())))
  expect(await token()).toBeTypeOf('string')
  expect((await query({})).body.msginfo).toHaveLength(2)
})

test('X-1: a send is explained without being made', async () => {
  const { fetch, inbox, pushed } = await desk()
  const explain = (body: object) =>
    ask(fetch, 'POST /control/v1/official-accounts/harbour/explain', {
      body: { template_id: templateId, data, ...body },
    })
  const passing = (await explain({ touser: ada })).body
  expect(passing).toMatchObject({ passes: true })
  expect(passing.words).toContainEqual({ rule: 'WO-6.follower', word: 'passed' })
  expect((await explain({ touser: bo })).body).toMatchObject({ passes: false, denial: { rule: 'WO-6.follower' } })
  expect([await inbox(), pushed]).toEqual([[], []])
})

test('zeroMsgIds: the event of a send with a client_msg_id carries 0', async () => {
  const { send, fetch, pushed } = await desk()
  await ask(fetch, 'PUT /control/v1/wechat', { body: { zeroMsgIds: true } })
  await send({ client_msg_id: 'a' })
  await send()
  expect(pushed.map(({ fact }) => 'msgId' in fact && fact.msgId === '0')).toEqual([true, false])
})

test('messages of an account abroad have no jump', async () => {
  const { send, inbox, platform } = await desk()
  const account = await platform.official.account('harbour')
  if (account) await platform.official.put({ ...account, overseas: true })
  await send({ url: 'https://harbour.test/' })
  expect((await inbox())[0]).not.toHaveProperty('jump')
})

test('WT-3: a template of an industry that the account has not is 45027', async () => {
  const { send, platform } = await desk()
  const account = await platform.official.account('harbour')
  if (account) await platform.official.put({ ...account, industries: [40, 41] })
  expect((await send()).body.errcode).toBe(45027)
})

test('X-4: declared faults answer in the platform’s words', async () => {
  const { send, fetch } = await desk()
  const declare = (fault: object) =>
    ask(fetch, 'PUT /control/v1/faults', { body: { seed: 1, faults: [{ route: 'wechat.template.send', ...fault }] } })
  await declare({ kind: 'answer', code: -1 })
  expect((await send()).body).toMatchObject({ errcode: -1, errmsg: expect.stringMatching(/^system error rid: /) })
  await declare({ kind: 'token-expired' })
  expect((await send()).body.errcode).toBe(42001)
})

test('uniform_send is withdrawn: 45109', async () => {
  const { post } = await desk()
  expect((await post('/cgi-bin/message/wxopen/template/uniform_send', {})).body.errcode).toBe(45109)
})

test('a category template takes values by type, and names the one that is wrong', async () => {
  const mock = await officialMock()
  const { post, inbox, platform } = mock
  await platform.official.putFollower('harbour', { openid: ada, followedAt: 1, servedAt: 1, consents: ['*'] })
  const names = ['退款金额', '商品名称', '退款状态']
  const added = await post('/cgi-bin/template/api_add_template', {
    template_id_short: '2120',
    keyword_name_list: names,
  })
  const good = { amount1: '¥30.00', thing2: 'Tea', enum3: '退款成功' }
  const send = (values: Readonly<Record<string, unknown>>) =>
    post('/cgi-bin/message/template/send', {
      touser: ada,
      template_id: added.body.template_id,
      ...category({ ...good, ...values }),
    })
  const wrong = async (values: Readonly<Record<string, unknown>>) => {
    const { body } = await send(values)
    return `${body.errcode} ${body.errmsg.replace(/ rid: .*/, '')}`
  }
  expect((await send({})).body.errcode).toBe(0)
  expect(await wrong({ thing2: 'x'.repeat(21) })).toBe('47003 argument invalid! data.thing2.value invalid')
  expect(await wrong({ thing2: '' })).toBe('47003 argument invalid! data.thing2.value is empty')
  expect(await wrong({ thing2: undefined })).toBe('47003 argument invalid! data.thing2.value invalid')
  expect(await wrong({ amount1: 'thirty' })).toBe('47003 argument invalid! data.amount1.value invalid')
  expect(await wrong({ enum3: '再见' })).toBe('47003 argument invalid! data.enum3.value invalid')
  expect(await inbox()).toHaveLength(1)
})

test('sends, quota and frequency survive an export', async () => {
  const { send, platform } = await desk('utility-bill')
  await send()
  await platform.worlds.import(JSON.parse(JSON.stringify(await platform.worlds.export())))
  expect((await send()).verdict).toBe('WT-6.monthly')
})
