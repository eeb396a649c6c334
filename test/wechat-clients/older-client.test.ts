import type { MockPlatform } from '@minibell/mock'
import { handlers } from '@minibell/mock/msw'
import { listen } from '@minibell/mock/server'
import { setupServer } from 'msw/node'
import { expect, onTestFinished, test } from 'vitest'
import OldWechatAPI from 'wechat-api'
import { loadBigNumbersAsNodeDoes } from './as-node-loads.ts'
import { appId, openid, secret } from './names.ts'
import { act, inboxOf, postOffice } from './post-office.ts'

loadBigNumbersAsNodeDoes()

type Call = (...values: readonly unknown[]) => Promise<unknown>

/** Its calls take a callback; here they are promises. */
function promised(api: OldWechatAPI): Readonly<Record<string, Call>> {
  // Only what the tests of templates call is declared; it has a method for each type of message.
  const calls = api as unknown as Readonly<Record<string, (...values: readonly unknown[]) => void>>
  const callOf =
    (name: string): Call =>
    (...values) =>
      new Promise((resolve, reject) => {
        calls[name]?.call(api, ...values, (error: unknown, answer: unknown) =>
          error ? reject(error) : resolve(answer),
        )
      })
  return new Proxy({}, { get: (_, name) => callOf(String(name)) })
}

const ways: Readonly<Record<string, (mock: MockPlatform) => Promise<OldWechatAPI>>> = {
  async 'a base URL'(mock) {
    const { url, close } = await listen(mock, { port: 0 })
    onTestFinished(() => close())
    const api = new OldWechatAPI(appId, secret)
    api.endpoint = url
    return api
  },
  async interception(mock) {
    const server = setupServer(...handlers(mock))
    server.listen({ onUnhandledFrame: 'bypass' })
    onTestFinished(() => server.close())
    return new OldWechatAPI(appId, secret)
  },
}

test.each(Object.keys(ways))('CS-1: wechat-api sends, and gets refusals, by %s', async (way) => {
  const mock = await postOffice()
  onTestFinished(() => mock.close())
  const api = await ways[way]?.(mock)
  if (!api) throw new Error(`There is no way ${way}.`)
  const { sendText, sendImage, sendNews, addKfAccount, sendTextFromCs } = promised(api)
  await expect(sendText?.(openid, 'too early')).rejects.toMatchObject({ code: 45015 })
  await act(mock, { kind: 'text', content: 'hello' })
  expect(await sendText?.(openid, 'Guten Tag')).toMatchObject({ errcode: 0 })
  await sendImage?.(openid, 'photo')
  await sendNews?.(openid, [{ title: 'Strike', description: 'Tomorrow', url: 'https://n.test/' }])
  await addKfAccount?.('anna@harbour', 'Anna', 'secret')
  await sendTextFromCs?.(openid, 'anna@harbour', 'Anna here')
  await expect(sendTextFromCs?.(openid, 'ben@harbour', 'Ben here')).rejects.toMatchObject({ code: 61452 })
  expect((await inboxOf(mock)).map(({ type }) => type)).toEqual(['text', 'news', 'image', 'text'])
})
