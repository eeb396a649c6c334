import { expect, test } from 'vitest'
import { officialMock } from './official-world.ts'

const gif = new Uint8Array([...new TextEncoder().encode('GIF89a'), 5, 0, 7, 0, 0, 0, 0])
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 4, 1, 1, 1, 1, 0])

/** A mock, and a form with one file posted to it. */
async function posting() {
  const mock = await officialMock()
  const post = async (path: string, file: Uint8Array<ArrayBuffer> | string | undefined) => {
    const form = new FormData()
    if (typeof file === 'string') form.set('media', file)
    else if (file) form.set('media', new Blob([file]), 'a.bin')
    const url = `http://mock.test${path}${path.includes('?') ? '&' : '?'}access_token=${await mock.token()}`
    const response = await mock.fetch(url, { method: 'POST', body: form })
    expect(response.status).toBe(200)
    return response.json()
  }
  return { mock, post }
}

test('CS-1: media of every type are kept, with the time in seconds', async () => {
  const { post, mock } = await posting()
  const at = { created_at: mock.clock.now() / 1_000 }
  expect(await post('/cgi-bin/media/upload?type=image', gif)).toEqual({
    type: 'image',
    media_id: expect.any(String),
    ...at,
  })
  expect(await post('/cgi-bin/media/upload?type=thumb', jpeg)).toEqual({
    type: 'thumb',
    thumb_media_id: expect.any(String),
    ...at,
  })
  expect(await post('/cgi-bin/media/upload?type=voice', new Uint8Array(9))).toMatchObject({ type: 'voice' })
  expect(await post('/cgi-bin/media/upload?type=video', new Uint8Array(9))).toMatchObject({ type: 'video' })
})

test('CS-1: a picture has the size of its bytes; one that is too large for the wire is named in words', async () => {
  const { post, mock } = await posting()
  const large = new Uint8Array(20_000)
  large.set(gif)
  for (const [file, size] of [
    [gif, { width: 5, height: 7 }],
    [jpeg, { width: 4, height: 9 }],
    [large, undefined],
  ] as const) {
    const { media_id: mediaId } = await post('/cgi-bin/media/upload?type=image', file)
    await mock.act({ kind: 'text', content: 'hello' })
    await mock.post('/cgi-bin/message/custom/send', {
      touser: 'oHarbour0000000000000000ada1',
      msgtype: 'image',
      image: { media_id: mediaId },
    })
    const [message] = await mock.inbox()
    expect(message).toMatchObject({ text: '[Image]', ...(size && { picture: size }) })
    expect(message !== null && typeof message === 'object' && 'picture' in message).toBe(size !== undefined)
  }
})

test.each([
  [40004, '/cgi-bin/media/upload', gif],
  [40004, '/cgi-bin/media/upload?type=__proto__', gif],
  [40005, '/cgi-bin/media/upload?type=image', new TextEncoder().encode('<svg onload=alert(1)>')],
  [40006, '/cgi-bin/media/upload?type=thumb', new Uint8Array(70_000)],
  [40006, '/cgi-bin/media/upload?type=thumb', new Uint8Array(80_000)],
  [41005, '/cgi-bin/media/upload?type=image', undefined],
  [41005, '/cgi-bin/media/upload?type=image', 'no file'],
  [41005, '/cgi-bin/media/upload?type=voice', new Uint8Array(0)],
  [61457, '/customservice/kfaccount/uploadheadimg?kf_account=a@b', new Uint8Array(9)],
  [61452, '/customservice/kfaccount/uploadheadimg?kf_account=a@b', gif],
] as const)('CS-1: %i of %s', async (code, path, file) => {
  const { post } = await posting()
  expect(await post(path, file)).toMatchObject({ errcode: code })
})

test('CS-1: a body that is no form, and a token that is none', async () => {
  const { mock } = await posting()
  const ask = async (query: string) =>
    (
      await mock.fetch(`http://mock.test/cgi-bin/media/upload?type=image${query}`, { method: 'POST', body: '{}' })
    ).json()
  expect(await ask(`&access_token=${await mock.token()}`)).toMatchObject({ errcode: 41005 })
  expect(await ask('')).toMatchObject({ errcode: 41001 })
})

test('CS-1: a head image stands in the list of desk accounts', async () => {
  const { mock, post } = await posting()
  await mock.post('/customservice/kfaccount/add', { kf_account: 'anna@harbour', nickname: 'Anna' })
  expect(await post('/customservice/kfaccount/uploadheadimg?kf_account=anna@harbour', gif)).toEqual({
    errcode: 0,
    errmsg: 'ok',
  })
  expect(await mock.platform.customerService.desk.list('harbour')).toMatchObject([
    { headImage: expect.stringContaining('data:image/gif') },
  ])
  const invite = (account: string) =>
    mock.post('/customservice/kfaccount/inviteworker', { kf_account: account, invite_wx: 'anna' })
  expect((await invite('anna@harbour')).body.errcode).toBe(0)
  expect((await invite('ben@harbour')).body.errcode).toBe(61452)
})
