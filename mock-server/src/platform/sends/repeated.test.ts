import { expect, test } from 'vitest'
import { aTemplateSend, builtPlatform, dayMs } from '../../asked/built-platform.ts'

const content = { title: 'Your bill', content: 'It is due.', jumpUrl: 'pages/detail?id=1' }
const send = { sender: 'bills', recipientIds: ['u_ada', 'u_nobody'], content, requestId: 'r1' }

test('MA-7: the same request id and request give the same answer and deliver nothing again', async () => {
  const platform = await builtPlatform()
  const first = await platform.sends.sendService(send)
  await platform.clock.advance(10 * dayMs)
  const again = await platform.sends.sendService({ ...send, content: { ...content } })
  if (!('outcomes' in first) || !('outcomes' in again)) throw new Error('Both were refused.')
  expect(again.messageId).toBe(first.messageId)
  expect(again.outcomes).toMatchObject([
    { outcome: { accepted: true, repeated: true } },
    { outcome: { accepted: false, verdict: { rule: 'MA-7.recipient' } } },
  ])
  const ids = [first, again].map(({ outcomes: [one] }) => one?.outcome.accepted && one.outcome.itemId)
  expect(ids[0]).toBe(ids[1])
  expect(await platform.delivery.counts(await platform.session())).toMatchObject({ total: 1 })
})

test.each([
  ['another recipient', { recipientIds: ['u_p1'] }],
  ['another title', { content: { ...content, title: 'Another' } }],
  ['a registered message', { content: { messageId: 'm1' } }],
])('MA-7: with the same request id, %s is refused', async (_, fields) => {
  const platform = await builtPlatform()
  await platform.sends.sendService(send)
  const other = await platform.sends.sendService({ ...send, ...fields })
  expect(other).toMatchObject({ whole: { rule: 'MA-7.requestId', code: 70009, received: expect.any(String) } })
  platform.rules.setEnabled('MA-7.requestId', false)
  expect(await platform.sends.sendService({ ...send, ...fields })).not.toHaveProperty('whole')
})

test('MA-7: a request id belongs to one mini-program, and to one kind of request', async () => {
  const platform = await builtPlatform()
  await platform.sends.sendService(send)
  expect(await platform.sends.sendService({ ...send, sender: 'taxi' })).not.toHaveProperty('whole')
  expect(await platform.sends.registerMessage({ sender: 'bills', ...content, requestId: 'r1' })).toMatchObject({
    accepted: true,
  })
})

test('MA-7: a send that was refused to all holds no request id', async () => {
  const platform = await builtPlatform()
  await platform.send()
  expect(await platform.denial({ requestId: 'r1' })).toMatchObject({ rule: 'MA-3' })
  await platform.clock.advance(3 * dayMs)
  expect(await platform.send({ requestId: 'r1', title: 'Another' })).toMatchObject({ accepted: true, repeated: false })
})

test('MA-7: a registration is repeated with its id', async () => {
  const platform = await builtPlatform()
  const registration = { sender: 'bills', ...content, requestId: 'r1' }
  const first = await platform.sends.registerMessage(registration)
  expect(await platform.sends.registerMessage(registration)).toMatchObject({
    messageId: first.accepted && first.messageId,
  })
  const other = await platform.sends.registerMessage({ ...registration, title: 'Another' })
  expect(other).toMatchObject({ accepted: false, verdict: { rule: 'MA-7.requestId' } })
})

test('OA-9: the same body gives the same answer, also after a token refresh and with fields in another order', async () => {
  const platform = await builtPlatform()
  const { body, ...request } = aTemplateSend()
  const first = await platform.sends.sendTemplate({ ...request, body })
  const fresh = await platform.directory.issueAccessToken({
    person: 'ada',
    sender: 'shop',
    expiresAt: platform.clock.now() + dayMs,
    scopes: ['SEND_MESSAGE'],
  })
  const reversed = Object.fromEntries(Object.entries({ ...request, accessToken: fresh }).reverse())
  const again = await platform.sends.sendTemplate({ ...request, accessToken: fresh, body: reversed })
  expect(first).toMatchObject({ accepted: true, repeated: false })
  expect(again).toMatchObject({ accepted: true, repeated: true, itemId: first.accepted && first.itemId })
  expect(await platform.delivery.counts(await platform.session())).toMatchObject({ total: 1 })
})

test('OA-9: a token of another person is another body', async () => {
  const platform = await builtPlatform()
  await platform.sends.sendTemplate(aTemplateSend())
  const other = await platform.sends.sendTemplate(aTemplateSend({ accessToken: 'token-p1' }))
  expect(other).toMatchObject({ accepted: false, verdict: { rule: 'OA-9.requestId', code: 'REPEAT_REQ_INCONSISTENT' } })
})

test('OA-9: another client has its own request ids', async () => {
  const platform = await builtPlatform()
  await platform.sends.sendTemplate(aTemplateSend())
  const other = await platform.sends.sendTemplate(aTemplateSend({ client: 'c2', redirectUrl: 'pages/home' }))
  expect(other).toMatchObject({ accepted: true, repeated: false })
})

test('OA-9: a repeated request is answered though the template is gone', async () => {
  const platform = await builtPlatform()
  await platform.sends.sendTemplate(aTemplateSend())
  const template = await platform.directory.template('T_INBOX')
  if (template) await platform.directory.putTemplate({ ...template, status: 'disabled' })
  expect(await platform.sends.sendTemplate(aTemplateSend())).toMatchObject({ accepted: true, repeated: true })
})

test('OA-9: F runs again, with whatever body', async () => {
  const platform = await builtPlatform()
  expect(await platform.sends.sendTemplate(aTemplateSend({ redirectUrl: 'pages/none' }))).toMatchObject({
    accepted: false,
  })
  expect(await platform.sends.sendTemplate(aTemplateSend())).toMatchObject({ accepted: true, repeated: false })
})

test('OA-9: switched off, another body with the same request id is answered and delivers nothing', async () => {
  const platform = await builtPlatform()
  platform.rules.setEnabled('OA-9.requestId', false)
  await platform.sends.sendTemplate(aTemplateSend())
  const other = await platform.sends.sendTemplate(aTemplateSend({ redirectUrl: 'pages/home' }))
  expect(other).toMatchObject({ accepted: true, repeated: true })
})
