import { expect, test } from 'vitest'
import { ask } from './asked.ts'
import { desk, templateId } from './official-desk.ts'
import { ada } from './official-world.ts'

const path = '/control/v1/official-accounts/harbour'

test('an account’s quotas say what was used of the day and of the month, and what a person still agreed to', async () => {
  const mock = await desk()
  const read = async (line: string): Promise<unknown> => (await ask(mock.fetch, `GET ${path}${line}`)).body
  expect(await read(`/followers/${ada}/subscriptions`)).toEqual({ subscriptions: [] })
  await ask(mock.fetch, `POST ${path}/followers/${ada}/subscriptions`, { body: { templateId, messages: 3 } })
  await ask(mock.fetch, `POST ${path}/followers/${ada}/subscriptions`, { body: { templateId: 'a/b' } })
  await mock.operate({ kind: 'purchase' })
  expect((await mock.send()).body.errcode).toBe(0)
  expect(await read('/quotas')).toEqual({
    templates: { used: 1, most: 100_000 },
    customerService: { used: 0, most: 500_000 },
    resets: { used: 0, most: 10 },
  })
  expect(await read(`/followers/${ada}/subscriptions`)).toEqual({
    subscriptions: [
      { templateId, left: 3 },
      { templateId: 'a/b', left: 1 },
    ],
  })
  await mock.post('/cgi-bin/clear_quota', { appid: 'wxb11529c136998cb6' })
  await ask(mock.fetch, 'PUT /control/v1/wechat', { body: { dailySends: 5 } })
  expect(await read('/quotas')).toMatchObject({ templates: { used: 0, most: 5 }, resets: { used: 1 } })
  expect((await ask(mock.fetch, `GET ${path}/followers/nobody/subscriptions`)).status).toBe(404)
  expect((await ask(mock.fetch, 'GET /control/v1/official-accounts/nobody/quotas')).status).toBe(404)
})

test('the numbers of a day are those that the rules name', async () => {
  const { fetch } = await desk()
  const { body } = await ask(fetch, 'GET /control/v1/rules')
  const sourceOf = (rule: string): string => body.rules.find(({ id }: { id: string }) => id === rule).source
  expect(sourceOf('WT-6.quota')).toContain('100,000')
  expect(sourceOf('CS-1.daily')).toContain('500,000')
})
