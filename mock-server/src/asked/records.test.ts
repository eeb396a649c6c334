import { expect, test } from 'vitest'
import { ask, dayMs, demoMock, openPath, startAt, template } from './asked.ts'

type Fetch = Awaited<ReturnType<typeof demoMock>>['fetch']

const message = async (fetch: Fetch, line: string, body?: unknown) => {
  const answer = await ask(fetch, line, { body })
  return [answer.status, answer.body.error?.message]
}

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
