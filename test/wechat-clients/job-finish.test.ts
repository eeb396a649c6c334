import { createMockPlatform } from '@minibell/mock'
import { listen } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import WechatAPI from 'co-wechat-api'
import { expect, onTestFinished, test } from 'vitest'
import { loadBigNumbersAsNodeDoes } from './as-node-loads.ts'
import { hire } from './hire.ts'
import { aesKey, token } from './names.ts'

loadBigNumbersAsNodeDoes()

const account = { appid: 'wx7d3c5a91e0b24f68', secret: '5f0c1e7ab94d2836c7e1a0b95d3f4826' }
const amina = 'oJ7rn4minaBqT2x0XcWvEd81Kp5s'
const moussa = 'oJ7rm0ussaLhZ6y3VbNfGt92Rw4u'
const repair = 'p6MhSx2CqWe9dJz4TnK7rFbUgYa1vLoRi8E3wBtVm5k'
const values = { thing1: { value: 'Burst pipe' }, phrase2: { value: '已完成' }, time3: { value: '10:30' } }

test('CS-1: what became of a template message reaches co-wechat with the id that co-wechat-api got', async () => {
  const developer = await hire()
  onTestFinished(() => developer.close())
  const { url, got } = developer.desk()
  const [jirani, ...others] = demo.officialAccounts
  const officialAccounts = [{ ...jirani, push: { url, token, aesKey, mode: 'encrypted' } }, ...others]
  // The developer’s server is configured with another appid, which its library never compares.
  const mock = await createMockPlatform({ world: { ...demo, officialAccounts }, startAt: Date.now() })
  onTestFinished(() => mock.close())
  const { url: base, close } = await listen(mock, { port: 0 })
  onTestFinished(() => close())
  const api = new WechatAPI(account.appid, account.secret)
  api.prefix = `${base}/cgi-bin/`
  const sent = []
  for (const openid of [amina, moussa]) {
    // The client is untyped; the claims below hold what it answers.
    const { msgid } = (await api.sendTemplate(openid, repair, '', '', values)) as { readonly msgid: unknown }
    sent.push(String(msgid))
  }
  await expect.poll(() => got.length).toBe(2)
  const told = [...got].map(({ Event, FromUserName, MsgID, Status }) => ({ Event, FromUserName, MsgID, Status }))
  expect(told.sort((one, other) => (one.FromUserName < other.FromUserName ? 1 : -1))).toEqual([
    { Event: 'TEMPLATESENDJOBFINISH', FromUserName: amina, MsgID: sent[0], Status: 'success' },
    { Event: 'TEMPLATESENDJOBFINISH', FromUserName: moussa, MsgID: sent[1], Status: 'failed:user block' },
  ])
})
