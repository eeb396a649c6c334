import { expect, test } from 'vitest'
import { ask, demoMock, openPath, sendPath, service, template } from './asked.ts'

type Word = { readonly rule: string; readonly word: string }

const wordOf = (words: readonly Word[], rule: string) => words.find((each) => each.rule === rule)?.word

test('X-1: every rule is asked of a send that is not made', async () => {
  const mock = await demoMock()
  const { requestId: _, ...question } = { ...service, requestId: 'r', uniqueIds: ['u_amina', 'u_moussa', 'u_none'] }
  const before = await ask(mock.fetch, 'GET /control/v1/world')
  const { status, body } = await ask(mock.fetch, 'POST /control/v1/explain', { body: question })
  expect(status).toBe(200)
  expect(body.passes).toBe(true)
  for (const rule of ['MA-6', 'MA-8.title', 'MA-12.jump', 'MA-5', 'MA-18'])
    expect(wordOf(body.words, rule)).toBe('passed')
  expect(
    body.recipients.map((each: { uniqueId: string; passes: boolean; denial?: { code: number } }) => [
      each.uniqueId,
      each.passes,
      each.denial?.code,
    ]),
  ).toEqual([
    ['u_amina', true, undefined],
    ['u_moussa', false, 70012],
    ['u_none', false, 70010],
  ])
  expect((await ask(mock.fetch, 'GET /control/v1/world')).body).toEqual(before.body)
  expect((await ask(mock.fetch, `POST ${sendPath}`, { body: service })).body.code).toBe(0)
})

test('X-1: a denial stops none of the other rules', async () => {
  const mock = await demoMock()
  const question = {
    miniappId: 'mp_kijani',
    message: { title: '{{name}} ★', content: '', jumpUrl: 'https://other.test' },
  }
  const { body } = await ask(mock.fetch, 'POST /control/v1/explain', { body: question })
  expect([body.passes, body.denial.rule, body.words[0].rule]).toEqual([false, 'MA-8.content', 'MA-8.content'])
  const refused = body.words.filter(({ word }: Word) => word === 'refused').map(({ rule }: Word) => rule)
  expect(refused).toEqual(expect.arrayContaining(['MA-8.content', 'MA-10.title', 'MA-11.title', 'MA-12.jump']))
})

test('X-1: the same question as a query', async () => {
  const mock = await demoMock()
  const { title, content, jumpUrl } = service.message
  const query = new URLSearchParams({ miniappId: 'mp_kijani', uniqueId: 'u_amina', title, content, jumpUrl })
  const { body } = await ask(mock.fetch, `GET /control/v1/explain?${query}`)
  expect([body.passes, body.recipients[0].passes]).toEqual([true, true])
  expect((await ask(mock.fetch, 'GET /control/v1/explain')).status).toBe(400)
  expect((await ask(mock.fetch, 'GET /control/v1/explain?miniappId=mp_none&title=x')).status).toBe(404)
  expect((await ask(mock.fetch, 'POST /control/v1/explain', { body: { miniappId: 'mp_kijani' } })).status).toBe(400)
  const named = await ask(mock.fetch, 'GET /control/v1/explain?miniappId=mp_kijani&messageId=none')
  expect(named.body.denial.rule).toBe('MA-7.registered')
})

test('X-1: a template send is explained by the rules of the open API', async () => {
  const mock = await demoMock()
  const explain = async (changes: object = {}) =>
    (await ask(mock.fetch, 'POST /control/v1/explain', { body: { ...template, ...changes } })).body
  const passing = await explain()
  expect([passing.passes, wordOf(passing.words, 'OA-10.token'), wordOf(passing.words, 'OA-6.parameters')]).toEqual([
    true,
    'passed',
    'passed',
  ])
  const refused = await explain({
    redirectUrl: 'https://other.test',
    templateCode: 'TP_ORDER_SHIPPED',
    templates: [{ language: 'en-US', templateParameters: {} }],
  })
  expect(refused.passes).toBe(false)
  const rules = refused.words.filter(({ word }: Word) => word === 'refused').map(({ rule }: Word) => rule)
  expect(rules).toEqual(expect.arrayContaining(['OA-3.page', 'OA-6.parameters']))
  expect((await ask(mock.fetch, 'POST /control/v1/explain', { body: { ...template, appId: 'none' } })).status).toBe(404)
  expect((await ask(mock.fetch, 'POST /control/v1/explain', { body: { appId: 'x' } })).status).toBe(400)
  expect((await ask(mock.fetch, `POST ${openPath}`, { body: template })).body.result.resultStatus).toBe('S')
})
