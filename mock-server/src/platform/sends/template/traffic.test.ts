import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTemplate, aTemplateSend, aWorld, type BuiltPlatform, builtPlatform } from '../../../asked/built-platform.ts'
import type { OpenApiSettings } from '../../world.ts'

type Fields = Parameters<typeof aTemplateSend>[0]

async function codeOf({ sends }: BuiltPlatform, fields: Fields): Promise<string> {
  const outcome = await sends.sendTemplate(aTemplateSend(fields))
  return outcome.accepted ? 'SUCCESS' : String(outcome.verdict.code)
}

const withSettings = (openApi: OpenApiSettings) => builtPlatform({ world: aWorld({ openApi }) })

test('OA-8: of many requests at once exactly as many pass as the operator allows', async () => {
  const platform = await withSettings({ rate: { messages: 7, perMs: 1_000 } })
  const codes = await Promise.all(Array.from({ length: 20 }, (_, id) => codeOf(platform, { requestId: `r${id}` })))
  expect(codes.filter((code) => code === 'SUCCESS')).toHaveLength(7)
  expect(new Set(codes)).toEqual(new Set(['SUCCESS', 'REQUEST_TRAFFIC_EXCEED_LIMIT']))
  await platform.clock.advance(1_000)
  expect(await codeOf(platform, { requestId: 'later' })).toBe('SUCCESS')
})

test('OA-8: of many messages to one person at once exactly as many pass as the super app allows', async () => {
  const platform = await withSettings({ profile: 'current', frequency: { messages: 3, perMs: 60_000 } })
  const codes = await Promise.all(Array.from({ length: 9 }, (_, id) => codeOf(platform, { requestId: `r${id}` })))
  expect(codes.filter((code) => code === 'SUCCESS')).toHaveLength(3)
  expect(await codeOf(platform, { requestId: 'p1', accessToken: 'token-p1' })).toBe('SUCCESS')
  expect((await platform.log(await platform.session())).filter(({ type }) => type === 'added')).toHaveLength(3)
})

test('OA-8: consent is per channel and sender, and the profile source does not know it', async () => {
  const platform = await withSettings({ profile: 'current' })
  await platform.tenant.putConsent({ person: 'ada', sender: 'shop', channel: 'PUSH', agreed: false })
  expect(await codeOf(platform, { requestId: 'a', templateCode: 'T_PUSH' })).toBe('USER_NOT_SUBSCRIBED')
  expect(await codeOf(platform, { requestId: 'b' })).toBe('SUCCESS')
  await platform.tenant.putSettings({ profile: 'source' })
  expect(await codeOf(platform, { requestId: 'c', templateCode: 'T_PUSH' })).toBe('SUCCESS')
})

test.each(['in-review', 'rejected', 'withdrawn', 'disabled'] as const)(
  'OA-12: a template that is %s is none',
  async (status) => {
    const platform = await builtPlatform()
    await platform.directory.putTemplate(aTemplate('T_INBOX', { status }))
    expect(await codeOf(platform, {})).toBe('TEMPLATE_NOT_EXIST')
  },
)

test('OA-12, OA-9: a repeated request gets its answer although the template was disabled since', async () => {
  const platform = await builtPlatform()
  expect(await codeOf(platform, {})).toBe('SUCCESS')
  await platform.directory.putTemplate(aTemplate('T_INBOX', { status: 'disabled' }))
  expect(await codeOf(platform, {})).toBe('SUCCESS')
})

test('OA-9: 200 at once with one requestId deliver once', async () => {
  const platform = await builtPlatform()
  const codes = await Promise.all(Array.from({ length: 200 }, () => codeOf(platform, {})))
  expect(new Set(codes)).toEqual(new Set(['SUCCESS']))
  expect((await platform.log(await platform.session())).filter(({ type }) => type === 'added')).toHaveLength(1)
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '${order}',
    '${who}',
    '$&',
    '$1',
    "$'",
    '$$',
    '${',
    '}',
    '<b>${order}</b>',
    '__proto__',
    '\n${who}\n',
  ),
)

test('OA-6: whatever a value is, it stands in the text once and is never expanded again', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (who, order) => {
      const platform = await builtPlatform()
      const templates = [{ language: 'en-US', parameters: { who, order } }]
      expect(await codeOf(platform, { templateCode: 'T_SMS', templates })).toBe('SUCCESS')
      const [text] = await platform.texts.of('ada')
      expect(text?.text).toBe(['Hello ', who, ', order ', order, ' is on its way.'].join(''))
    }),
    { numRuns: 100 },
  )
})
