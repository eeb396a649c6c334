import { type Http, type HttpRequest, virtualTime } from '@minibell/ports'
import { expect, onTestFinished, test } from 'vitest'
import { ada, aesKey, noonAt, officialMock } from '../../asked/official-world.ts'
import { settled } from '../../asked/recorded-socket.ts'
import type { DeveloperPush } from '../../platform/index.ts'

type Said = 'nothing' | { readonly status?: number; readonly body?: string }

/** A developer's server that answers by a script; after its end it takes everything. */
async function pushed(script: readonly Said[] = [], push: Partial<DeveloperPush> = {}) {
  const requests: HttpRequest[] = []
  let held = Promise.resolve()
  const http: Http = (request) => {
    const said = script[requests.length] ?? {}
    requests.push(request)
    const response =
      said === 'nothing'
        ? held.then(() => Promise.reject(new Error('refused')))
        : held.then(() => ({ status: said.status ?? 200, headers: {}, body: said.body ?? '' }))
    return { response, abort: () => undefined }
  }
  const time = virtualTime({ startAt: noonAt })
  const mock = await officialMock({
    http,
    time,
    account: { push: { url: 'https://dev.test/in?app=7', token: 'AAAAA', aesKey, mode: 'plain', ...push } },
  })
  onTestFinished(() => mock.close())
  /** No request is answered before what this gives is called. */
  const hold = (): (() => void) => {
    let release = (): void => undefined
    held = new Promise((resolve) => {
      release = resolve
    })
    return release
  }
  const rows = () =>
    mock.journal().flatMap(({ kind, summary }) => (kind === 'outbound' ? [summary.replace(/^.*try/, 'try')] : []))
  return { ...mock, time, requests, rows, hold, count: () => requests.length }
}

test('CS-1: a push is signed, on the URL’s own query, as XML', async () => {
  const mock = await pushed()
  await mock.act({ kind: 'text', content: 'hello' })
  await expect.poll(mock.rows).toEqual(['try 1, taken'])
  const [{ url = '', body = '', headers, timeoutMs } = {}] = mock.requests
  const query = new URL(url).searchParams
  expect([...query.keys()]).toEqual(['app', 'signature', 'timestamp', 'nonce', 'openid'])
  expect(query.get('timestamp')).toBe('1772452800')
  expect(headers).toEqual({ 'content-type': 'text/xml; charset=utf-8' })
  expect(timeoutMs).toBe(5_000)
  expect(body).toMatch(
    /^<xml><ToUserName><!\[CDATA\[gh_harbour00001]]><\/ToUserName><FromUserName><!\[CDATA\[\w+]]><\/FromUserName><CreateTime>1772452800<\/CreateTime><MsgType><!\[CDATA\[text]]><\/MsgType><Content><!\[CDATA\[hello]]><\/Content><MsgId>\d{19}<\/MsgId><\/xml>$/,
  )
})

test('CS-1: encrypted bodies say the account alone, compatible ones everything; both as JSON too', async () => {
  for (const format of ['xml', 'json'] as const) {
    const encrypted = await pushed([], { mode: 'encrypted', format })
    await encrypted.act({ kind: 'text', content: 'hello' })
    await expect.poll(encrypted.count).toBe(1)
    const body = encrypted.requests[0]?.body ?? ''
    expect([body.includes('ToUserName'), body.includes('FromUserName'), body.includes('Encrypt')]).toEqual([
      true,
      false,
      true,
    ])
    expect(encrypted.requests[0]?.url).toMatch(/encrypt_type=aes&msg_signature=[0-9a-f]{40}$/)
    const compatible = await pushed([], { mode: 'compatible', format })
    await compatible.act({ kind: 'text', content: 'hello' })
    await expect.poll(compatible.count).toBe(1)
    expect(compatible.requests[0]?.body).toMatch(/FromUserName.*hello.*Encrypt/)
  }
})

test('CS-1: no answer comes again after 5 s, three times in all, with the same ids', async () => {
  const mock = await pushed(['nothing', { status: 500 }, 'nothing'])
  await mock.act({ kind: 'text', content: 'hello' })
  await expect.poll(mock.rows).toEqual(['try 1, no answer, comes again'])
  await mock.clock.advance(4_999)
  await settled()
  expect(mock.count()).toBe(1)
  await mock.clock.advance(1)
  await expect.poll(mock.rows).toHaveLength(2)
  await mock.time.advance(5_000)
  await expect
    .poll(mock.rows)
    .toEqual([...['try 1, no answer, comes again', 'try 2, HTTP 500, comes again', 'try 3, no answer, given up']])
  expect(new Set(mock.requests.map(({ body }) => body)).size).toBe(1)
  expect(new Set(mock.requests.map(({ url }) => url)).size).toBe(3)
  await mock.clock.advance(3_600_000)
  await settled()
  expect(mock.count()).toBe(3)
  expect(await mock.inbox()).toMatchObject([{ type: 'notice', text: expect.stringContaining('unavailable') }])
})

test('CS-1: the operator says how often', async () => {
  const mock = await pushed(['nothing'])
  await mock.platform.official.putSettings({ pushAttempts: 1 })
  await mock.act({ kind: 'text', content: 'hello' })
  await expect.poll(mock.rows).toEqual(['try 1, no answer, given up'])
})

test('CS-1: a malformed answer is not asked for again; the user sees it after a message, not after an event', async () => {
  const mock = await pushed([{ body: '<html>' }, { body: 'ok' }])
  await mock.act({ kind: 'menu-click', key: 'TRACK' })
  await expect.poll(mock.count).toBe(1)
  await mock.act({ kind: 'text', content: 'hello' })
  await expect.poll(mock.count).toBe(2)
  await expect.poll(() => mock.inbox()).toMatchObject([{ type: 'notice' }])
  expect(mock.rows()).toEqual([
    expect.stringMatching(/^try 1, answered malformed: no XML/),
    expect.stringMatching(/^try 1, answered malformed: no XML/),
  ])
})

test('CS-1: a reply to somebody else is delivered to nobody', async () => {
  const body = `<xml><ToUserName>oBo</ToUserName><FromUserName>gh</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>a</Content></xml>`
  const mock = await pushed([{ body }])
  await mock.act({ kind: 'text', content: 'hello' })
  await expect.poll(() => mock.inbox()).toMatchObject([{ type: 'notice' }])
})

test('CS-1: a passive reply spends nothing of a window', async () => {
  const body = `<xml><ToUserName>${ada}</ToUserName><FromUserName>gh</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>hi</Content></xml>`
  const mock = await pushed([{ body }])
  await mock.act({ kind: 'text', content: 'hello' })
  await expect.poll(() => mock.inbox()).toEqual([{ kind: 'customer', type: 'text', text: 'hi' }])
  expect((await mock.platform.customerService.standing('harbour', ada)).windows).toMatchObject([{ left: 5 }])
})

test('CS-1: pushes of one user go one after the other, in order', async () => {
  const mock = await pushed(['nothing'])
  const release = mock.hold()
  for (const content of ['one', 'two', 'three']) await mock.act({ kind: 'text', content })
  await settled()
  expect(mock.count()).toBe(1)
  release()
  await expect.poll(mock.rows).toHaveLength(1)
  await mock.clock.advance(5_000)
  await expect.poll(mock.rows).toHaveLength(4)
  const contents = mock.requests.map(({ body = '' }) => /Content><!\[CDATA\[(\w+)/.exec(body)?.[1])
  expect(contents).toEqual(['one', 'one', 'two', 'three'])
})

test('CS-1: template results carry their exact 64-bit id', async () => {
  const mock = await pushed()
  const fact = { kind: 'template-sent', msgId: '3487542469355618313', status: 'failed:user block' } as const
  mock.platform.official.pushes.tell({ sender: 'harbour', openid: ada, at: noonAt, fact })
  await expect.poll(mock.count).toBe(1)
  expect(mock.requests[0]?.body).toContain(
    '<Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event><MsgID>3487542469355618313</MsgID><Status><![CDATA[failed:user block]]></Status>',
  )
})

test('CS-1: an answer that comes after the world was replaced is delivered to nobody', async () => {
  const body = `<xml><ToUserName>${ada}</ToUserName><FromUserName>gh</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>hi</Content></xml>`
  const mock = await pushed([{ body }])
  const release = mock.hold()
  await mock.act({ kind: 'text', content: 'hello' })
  await expect.poll(mock.count).toBe(1)
  await mock.platform.worlds.reset()
  release()
  await settled()
  await settled()
  expect(await mock.inbox()).toEqual([])
  await mock.act({ kind: 'text', content: 'hello' })
  await expect.poll(mock.count).toBe(2)
})

test('CS-1: an account that takes JSON may answer in JSON', async () => {
  const body = JSON.stringify({ ToUserName: ada, FromUserName: 'gh', CreateTime: 1, MsgType: 'text', Content: 'hi' })
  const mock = await pushed([{ body }], { format: 'json' })
  await mock.act({ kind: 'text', content: 'hello' })
  await expect.poll(() => mock.inbox()).toEqual([{ kind: 'customer', type: 'text', text: 'hi' }])
  const [{ body: sent = '', headers } = {}] = mock.requests
  expect(JSON.parse(sent)).toMatchObject({ ToUserName: 'gh_harbour00001', MsgType: 'text', Content: 'hello' })
  expect(headers).toEqual({ 'content-type': 'application/json; charset=utf-8' })
})

test('CS-1: without a URL, and in another world, nothing is pushed', async () => {
  const mock = await pushed(['nothing'])
  await mock.act({ kind: 'text', content: 'hello' })
  await expect.poll(mock.rows).toHaveLength(1)
  await mock.platform.worlds.reset()
  await mock.clock.advance(60_000)
  await settled()
  expect(mock.count()).toBe(1)
  const silent = await officialMock()
  await silent.act({ kind: 'text', content: 'hello' })
  await settled()
  expect(silent.journal().filter(({ kind }) => kind === 'outbound')).toEqual([])
})
