import { expect, test } from 'vitest'
import { ask } from './asked.ts'
import { data, desk, templateId } from './official-desk.ts'
import { ada, chen } from './official-world.ts'

async function subscriptions() {
  const mock = await desk()
  const { fetch, post } = mock
  return {
    ...mock,
    agree: (openid: string, body: object = { templateId }) =>
      ask(fetch, `POST /control/v1/official-accounts/harbour/followers/${openid}/subscriptions`, { body }),
    bizsend: (changes: object = {}) =>
      post('/cgi-bin/message/subscribe/bizsend', { touser: chen, template_id: templateId, data, ...changes }),
    once: (changes: object = {}) =>
      post('/cgi-bin/message/template/subscribe', {
        ...{ touser: chen, template_id: 'once-1', url: 'https://harbour.test/', scene: '1000', title: 'Parcel' },
        data: { content: { value: 'Your parcel is here.', color: '#ff0000' } },
        ...changes,
      }),
  }
}

test('WT-2: a subscription is one message, to followers and others', async () => {
  const { agree, bizsend, inbox } = await subscriptions()
  expect((await bizsend()).body).toMatchObject({ errcode: 43101 })
  expect((await agree(chen)).body).toEqual({ left: 1 })
  expect((await bizsend({ page: 'https://harbour.test/o/1' })).body).toEqual({ errcode: 0, errmsg: 'ok' })
  expect((await bizsend()).body.errcode).toBe(43101)
  expect(await inbox('chen')).toMatchObject([
    { kind: 'template', title: 'Order notification', jump: { kind: 'web', url: 'https://harbour.test/o/1' } },
  ])
})

test('acceptances add up, and ten sends at once spend no more than there are', async () => {
  const { agree, bizsend, inbox } = await subscriptions()
  expect((await agree(chen, { templateId, messages: 3 })).body).toEqual({ left: 3 })
  const answers = await Promise.all(Array.from({ length: 10 }, () => bizsend()))
  expect(answers.filter(({ body }) => body.errcode === 0)).toHaveLength(3)
  expect(await inbox('chen')).toHaveLength(3)
})

test('a one-time subscription shows its own title and content', async () => {
  const { agree, once, inbox } = await subscriptions()
  await agree(chen, { templateId: 'once-1' })
  expect((await once()).body).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(await inbox('chen')).toEqual([
    {
      kind: 'template',
      title: 'Parcel',
      lines: [{ text: 'Your parcel is here.' }],
      jump: { kind: 'web', url: 'https://harbour.test/' },
    },
  ])
})

test('what is wrong is said, and nothing is spent by it', async () => {
  const { agree, once, bizsend, post } = await subscriptions()
  await agree(chen, { templateId: 'once-1' })
  const wrong = [
    [{ title: 'x'.repeat(16) }, 47003],
    [{ title: undefined }, 47003],
    [{ scene: '10001' }, 47003],
    [{ scene: {} }, 47003],
    [{ data: { content: { value: 'x'.repeat(201) } } }, 47003],
    [{ data: 'x' }, 47003],
    [{ touser: 'oNobody' }, 40003],
    [{ miniprogram: { appid: 'wx1' } }, 40166],
  ] as const
  for (const [changes, code] of wrong) expect((await once(changes)).body.errcode).toBe(code)
  expect((await once()).body.errcode).toBe(0)
  expect((await bizsend({ template_id: 'x'.repeat(43) })).body.errcode).toBe(40037)
  expect((await bizsend({ template_id: 7 })).body.errcode).toBe(40036)
  expect((await post('/cgi-bin/message/subscribe/send', { touser: ada })).body.errcode).toBe(48001)
  expect((await agree('oNobody')).status).toBe(404)
  expect((await agree(chen, { templateId, messages: 0 })).status).toBe(400)
})
