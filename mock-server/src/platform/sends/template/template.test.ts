import type { InboxItem } from '@minibell/protocol'
import { expect, test } from 'vitest'
import {
  aPerson,
  aSender,
  aTemplate,
  aTemplateSend,
  aWorld,
  type BuiltPlatform,
  builtPlatform,
  dayMs,
} from '../../../asked/built-platform.ts'

type Fields = Parameters<typeof aTemplateSend>[0]

const send = ({ sends }: BuiltPlatform, fields?: Fields) => sends.sendTemplate(aTemplateSend(fields))

async function item(platform: BuiltPlatform): Promise<InboxItem> {
  const page = await platform.delivery.snapshot(await platform.session(), { max: 1 })
  const [first] = page === 'malformed-cursor' ? [] : page.items
  if (!first) throw new Error('There is no item.')
  return first.item
}

const en = (parameters: Readonly<Record<string, string>>) => [{ language: 'en-US', parameters }]

test('OA-3, OA-6: an INBOX template is filled in and listed, with its page', async () => {
  const platform = await builtPlatform()
  expect(await send(platform)).toMatchObject({ accepted: true, offset: 2 })
  expect(await item(platform)).toMatchObject({
    sender: 'shop',
    placement: 'list',
    language: 'en-US',
    message: {
      kind: 'template',
      title: 'Order 7',
      lines: [{ text: 'Hello Ada, order 7 is on its way.' }],
      jump: { kind: 'page', sender: 'shop', path: 'pages/detail', query: { id: '1' } },
    },
  })
})

test('OA-3: a PUSH template is a bubble and counts nowhere', async () => {
  const platform = await builtPlatform()
  await send(platform, { templateCode: 'T_PUSH' })
  expect(await item(platform)).toMatchObject({ placement: 'bubble' })
  expect(await platform.delivery.counts(await platform.session())).toEqual({ total: 0, unseen: 0, unread: 0 })
})

test('OA-3: an SMS template is a text and never in the inbox; it needs no redirectUrl', async () => {
  const platform = await builtPlatform()
  const { redirectUrl: _, ...request } = aTemplateSend({ templateCode: 'T_SMS' })
  expect(await platform.sends.sendTemplate(request)).toMatchObject({ accepted: true, offset: 0 })
  expect(await platform.texts.of('ada')).toMatchObject([
    { sender: 'shop', text: 'Hello Ada, order 7 is on its way.', language: 'en-US', sentAt: platform.clock.now() },
  ])
  expect((await platform.delivery.position(await platform.session())).top).toBe(0)
  expect(platform.journal.read({}).at(-1)).toMatchObject({ kind: 'text', person: 'ada', sender: 'shop' })
})

test.each(['T_INBOX', 'T_PUSH'])('OA-3: %s without redirectUrl is refused', async (templateCode) => {
  const platform = await builtPlatform()
  const { redirectUrl: _, ...request } = aTemplateSend({ templateCode })
  expect(await platform.sends.sendTemplate(request)).toMatchObject({
    verdict: { rule: 'OA-3.redirect', code: 'PARAM_ILLEGAL' },
  })
  platform.rules.setEnabled('OA-3.redirect', false)
  expect(await platform.sends.sendTemplate(request)).toMatchObject({ accepted: true })
  expect(await item(platform)).not.toHaveProperty('message.jump')
})

test.each([
  'pages/none',
  'https://evil.example',
  '//evil.example',
  'pages/../detail',
  'pages/detail/',
  ' pages/detail',
])('OA-3: redirectUrl %s is no page of the mini-program', async (redirectUrl) => {
  const platform = await builtPlatform()
  expect(await send(platform, { redirectUrl })).toMatchObject({ verdict: { rule: 'OA-3.page', code: 'PARAM_ILLEGAL' } })
  platform.rules.setEnabled('OA-3.page', false)
  expect(await send(platform, { redirectUrl })).toMatchObject({ accepted: true })
})

test.each([
  ['exact', 'fr-FR', ['en-US', 'fr-FR'], 'fr-FR'],
  ['in another case', 'FR-fr', ['en-US', 'fr-FR'], 'fr-FR'],
  ['by prefix', 'fr-SN', ['en-US', 'fr-FR'], 'fr-FR'],
  ['by the template’s default', 'sw', ['fr-FR', 'en-US'], 'en-US'],
  ['the first, when the default was not sent', 'sw', ['fr-FR'], 'fr-FR'],
])('OA-4: the language is picked %s', async (_, language, sent, expected) => {
  const platform = await builtPlatform({ world: { ...aWorld({ people: 0 }), persons: [aPerson('ada', { language })] } })
  const parameters = { who: 'Ada', order: '7' }
  await send(platform, { templates: sent.map((each) => ({ language: each, parameters })) })
  expect(await item(platform)).toMatchObject({ language: expected })
})

test.each([
  ['an unknown language', ['de-DE']],
  ['a repeated language', ['en-US', 'en-US']],
  ['a language repeated in another case', ['en-US', 'EN-us']],
])('OA-4: %s is refused', async (_, languages) => {
  const platform = await builtPlatform()
  const templates = languages.map((language) => ({ language, parameters: { who: 'Ada', order: '7' } }))
  expect(await send(platform, { templates })).toMatchObject({
    verdict: { rule: 'OA-4.language', code: 'PARAM_ILLEGAL' },
  })
  platform.rules.setEnabled('OA-4.language', false)
  expect(await send(platform, { templates })).toMatchObject({ accepted: true })
})

test('OA-6: a missing parameter is refused, whatever language is picked', async () => {
  const platform = await builtPlatform()
  const templates = [...en({ who: 'Ada', order: '7' }), { language: 'fr-FR', parameters: { who: 'Ada' } }]
  expect(await send(platform, { templates })).toMatchObject({
    verdict: { rule: 'OA-6.parameters', code: 'PARAM_ILLEGAL', expected: expect.stringContaining('order') },
  })
  expect(await send(platform, { templates: en({}) })).toMatchObject({ verdict: { rule: 'OA-6.parameters' } })
})

test('OA-6: an extra parameter is ignored and noted', async () => {
  const platform = await builtPlatform()
  const outcome = await send(platform, { templates: en({ who: 'Ada', order: '7', colour: 'red' }) })
  expect(outcome).toMatchObject({ accepted: true })
  expect(outcome.explanation.find(({ rule }) => rule === 'OA-6.parameters')).toMatchObject({
    word: 'warned',
    verdict: { received: expect.stringContaining('colour') },
  })
})

test('OA-6: values are text: never markup, never expanded again', async () => {
  const platform = await builtPlatform()
  await send(platform, { templates: en({ who: '${order} <b>$&$1</b>', order: '${who}' }) })
  expect(await item(platform)).toMatchObject({
    message: { lines: [{ text: 'Hello ${order} <b>$&$1</b>, order ${who} is on its way.' }] },
  })
})

test('OA-6: an empty value is a value; a name of Object’s own is none', async () => {
  const platform = await builtPlatform()
  expect(await send(platform, { templates: en({ who: '', order: '' }) })).toMatchObject({ accepted: true })
  const texts = { 'en-US': { title: 'T', content: '${constructor} ${__proto__}' } }
  await platform.directory.putTemplate(aTemplate('T_ODD', { texts }))
  const odd = { templateCode: 'T_ODD', requestId: 'r2', templates: en({}) }
  expect(await send(platform, odd)).toMatchObject({ verdict: { rule: 'OA-6.parameters' } })
})

test('OA-6: lines of a template become lines of the message', async () => {
  const platform = await builtPlatform()
  await platform.directory.putTemplate(
    aTemplate('T_LINES', { texts: { en: { title: 'T', content: 'One\nTwo ${x}' } } }),
  )
  await send(platform, { templateCode: 'T_LINES', templates: [{ language: 'en', parameters: { x: '2' } }] })
  expect(await item(platform)).toMatchObject({ message: { lines: [{ text: 'One' }, { text: 'Two 2' }] } })
})

test.each([
  ['OA-10.token', 'INVALID_ACCESS_TOKEN', { accessToken: 'never-issued' }],
  ['OA-10.expired', 'EXPIRED_ACCESS_TOKEN', { accessToken: 'old' }],
  ['OA-10.app', 'ACCESS_DENIED', { accessToken: 'of-taxi' }],
  ['OA-10.scope', 'ACCESS_DENIED', { accessToken: 'no-scope' }],
  ['OA-12.template', 'TEMPLATE_NOT_EXIST', { templateCode: 'T_NONE' }],
  ['OA-12.template', 'TEMPLATE_NOT_EXIST', { templateCode: 'T_OF_TAXI' }],
  ['OA-12.template', 'TEMPLATE_NOT_EXIST', { templateCode: 'T_REVIEW' }],
])('%s: %s, and switched off it never speaks', async (rule, code, fields) => {
  const platform = await builtPlatform()
  const grant = { person: 'ada', sender: 'shop', expiresAt: platform.clock.now() + dayMs, scopes: ['SEND_MESSAGE'] }
  await platform.directory.issueAccessToken({ ...grant, token: 'old', expiresAt: platform.clock.now() })
  await platform.directory.issueAccessToken({ ...grant, token: 'of-taxi', sender: 'taxi' })
  await platform.directory.issueAccessToken({ ...grant, token: 'no-scope', scopes: ['OTHER'] })
  await platform.directory.putTemplate(aTemplate('T_OF_TAXI', { sender: 'taxi' }))
  await platform.directory.putTemplate(aTemplate('T_REVIEW', { status: 'in-review' }))
  expect(await send(platform, fields)).toMatchObject({ accepted: false, verdict: { rule, code } })
  platform.rules.setEnabled(rule, false)
  expect(await send(platform, fields)).toMatchObject({ accepted: true })
})

test('OA-10: a token is valid to its last millisecond', async () => {
  const platform = await builtPlatform()
  await platform.clock.advance(30 * dayMs - 1)
  expect(await send(platform)).toMatchObject({ accepted: true })
  await platform.clock.advance(1)
  expect(await send(platform, { requestId: 'r2' })).toMatchObject({ verdict: { rule: 'OA-10.expired' } })
})

test.each([{ capability: 'revoked' }, { status: 'removed' }] as const)(
  'OA-12: with %o the feature is denied first',
  async (fields) => {
    const platform = await builtPlatform()
    await platform.directory.putSender(aSender('shop', { platform: 'open-api', ...fields }))
    const outcome = await send(platform, { accessToken: 'never-issued' })
    expect(outcome).toMatchObject({ verdict: { rule: 'OA-12.capability', code: 'ACCESS_DENIED' } })
  },
)

test('no rule of the MiniApp platform speaks: two sends at once, to somebody inactive, pass', async () => {
  const platform = await builtPlatform()
  await platform.directory.recordUse({ person: 'ada', sender: 'shop', at: null })
  for (const requestId of ['r1', 'r2']) expect(await send(platform, { requestId })).toMatchObject({ accepted: true })
  const { explanation } = await send(platform, { requestId: 'r3' })
  expect(explanation.filter(({ rule }) => rule.startsWith('MA-'))).toEqual([])
})
