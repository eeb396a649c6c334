import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Developer, hire } from './hire.ts'
import { openid } from './names.ts'
import { act, inboxOf, type PushTo, postOffice } from './post-office.ts'

let developer: Developer
beforeAll(async () => {
  developer = await hire()
})
afterAll(() => developer.close())

/** A mock whose pushes go to the developer's server, on a path of their own. */
async function connected(mode: PushTo['mode']) {
  const { url, got } = developer.desk()
  const mock = await postOffice({ url, mode })
  onTestFinished(() => mock.close())
  return { got, mock, pushes: () => mock.journal().filter(({ kind }) => kind === 'outbound') }
}

test.each(['plain', 'compatible', 'encrypted'] as const)(
  'CS-1: co-wechat on Koa reads a %s push and answers it into the inbox',
  async (mode) => {
    const { mock, got, pushes } = await connected(mode)
    await act(mock, { kind: 'text', content: 'Wo ist mein Päckchen? <包裹> ]]>' })
    await expect
      .poll(() => inboxOf(mock))
      .toEqual([{ kind: 'customer', type: 'text', text: 'You said Wo ist mein Päckchen? <包裹> ]]>' }])
    expect(got).toMatchObject([
      {
        ToUserName: 'gh_harbour00001',
        FromUserName: openid,
        MsgType: 'text',
        Content: 'Wo ist mein Päckchen? <包裹> ]]>',
        MsgId: expect.stringMatching(/^\d{19}$/),
        CreateTime: expect.stringMatching(/^\d{10}$/),
      },
    ])
    expect(pushes()).toMatchObject([{ summary: expect.stringMatching(/try 1, answered with text$/), status: 200 }])
  },
)

test('CS-1: co-wechat answers nothing, news and a transfer', async () => {
  const { mock, pushes } = await connected('encrypted')
  for (const content of ['nothing', 'news', 'transfer', 'picture']) await act(mock, { kind: 'text', content })
  await expect.poll(() => pushes().length).toBe(4)
  expect(pushes().map(({ summary }) => summary.split(', ').pop())).toEqual([
    ...['taken', 'answered with news', 'handed over to the desk', 'answered with image'],
  ])
  expect(await inboxOf(mock)).toMatchObject([{ type: 'image' }, { type: 'news', title: 'Strike' }])
})

test.each([
  [
    { kind: 'follow', scene: '42' },
    { Event: 'subscribe', EventKey: 'qrscene_42', Ticket: expect.any(String) },
  ],
  [{ kind: 'unfollow' }, { Event: 'unsubscribe' }],
  [
    { kind: 'scan', scene: '42' },
    { Event: 'SCAN', EventKey: '42', Ticket: expect.any(String) },
  ],
  [
    { kind: 'menu-click', key: 'TRACK' },
    { Event: 'CLICK', EventKey: 'TRACK' },
  ],
  [
    { kind: 'menu-view', url: 'https://h.test/?a=1&b', menuId: '7' },
    { Event: 'VIEW', EventKey: 'https://h.test/?a=1&b', MenuId: '7' },
  ],
  [
    { kind: 'menu-scan', key: 'SCAN', waits: true, result: '1<2' },
    { Event: 'scancode_waitmsg', ScanCodeInfo: { ScanType: 'qrcode', ScanResult: '1<2' } },
  ],
  [
    { kind: 'payment', order: 'A7' },
    { Event: 'merchant_order', OrderId: 'A7', OrderStatus: '2' },
  ],
  [
    { kind: 'menu-item', id: '101', content: 'Yes' },
    { MsgType: 'text', Content: 'Yes', bizmsgmenuid: '101' },
  ],
  [
    { kind: 'image', mediaId: 'm', pictureUrl: 'https://h.test/p' },
    { MsgType: 'image', MediaId: 'm', PicUrl: 'https://h.test/p' },
  ],
  [
    { kind: 'voice', mediaId: 'm' },
    { MsgType: 'voice', MediaId: 'm', Format: 'amr' },
  ],
  [
    { kind: 'location', latitude: 1.5, longitude: 2, label: 'Port' },
    { MsgType: 'location', Location_X: '1.5', Label: 'Port' },
  ],
  [
    { kind: 'link', title: 't', description: 'd', url: 'u' },
    { MsgType: 'link', Title: 't', Url: 'u' },
  ],
])('CS-1: %j is pushed as the wire has it', async (action, fields) => {
  const { mock, got } = await connected('encrypted')
  expect(await act(mock, action)).toBe(200)
  await expect.poll(() => got).toMatchObject([{ FromUserName: openid, ...fields }])
})

test('CS-1: co-wechat echoes the URL check, and refuses it where the token is another', async () => {
  const check = async (url: string) => {
    const mock = await postOffice({ url, mode: 'encrypted' })
    onTestFinished(() => mock.close())
    const answer = await mock.fetch('http://mock.test/control/v1/official-accounts/harbour/push-check', {
      method: 'POST',
    })
    return answer.json()
  }
  expect(await check(developer.desk().url)).toEqual({ ok: true })
  const other = await hire('BBBBB')
  onTestFinished(() => other.close())
  expect(await check(other.desk().url)).toEqual({ ok: false, why: 'HTTP 401' })
})
