import { expect, test } from 'vitest'
import { ask, demoMock, openPath, sendPath, service, startAt, template } from './asked.ts'

test('OA-10, DL-1: tokens and sessions are issued, and never seen in the journal', async () => {
  const mock = await demoMock()
  const grant = await ask(mock.fetch, 'POST /control/v1/access-tokens', { body: { person: 'amina', sender: 'soko' } })
  expect(grant.body).toEqual({ token: expect.any(String), expiresAt: startAt + 3_600_000 })
  expect(
    (await ask(mock.fetch, `POST ${openPath}`, { body: { ...template, accessToken: grant.body.token } })).body.result
      .resultStatus,
  ).toBe('S')
  const opened = await ask(mock.fetch, 'POST /control/v1/sessions', {
    body: { person: 'amina', scope: { kind: 'sender', sender: 'soko' }, lifeMs: 5000 },
  })
  expect(opened.body).toEqual({ token: expect.any(String), expiresAt: startAt + 5000 })
  const { token } = opened.body
  expect((await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token })).status).toBe(200)
  expect(await ask(mock.fetch, `DELETE /control/v1/sessions/${token}`)).toMatchObject({ status: 200, body: {} })
  expect((await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token })).body.error.code).toBe('expired')
  expect((await ask(mock.fetch, 'DELETE /control/v1/sessions/none')).status).toBe(404)
  const text = JSON.stringify(mock.journal())
  for (const secret of [token, grant.body.token, 'sessions/none']) expect(text).not.toContain(secret)
})

test('secrets of webhooks, mini-programs and accounts, and what was tried in their place, are in no row', async () => {
  const mock = await demoMock()
  const put = async (path: string, changes: object): Promise<void> => {
    const { body } = await ask(mock.fetch, `GET /control/v1/${path}`)
    expect((await ask(mock.fetch, `PUT /control/v1/${path}`, { body: { ...body, ...changes } })).status).toBe(200)
  }
  const webhook = { id: 'shop', url: 'http://127.0.0.1:9/', secret: 'told-to-nobody-1' }
  await ask(mock.fetch, 'PUT /control/v1/webhooks/shop', { body: webhook })
  await ask(mock.fetch, 'PUT /control/v1/webhooks/shop', { body: { ...webhook, url: 'nowhere' } })
  await put('senders/kijani', { accessKeySecret: 'told-to-nobody-2' })
  await put('official-accounts/jirani', { secret: 'told-to-nobody-3' })
  const grant = { grant_type: 'client_credential', appid: 'wx7d3c5a91e0b24f68', secret: 'told-to-nobody-4' }
  await ask(mock.fetch, 'POST /cgi-bin/stable_token', { body: grant })
  await ask(mock.fetch, `POST ${sendPath}`, { body: { ...service, sign: 'told-to-nobody-5' } })
  expect(mock.journal().length).toBeGreaterThanOrEqual(6)
  expect(JSON.stringify(mock.journal())).not.toContain('told-to-nobody')
})

test('the journal: pages, one row, what is refused', async () => {
  const mock = await demoMock()
  for (const uniqueIds of [['u_amina'], ['u_moussa'], ['u_nobody']])
    await ask(mock.fetch, `POST ${sendPath}`, { body: { ...service, uniqueIds } })
  const { rows } = (await ask(mock.fetch, 'GET /control/v1/journal')).body
  expect(rows.map(({ verdict }: { verdict: string }) => verdict).slice(-3)).toEqual([
    'ok',
    'MA-4',
    expect.stringMatching(/^MA-/),
  ])
  const after = (await ask(mock.fetch, `GET /control/v1/journal?after=${rows.at(-2).id}`)).body.rows
  expect(after).toEqual([rows.at(-1)])
  expect((await ask(mock.fetch, 'GET /control/v1/journal?max=1')).body.rows).toEqual([rows.at(-1)])
  expect((await ask(mock.fetch, `GET /control/v1/journal/${rows.at(-1).id}`)).body).toEqual(rows.at(-1))
  expect((await ask(mock.fetch, 'GET /control/v1/journal/none')).status).toBe(404)
  expect((await ask(mock.fetch, 'GET /control/v1/journal?max=0')).status).toBe(400)
})

test('the journal streams: waits for the next row, gives up in time, ends when the mock closes', async () => {
  const { virtualTime } = await import('@minibell/ports')
  const time = virtualTime({ startAt })
  const mock = await demoMock({ time })
  const waiting = time.waiting()
  const first = ask(mock.fetch, 'GET /control/v1/journal/stream')
  await time.advance(0)
  const sent = await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  const { rows } = (await first).body
  expect(rows).toHaveLength(1)
  expect((await ask(mock.fetch, 'GET /control/v1/journal/stream?waitMs=0')).body.rows).toEqual([])
  expect((await ask(mock.fetch, `GET /control/v1/journal/stream?after=${sent.row}&waitMs=0`)).body.rows).toEqual([])
  const silent = ask(mock.fetch, `GET /control/v1/journal/stream?after=${sent.row}&waitMs=1000`)
  await time.advance(1000)
  expect((await silent).body.rows).toEqual([])
  const ended = ask(mock.fetch, `GET /control/v1/journal/stream?after=${sent.row}`)
  await time.advance(0)
  mock.close()
  expect((await ended).body.rows).toEqual([])
  expect(time.waiting()).toBe(waiting)
  expect((await ask(mock.fetch, 'GET /control/v1/journal/stream?waitMs=25001')).status).toBe(400)
})

test('info names the mock', async () => {
  const { fetch } = await demoMock()
  expect((await ask(fetch, 'GET /control/v1/info')).body).toMatchObject({ name: 'minibell', protocol: 1, doors: {} })
})

test('mutations are rows, reads are none', async () => {
  const mock = await demoMock()
  const before = mock.journal().length
  expect((await ask(mock.fetch, 'GET /control/v1/senders')).row).toBe('-')
  expect(mock.journal()).toHaveLength(before)
  const { row } = await ask(mock.fetch, 'PUT /control/v1/senders/kijani/capability', {
    body: { capability: 'granted' },
  })
  expect(mock.journal().at(-1)).toMatchObject({
    id: row,
    kind: 'control',
    sender: 'kijani',
    method: 'PUT',
    status: 200,
  })
})

test('whoever read an empty journal begins with `after=0`, and misses nothing that came before the stream was asked for', async () => {
  const mock = await demoMock()
  expect((await ask(mock.fetch, 'GET /control/v1/journal')).body.rows).toEqual([])
  const sent = await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  const { rows } = (await ask(mock.fetch, 'GET /control/v1/journal/stream?after=0')).body
  expect(rows).toMatchObject([{ id: sent.row }])
  mock.close()
})
