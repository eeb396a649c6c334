import { createMockPlatform, type MockPlatform } from '@minibell/mock'
import { handlers } from '@minibell/mock/msw'
import { listen } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import WechatAPI from 'co-wechat-api'
import { setupServer } from 'msw/node'
import { expect, onTestFinished, test } from 'vitest'
import OldWechatAPI from 'wechat-api'
import { loadBigNumbersAsNodeDoes } from './as-node-loads.ts'

loadBigNumbersAsNodeDoes()

const appId = 'wx7d3c5a91e0b24f68'
const secret = '5f0c1e7ab94d2836c7e1a0b95d3f4826'
const amina = 'oJ7rn4minaBqT2x0XcWvEd81Kp5s'
const moussa = 'oJ7rm0ussaLhZ6y3VbNfGt92Rw4u'
const repair = 'p6MhSx2CqWe9dJz4TnK7rFbUgYa1vLoRi8E3wBtVm5k'
const values = { thing1: { value: 'Burst "pipe" 🚰' }, phrase2: { value: '已完成' }, time3: { value: '10:30' } }

/** The clients keep tokens by their own clock, so the platform's runs with it. */
async function demoMock(): Promise<MockPlatform> {
  const mock = await createMockPlatform({ world: demo, startAt: Date.now() })
  onTestFinished(() => mock.close())
  return mock
}

type Way = (mock: MockPlatform) => Promise<string | undefined>

/** Answers the base URL, or nothing where the real host is intercepted. */
const ways: Readonly<Record<string, Way>> = {
  async 'a base URL'(mock) {
    const { url, close } = await listen(mock, { port: 0 })
    onTestFinished(() => close())
    return url
  },
  async interception(mock) {
    const server = setupServer(...handlers(mock, { origin: 'https://platform.test' }))
    server.listen({ onUnhandledFrame: 'bypass' })
    onTestFinished(() => server.close())
    return undefined
  },
}

async function newClient(way: string) {
  const mock = await demoMock()
  const base = await ways[way]?.(mock)
  const api = new WechatAPI(appId, secret)
  if (base !== undefined) api.prefix = `${base}/cgi-bin/`
  return { mock, api }
}

async function oldClient(way: string) {
  const mock = await demoMock()
  const base = await ways[way]?.(mock)
  const api = new OldWechatAPI(appId, secret)
  if (base !== undefined) api.endpoint = base
  return { mock, api }
}

async function inboxOf(mock: MockPlatform, person: string): Promise<readonly { readonly message: object }[]> {
  const authorization = `Bearer ${await mock.session({ person })}`
  const answer = await mock.fetch('http://x.test/delivery/v1/snapshot', { headers: { authorization } })
  // The protocol's own document says this shape.
  const { items } = (await answer.json()) as { items: { item: { message: object } }[] }
  return items.map(({ item }) => item)
}

const asked = (call: (done: (error: unknown, answer: unknown) => void) => void): Promise<unknown> =>
  new Promise((resolve, reject) => call((error, answer) => (error ? reject(error) : resolve(answer))))

test.each(Object.keys(ways))('WO-2, WO-3, WO-5: co-wechat-api keeps templates by %s', async (way) => {
  const { api } = await newClient(way)
  expect(await api.getIndustry()).toMatchObject({ primary_industry: { second_class: '公共事业|非盈利机构' } })
  expect(await api.setIndustry({ industry_id1: '1', industry_id2: '21' })).toMatchObject({ errcode: 0 })
  await expect(api.setIndustry({ industry_id1: '1', industry_id2: '2' })).rejects.toMatchObject({
    name: 'WeChatAPIError',
    code: 43100,
  })
  const { template_id: id } = (await api.addTemplate('TM00015')) as { template_id: string }
  const before = (await api.getAllPrivateTemplate()) as { template_list: { template_id: string }[] }
  expect(before.template_list.map((each) => each.template_id)).toContain(id)
  expect(await api.delPrivateTemplate(id)).toMatchObject({ errcode: 0 })
  await expect(api.delPrivateTemplate(id)).rejects.toMatchObject({ code: 40037 })
})

test.each(Object.keys(ways))('WT-1: co-wechat-api sends a template by %s and reads all of msgid', async (way) => {
  const { api, mock } = await newClient(way)
  const miniprogram = { appid: 'wx2b8e46d07fa19c53', pagepath: 'pages/bill/detail?id=7' }
  const answer = await api.sendTemplate(amina, repair, 'https://jirani.test/', '#FF0000', values, miniprogram)
  const { msgid } = answer as { readonly msgid: unknown }
  expect(String(msgid)).toMatch(/^3487\d{15}$/)
  expect(await inboxOf(mock, 'amina')).toMatchObject([
    {
      message: {
        kind: 'template',
        lines: [{ keyword: 'Repair', text: 'Burst "pipe" 🚰' }, { text: '已完成' }, { text: '10:30' }],
        jump: { kind: 'page', sender: 'jirani-mini', query: { id: '7' } },
      },
    },
  ])
  await expect(api.sendTemplate('oNobody', repair, '', '', values)).rejects.toMatchObject({ code: 40003 })
  await expect(api.sendTemplate(amina, repair, '', '', {})).rejects.toMatchObject({ code: 47003 })
})

test.each(Object.keys(ways))('co-wechat-api sends to a one-time subscriber by %s', async (way) => {
  const { api, mock } = await newClient(way)
  const data = { content: { value: 'Your meter was read.', color: '#000000' } }
  const send = () => api.sendSubscribe(moussa, 'once-1', 'https://jirani.test/', undefined, '7', 'Meter', data)
  await expect(send()).rejects.toMatchObject({ name: 'WeChatAPIError', code: 43101 })
  await mock.platform.official.sends.subscribe('jirani', { openid: moussa, templateId: 'once-1', messages: 1 })
  expect(await send()).toMatchObject({ errcode: 0 })
})

test('co-wechat-api fetches a new token by itself when the old one is revoked', async () => {
  const { api, mock } = await newClient('interception')
  await api.getIndustry()
  await mock.platform.official.tokens.revoke('jirani')
  expect(await api.sendTemplate(amina, repair, '', '', values)).toMatchObject({ errcode: 0 })
})

test.each(Object.keys(ways))('WT-1, WO-5: wechat-api, of an older kind, does the same by %s', async (way) => {
  const { api, mock } = await oldClient(way)
  const list = await asked((done) => api.getAllPrivateTemplate(done))
  expect(list).toMatchObject({ template_list: [{ title: 'Water bill payment reminder' }, {}] })
  expect(await asked((done) => api.sendTemplate(amina, repair, 'https://jirani.test/', values, done))).toMatchObject({
    errcode: 0,
  })
  expect(await inboxOf(mock, 'amina')).toHaveLength(1)
  expect(await asked((done) => api.sendTemplate(moussa, repair, '', values, done))).toMatchObject({ errcode: 0 })
  expect(await inboxOf(mock, 'moussa')).toHaveLength(0)
  await expect(asked((done) => api.addTemplate('TM99999', done))).rejects.toMatchObject({ code: 40037 })
  await expect(asked((done) => api.delPrivateTemplate('x'.repeat(43), done))).rejects.toMatchObject({ code: 40037 })
})
