import { expect, test } from 'vitest'
import { ask, dayMs, demo, demoMock, openPath, sendPath, service, startAt, template } from './asked.ts'

type Fetch = Awaited<ReturnType<typeof demoMock>>['fetch']

const message = async (fetch: Fetch, line: string, body?: unknown) => {
  const answer = await ask(fetch, line, { body })
  return [answer.status, answer.body.error?.message]
}

test('X-2: the clock is told and moved', async () => {
  const mock = await demoMock()
  expect((await ask(mock.fetch, 'GET /control/v1/clock')).body).toEqual({ at: startAt, running: expect.any(Boolean) })
  expect((await ask(mock.fetch, 'POST /control/v1/clock', { body: { advanceMs: dayMs } })).body.at).toBe(
    startAt + dayMs,
  )
  expect(
    (await ask(mock.fetch, 'POST /control/v1/clock', { body: { moveTo: '2026-03-02T15:00:00+03:00' } })).body.at,
  ).toBe(startAt)
  expect((await ask(mock.fetch, 'POST /control/v1/clock', { body: { moveTo: 0 } })).body.at).toBe(0)
  expect(mock.journal().filter(({ kind }) => kind === 'clock')).toHaveLength(3)
})

test.each([
  [{}],
  [{ advanceMs: -1 }],
  [{ advanceMs: 1e13 }],
  [{ advanceMs: '1' }],
  [{ moveTo: '2026-03-02T15:00:00' }],
  [{ moveTo: '2026-03-02' }],
  [{ moveTo: '2026-02-31T25:00:00Z' }],
  [{ moveTo: -1 }],
  [{ moveTo: 1e18 }],
  [{ moveTo: null }],
  [{ advanceMs: 1, moveTo: 1 }],
  [[]],
])('X-2: refuses the move %j', async (body) => {
  const mock = await demoMock()
  expect(await ask(mock.fetch, 'POST /control/v1/clock', { body })).toMatchObject({
    status: 400,
    body: { error: { code: 'malformed' } },
  })
  expect(mock.clock.now()).toBe(startAt)
})

test('a world is exported, replaced and reset', async () => {
  const mock = await demoMock()
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  const before = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).body
  const exported = (await ask(mock.fetch, 'GET /control/v1/world')).body
  expect(exported).toMatchObject({ format: 'minibell-world', version: 1 })
  expect(await ask(mock.fetch, 'POST /control/v1/world/reset')).toMatchObject({ status: 200, body: {} })
  const empty = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).body
  expect(empty.items).toEqual([])
  expect(empty.epoch > before.epoch).toBe(true)
  expect((await ask(mock.fetch, 'PUT /control/v1/world', { body: exported })).status).toBe(200)
  const after = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).body
  expect(after.items.map(({ item }: { item: { id: string } }) => item.id)).toEqual(
    before.items.map(({ item }: { item: { id: string } }) => item.id),
  )
})

test('a world may be larger than any other body', async () => {
  const { fetch } = await demoMock()
  const large = {
    ...(demo as object),
    name: 'large',
    persons: Array.from({ length: 3000 }, (_, at) => ({
      id: `p${at}`,
      name: `Person ${at} ${'x'.repeat(80)}`,
      language: 'en',
      timeZone: 'Africa/Nairobi',
      recipientIds: [],
    })),
    uses: [],
    accessTokens: [],
    sessions: [],
  }
  expect(JSON.stringify(large).length).toBeGreaterThan(400_000)
  expect((await ask(fetch, 'PUT /control/v1/world', { body: large })).status).toBe(200)
})

test('a world that is none changes nothing and names the place', async () => {
  const { fetch } = await demoMock()
  const [status, text] = await message(fetch, 'PUT /control/v1/world', { ...(demo as object), senders: 7 })
  expect(status).toBe(400)
  expect(text).toContain('senders')
  expect((await ask(fetch, 'GET /control/v1/senders')).body.senders.length).toBeGreaterThan(1)
})

test('senders: list, one, put, capability', async () => {
  const { fetch } = await demoMock()
  const { senders } = (await ask(fetch, 'GET /control/v1/senders')).body
  const kijani = (await ask(fetch, 'GET /control/v1/senders/kijani')).body
  expect(senders).toContainEqual(kijani)
  const renamed = { ...kijani, name: 'Kijani' }
  expect(await ask(fetch, 'PUT /control/v1/senders/kijani', { body: renamed })).toMatchObject({
    status: 200,
    body: renamed,
  })
  expect((await ask(fetch, 'GET /control/v1/senders/kijani')).body).toEqual(renamed)
  const put = await ask(fetch, 'PUT /control/v1/senders/kijani/capability', { body: { capability: 'disabled' } })
  expect(put.body).toEqual({ capability: 'disabled' })
  expect((await ask(fetch, 'GET /control/v1/senders/kijani')).body.capability).toBe('disabled')
})

test('senders: what is refused', async () => {
  const { fetch } = await demoMock()
  const kijani = (await ask(fetch, 'GET /control/v1/senders/kijani')).body
  const put = (body: unknown) => message(fetch, 'PUT /control/v1/senders/kijani', body)
  expect(await message(fetch, 'GET /control/v1/senders/none')).toEqual([
    404,
    'Failed to find the sender "none": there is none. GET /control/v1/senders lists them.',
  ])
  expect(await put({ ...kijani, id: 'other' })).toEqual([
    400,
    'Failed to read "id" of the body: it is "other". Send "kijani", as in the path.',
  ])
  expect((await put({ ...kijani, pages: 'home' }))[1]).toContain('sender.pages')
  expect((await put({ ...kijani, status: undefined }))[1]).toContain('sender.status: it is missing')
  expect((await put([]))[0]).toBe(400)
  expect((await put({ ...kijani, platform: 'open-api', wireId: 'P000000000000001soko' }))[0]).toBe(409)
  expect((await message(fetch, 'PUT /control/v1/senders/kijani/capability', { capability: 'yes' }))[0]).toBe(400)
  expect((await message(fetch, 'PUT /control/v1/senders/none/capability', { capability: 'granted' }))[0]).toBe(404)
  expect((await ask(fetch, 'GET /control/v1/senders/kijani')).body).toEqual(kijani)
})

test('MA-4: persons with their uses; a use now, then, and never', async () => {
  const { fetch } = await demoMock()
  const { persons } = (await ask(fetch, 'GET /control/v1/persons')).body
  expect(persons).toContainEqual(
    expect.objectContaining({ id: 'amina', uses: { kijani: startAt - dayMs, soko: startAt - 2 * dayMs } }),
  )
  const use = (body: unknown) => ask(fetch, 'POST /control/v1/persons/amina/uses', { body })
  expect((await use({ sender: 'kijani' })).body).toEqual({ lastUsedAt: startAt })
  expect((await use({ sender: 'kijani', at: '2026-01-01T00:00:00Z' })).body).toEqual({
    lastUsedAt: Date.UTC(2026, 0, 1),
  })
  expect((await use({ sender: 'kijani', at: null })).body).toEqual({ lastUsedAt: null })
  expect((await ask(fetch, 'GET /control/v1/persons/amina')).body.uses).toEqual({ soko: startAt - 2 * dayMs })
  expect((await use({ sender: 'none' })).status).toBe(404)
  expect((await use({ sender: 'kijani', at: 'today' })).status).toBe(400)
  expect((await ask(fetch, 'POST /control/v1/persons/none/uses', { body: { sender: 'kijani' } })).status).toBe(404)
})

test('persons: put and what is refused', async () => {
  const { fetch } = await demoMock()
  const { uses: _, ...amina } = (await ask(fetch, 'GET /control/v1/persons/amina')).body
  const put = (body: unknown) => ask(fetch, 'PUT /control/v1/persons/amina', { body })
  expect((await put({ ...amina, language: 'sw-KE' })).status).toBe(200)
  expect((await ask(fetch, 'GET /control/v1/persons/amina')).body.language).toBe('sw-KE')
  expect((await put({ ...amina, timeZone: 'Mars/Olympus' })).body.error.message).toContain('IANA')
  expect((await put({ ...amina, language: '' })).body.error.message).toContain('person.language')
  expect((await put({ ...amina, recipientIds: [{ account: 'kijani-ltd', id: 'u_moussa' }] })).status).toBe(409)
  expect((await ask(fetch, 'GET /control/v1/persons/none')).status).toBe(404)
})

test('OA-3: texts lie in the tray of the phone', async () => {
  const { fetch } = await demoMock()
  const body = {
    ...template,
    templateCode: 'TP_RECEIPT_SMS',
    redirectUrl: undefined,
    templates: [{ language: 'en-US', templateParameters: { amount: 'KSh 10', order: '7' } }],
  }
  expect((await ask(fetch, `POST ${openPath}`, { body })).body.result.resultStatus).toBe('S')
  expect((await ask(fetch, 'GET /control/v1/persons/amina/texts')).body.texts).toMatchObject([
    { sender: 'soko', text: expect.stringContaining('KSh 10'), sentAt: startAt },
  ])
  expect((await ask(fetch, 'GET /control/v1/persons/none/texts')).status).toBe(404)
})

test('OA-12: templates: list, one, put and what is refused', async () => {
  const { fetch } = await demoMock()
  const { templates } = (await ask(fetch, 'GET /control/v1/templates')).body
  const shipped = (await ask(fetch, 'GET /control/v1/templates/TP_ORDER_SHIPPED')).body
  expect(templates).toContainEqual(shipped)
  const put = (body: unknown) => ask(fetch, 'PUT /control/v1/templates/TP_ORDER_SHIPPED', { body })
  expect((await put({ ...shipped, status: 'disabled' })).status).toBe(200)
  expect((await ask(fetch, 'GET /control/v1/templates/TP_ORDER_SHIPPED')).body.status).toBe('disabled')
  expect((await put({ ...shipped, defaultLanguage: 'sw' })).body.error.message).toContain('"defaultLanguage"')
  expect((await put({ ...shipped, sender: 'none' })).status).toBe(404)
  expect((await put({ ...shipped, code: 'OTHER' })).status).toBe(400)
  expect((await ask(fetch, 'GET /control/v1/templates/NONE')).status).toBe(404)
})

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

test.each([
  ['access-tokens', { person: 'none', sender: 'soko' }, 404],
  ['access-tokens', { person: 'amina', sender: 'none' }, 404],
  ['access-tokens', { person: 'amina', sender: 'soko', lifeMs: 0 }, 400],
  ['access-tokens', { person: 'amina', sender: 'soko', scopes: 'SEND_MESSAGE' }, 400],
  ['sessions', { person: 'none', scope: { kind: 'host' } }, 404],
  ['sessions', { person: 'amina', scope: { kind: 'sender', sender: 'none' } }, 404],
  ['sessions', { person: 'amina', scope: { kind: 'world' } }, 400],
  ['sessions', { person: 'amina' }, 400],
])('%s of %j: %d', async (path, body, status) => {
  const { fetch } = await demoMock()
  expect((await ask(fetch, `POST /control/v1/${path}`, { body })).status).toBe(status)
})

test('DL-6: an item is withdrawn once', async () => {
  const { fetch } = await demoMock()
  const sent = await ask(fetch, `POST ${sendPath}`, { body: service })
  const line = `POST /control/v1/items/${sent.body.data.results[0].itemId}/withdraw`
  expect((await ask(fetch, line)).body).toEqual({ withdrawn: true })
  expect((await ask(fetch, line)).body).toEqual({ withdrawn: false })
})

test('rules are listed and switched', async () => {
  const { fetch } = await demoMock()
  const { rules } = (await ask(fetch, 'GET /control/v1/rules')).body
  const ma3 = rules.find(({ id }: { id: string }) => id.startsWith('MA-3'))
  expect(ma3).toMatchObject({
    enabled: true,
    severity: 'deny',
    source: expect.any(String),
    summary: expect.any(String),
  })
  expect((await ask(fetch, `PUT /control/v1/rules/${ma3.id}`, { body: { enabled: false } })).body).toEqual({
    id: ma3.id,
    enabled: false,
  })
  await ask(fetch, `POST ${sendPath}`, { body: service })
  expect((await ask(fetch, `POST ${sendPath}`, { body: service })).body.code).toBe(0)
  expect((await ask(fetch, 'PUT /control/v1/rules/NONE', { body: { enabled: true } })).status).toBe(404)
  expect((await ask(fetch, `PUT /control/v1/rules/${ma3.id}`, { body: { enabled: 'no' } })).status).toBe(400)
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
