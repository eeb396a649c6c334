import type { MockPlatform } from '@minibell/mock'
import { handlers } from '@minibell/mock/msw'
import { listen } from '@minibell/mock/server'
import WechatAPI from 'co-wechat-api'
import { setupServer } from 'msw/node'
import { expect, onTestFinished, test } from 'vitest'
import { appId, openid, secret } from './names.ts'
import { act, inboxOf, postOffice } from './post-office.ts'

/** The real client, unchanged, by both ways of reaching the mock. */
const ways: Readonly<Record<string, (mock: MockPlatform) => Promise<WechatAPI>>> = {
  async 'a base URL'(mock) {
    const { url, close } = await listen(mock, { port: 0 })
    onTestFinished(() => close())
    const api = new WechatAPI(appId, secret)
    api.prefix = `${url}/cgi-bin/`
    return api
  },
  async interception(mock) {
    const server = setupServer(...handlers(mock))
    server.listen({ onUnhandledFrame: 'bypass' })
    onTestFinished(() => server.close())
    return new WechatAPI(appId, secret)
  },
}

async function client(way: string) {
  const mock = await postOffice()
  onTestFinished(() => mock.close())
  const api = await ways[way]?.(mock)
  if (!api) throw new Error(`There is no way ${way}.`)
  return { mock, api }
}

test.each(Object.keys(ways))('CS-1: co-wechat-api sends every type it knows by %s', async (way) => {
  const { mock, api } = await client(way)
  const sends: readonly (() => Promise<unknown>)[] = [
    () => api.sendText(openid, 'Ihr Päckchen 📦 "kommt"\n\\ morgen'),
    () => api.sendImage(openid, 'photo'),
    () => api.sendVoice(openid, 'sound'),
    () => api.sendVideo(openid, 'film', 'thumb'),
    () => api.sendMusic(openid, { title: 'Tide', musicurl: 'https://m.test/', thumb_media_id: 'thumb' }),
    () => api.sendNews(openid, [{ title: 'Strike', description: 'Tomorrow', url: 'https://n.test/' }]),
    () => api.sendMpNews(openid, 'story'),
    () => api.sendCard(openid, 'a-card'),
    () =>
      api.sendMiniProgram(openid, {
        title: 'Parcel',
        appid: 'wx0000000000000mini',
        pagepath: 'pages/parcel/detail',
        thumb_media_id: 'thumb',
      }),
  ]
  for (const send of sends) {
    await act(mock, { kind: 'text', content: 'hello' })
    expect(await send()).toMatchObject({ errcode: 0 })
  }
  expect((await inboxOf(mock)).map(({ type }) => type).reverse()).toEqual([
    ...['text', 'image', 'voice', 'video', 'music', 'news', 'mpnews', 'wxcard', 'miniprogrampage'],
  ])
  expect([...(await inboxOf(mock))].pop()?.text).toBe('Ihr Päckchen 📦 "kommt"\n\\ morgen')
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR42mNkYPhfz4ADAAAMggEBq2pPPQAAAABJRU5ErkJggg==',
  'base64',
)

test.each(Object.keys(ways))('CS-1: what co-wechat-api uploads stands in the inbox as a picture by %s', async (way) => {
  const { mock, api } = await client(way)
  const kept = await api.uploadMedia(png, 'image', 'parcel.png', 'image/png')
  expect(kept).toMatchObject({ type: 'image', media_id: expect.stringMatching(/^[\w-]{64}$/) })
  // The line before says that it is there.
  const { media_id: mediaId } = kept as { readonly media_id: string }
  await act(mock, { kind: 'text', content: 'hello' })
  await api.sendImage(openid, mediaId)
  const url = `data:image/png;base64,${png.toString('base64')}`
  expect(await inboxOf(mock)).toMatchObject([{ type: 'image', picture: { url, width: 2, height: 3 } }])
  await mock.clock.advance({ days: 3 })
  await act(mock, { kind: 'text', content: 'again' })
  await expect(api.sendImage(openid, mediaId)).rejects.toMatchObject({ code: 40007 })
})

test.each(Object.keys(ways))('CS-2: co-wechat-api gets the refusals as errors by %s', async (way) => {
  const { mock, api } = await client(way)
  const refused = (code: number) => ({ name: 'WeChatAPIError', code })
  await expect(api.sendText(openid, 'too early')).rejects.toMatchObject(refused(45015))
  await expect(api.sendText('oNobody', 'hello')).rejects.toMatchObject(refused(40003))
  await act(mock, { kind: 'menu-click', key: 'TRACK' })
  for (let number = 1; number <= 3; number += 1) await api.sendText(openid, `${number}`)
  await expect(api.sendText(openid, 'one more')).rejects.toMatchObject(refused(45047))
})

test('CS-1: co-wechat-api keeps its desk accounts, whose host is written into it, by interception', async () => {
  const { api } = await client('interception')
  await api.addKfAccount('anna@harbour', 'Anna')
  await expect(api.addKfAccount('anna@harbour', 'Anna')).rejects.toMatchObject({ code: 61454 })
  await api.updateKfAccount('anna@harbour', 'Anna B.')
  expect(await api.getCustomServiceList()).toMatchObject({
    kf_list: [{ kf_account: 'anna@harbour', kf_nick: 'Anna B.' }],
  })
  await api.deleteKfAccount('anna@harbour')
  expect(await api.getOnlineCustomServiceList()).toEqual({ kf_online_list: [] })
})
