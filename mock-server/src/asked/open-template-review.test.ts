import { expect, test } from 'vitest'
import { ask, demoMock, openPath, template } from './asked.ts'

const code = 'TP_READY'
const portal = {
  code,
  sender: 'soko',
  channel: 'INBOX',
  name: 'Ready',
  status: 'in-review',
  defaultLanguage: 'en-US',
  texts: { 'en-US': { title: 'Ready', content: 'Hello ${who}.' } },
}
const send = {
  ...template,
  templateCode: code,
  templates: [{ language: 'en-US', templateParameters: { who: 'Amina' } }],
}

async function inReview() {
  const mock = await demoMock()
  await ask(mock.fetch, `PUT /control/v1/templates/${code}`, { body: portal })
  return {
    ...mock,
    review: (body: object, which = code) => ask(mock.fetch, `POST /control/v1/templates/${which}/review`, { body }),
    send: (requestId: string) => ask(mock.fetch, `POST ${openPath}`, { body: { ...send, requestId } }),
  }
}

test('OA-12: an approved template is sent', async () => {
  const mock = await inReview()
  expect((await mock.send('r-1')).verdict).toBe('OA-12.template')
  expect((await mock.review({ decision: 'approve' })).body).toEqual({ ...portal, status: 'approved' })
  expect((await mock.send('r-2')).body.result.resultStatus).toBe('S')
})

test('OA-12: a rejection has its reason, which every refused send carries, and which a new review forgets', async () => {
  const mock = await inReview()
  expect((await mock.review({ decision: 'reject' })).status).toBe(400)
  expect((await mock.review({ decision: 'reject', reason: 'Too vague' })).body).toMatchObject({
    status: 'rejected',
    reason: 'Too vague',
  })
  const { row } = await mock.send('r-1')
  const { explanation } = (await ask(mock.fetch, `GET /control/v1/journal/${row}`)).body
  expect(explanation[0]).toMatchObject({
    rule: 'OA-12.template',
    verdict: { received: '"TP_READY", which is rejected: "Too vague"' },
  })
  expect((await mock.review({ decision: 'approve' })).status).toBe(409)
  await ask(mock.fetch, `PUT /control/v1/templates/${code}`, { body: portal })
  expect((await mock.review({ decision: 'approve' })).body).not.toHaveProperty('reason')
  expect((await mock.review({ decision: 'approve' }, 'TP_NONE')).status).toBe(404)
})

test('OA-12: the reason is part of a world that goes out and comes in', async () => {
  const mock = await inReview()
  await mock.review({ decision: 'reject', reason: 'Too vague' })
  const { body } = await ask(mock.fetch, 'GET /control/v1/world')
  const other = await demoMock()
  expect((await ask(other.fetch, 'PUT /control/v1/world', { body })).status).toBe(200)
  expect((await ask(other.fetch, `GET /control/v1/templates/${code}`)).body.reason).toBe('Too vague')
})
