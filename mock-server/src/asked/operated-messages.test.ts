import { expect, test } from 'vitest'
import { ask, dayMs, demoMock, sendPath, service } from './asked.ts'

type Mock = Awaited<ReturnType<typeof demoMock>>

const send = (mock: Mock, changes: object = {}) =>
  ask(mock.fetch, `POST ${sendPath}`, { body: { ...service, ...changes } })
const post = async (mock: Mock, path: string, body: unknown = {}) =>
  ask(mock.fetch, `POST /control/v1/${path}`, { body })
const letters = async (mock: Mock, id = 'kijani') =>
  (await ask(mock.fetch, `GET /control/v1/senders/${id}/internal-messages`)).body.messages
const about = async (mock: Mock, id?: string) => (await letters(mock, id)).map((each: { about: string }) => each.about)
const standing = async (mock: Mock, id = 'kijani') =>
  (await ask(mock.fetch, `GET /control/v1/senders/${id}/standing`)).body

async function sentItem(mock: Mock): Promise<string> {
  return (await send(mock)).body.data.results[0].itemId
}

test('MA-18: an operator withdraws a message with a reason; the same words are refused, others are not', async () => {
  const mock = await demoMock()
  const itemId = await sentItem(mock)
  const withdrawn = await post(mock, `items/${itemId}/withdraw`, { reason: 'It frightens people.' })
  expect(withdrawn.body).toEqual({ withdrawn: true })
  await mock.clock.advance(3 * dayMs)
  const denial = (await send(mock)).body.data.denial
  expect([denial.rule, denial.received]).toEqual([
    'MA-18',
    'refused at 2026-03-02T12:00:00.000Z: "It frightens people."',
  ])
  expect((await send(mock, { message: { ...service.message, title: 'Your bill' } })).body.code).toBe(0)
  expect((await standing(mock)).violations).toMatchObject([
    { kind: 'inappropriate', itemId, reason: 'It frightens people.' },
  ])
  expect(await letters(mock)).toMatchObject([{ about: 'withdrawn', itemId, violation: 1 }])
  expect((await post(mock, `items/${itemId}/withdraw`, { reason: 'Again.' })).body).toEqual({ withdrawn: false })
  expect((await ask(mock.fetch, 'POST /control/v1/items/none/withdraw')).body).toEqual({ withdrawn: false })
})

test('MA-15: undeclared, an operator may rule a message false', async () => {
  const mock = await demoMock()
  const itemId = await sentItem(mock)
  await post(mock, `items/${itemId}/withdraw`, { reason: 'The balance suffices.', kind: 'false', degree: 'serious' })
  expect(await standing(mock)).toMatchObject({
    points: 8,
    capability: 'disabled',
    violations: [{ kind: 'false', weight: 8 }],
  })
})

test('MA-18: a registered message that is refused is sent no more, nor registered again', async () => {
  const mock = await demoMock()
  const body = { miniappId: 'mp_kijani', ...service.message }
  const { messageId } = (await ask(mock.fetch, 'POST /miniapp/v1/messages', { body })).body.data
  const refuse = (id: string) => post(mock, `senders/kijani/messages/${id}/refuse`, { reason: 'No.' })
  expect((await refuse(messageId)).status).toBe(200)
  const sent = await ask(mock.fetch, `POST ${sendPath}`, {
    body: { miniappId: 'mp_kijani', uniqueIds: ['u_amina'], messageId },
  })
  expect([sent.body.code, sent.body.data.denial.rule]).toEqual([70002, 'MA-18'])
  expect((await ask(mock.fetch, 'POST /miniapp/v1/messages', { body })).body.data.denial.rule).toBe('MA-18')
  expect((await refuse('none')).status).toBe(404)
})

test('MA-21: a recipient reports an item once; it enters the ledger, the operator and the developer are told', async () => {
  const mock = await demoMock()
  const itemId = await sentItem(mock)
  const report = (body: unknown, token = 'demo-host-amina') =>
    ask(mock.fetch, 'POST /delivery/v1/reports', { token, body })
  expect((await report({ itemId, kind: 'harassing' })).body).toEqual({ repeated: false })
  expect((await report({ itemId, kind: 'false' }, 'demo-kijani-amina')).body).toEqual({ repeated: true })
  expect(await standing(mock)).toMatchObject({
    points: 1,
    violations: [{ source: 'report', kind: 'harassing', weight: 1, itemId, person: 'amina' }],
  })
  expect(await about(mock)).toEqual(['report'])
  expect(mock.journal().filter(({ kind }) => kind === 'governance')).toMatchObject([
    { person: 'amina', sender: 'kijani' },
  ])
  const developer = (await ask(mock.fetch, 'GET /miniapp/v1/capability?miniappId=mp_kijani')).body.data
  expect(JSON.stringify(developer)).not.toContain('amina')
})

test('MA-21: reports of what a session does not see, of no kind and without a token are refused', async () => {
  const mock = await demoMock()
  const itemId = await sentItem(mock)
  const report = async (body: unknown, token?: string) => {
    const answer = await ask(mock.fetch, 'POST /delivery/v1/reports', { body, ...(token && { token }) })
    return [answer.status, answer.body.error.code]
  }
  const kind = 'marketing'
  expect(await report({ itemId, kind }, 'demo-host-moussa')).toEqual([404, 'unknown-item'])
  expect(await report({ itemId, kind }, 'demo-soko-amina')).toEqual([404, 'unknown-item'])
  expect(await report({ itemId: 'none', kind }, 'demo-host-amina')).toEqual([404, 'unknown-item'])
  expect(await report({ itemId, kind: 'boring' }, 'demo-host-amina')).toEqual([400, 'malformed'])
  expect(await report({ itemId, kind })).toEqual([401, 'unauthorized'])
  expect((await standing(mock)).violations).toEqual([])
})
