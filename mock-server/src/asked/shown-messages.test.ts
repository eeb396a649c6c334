import { expect, test } from 'vitest'
import { ask, demoMock, service, template } from './asked.ts'

const openid = 'oJ7rn4minaBqT2x0XcWvEd81Kp5s'

async function shownBy(path: string, body: unknown) {
  const { fetch } = await demoMock()
  return (await ask(fetch, `POST /control/v1${path}`, { body })).body
}

test('MA-8, X-1: the answer to what the rules would say holds the message as it would be shown, refused or not', async () => {
  const { shown } = await shownBy('/explain', service)
  const { title, content } = service.message
  const jump = { kind: 'page', sender: 'kijani', path: 'pages/bill/detail', query: { id: '2041' } }
  expect(shown).toEqual({ message: { kind: 'service', title, content, jump }, placement: 'list' })
  const refused = await shownBy('/explain', { ...service, message: { ...service.message, title: 'Win ${prize}' } })
  expect(refused).toMatchObject({ passes: false, shown: { message: { title: 'Win ${prize}' } } })
  expect(await shownBy('/explain', { miniappId: 'mp_kijani', messageId: 'none' })).not.toHaveProperty('shown')
})

test('OA-4, OA-6: a template message is shown filled in, in the language that was picked; an unknown one is not', async () => {
  const { shown } = await shownBy('/explain', template)
  expect(shown).toMatchObject({
    message: { kind: 'template', lines: [{ text: 'Hello Amina, order 7781 left our store and arrives on Friday.' }] },
    placement: 'list',
    language: 'en-US',
  })
  expect(await shownBy('/explain', { ...template, templateCode: 'NONE' })).not.toHaveProperty('shown')
})

test('WT-10.2, CS-1: so are messages of official accounts', async () => {
  const data = { keyword1: { value: '80041' }, keyword2: { value: 'KSh 7' }, keyword3: { value: '30 May' } }
  const body = { touser: openid, template_id: 'Jw3nQx8TbVd1yZk5RmL0cHsPfGa7uEoWi2B9vNtXq4e', data }
  const { shown } = await shownBy('/official-accounts/jirani/explain', body)
  expect(shown.message).toMatchObject({ kind: 'template', title: 'Water bill payment reminder' })
  expect(JSON.stringify(shown.message.lines)).toContain('80041')
  const said = { touser: openid, msgtype: 'text', text: { content: 'Hello' } }
  expect((await shownBy('/official-accounts/jirani/explain-customer', said)).shown).toEqual({
    message: { kind: 'customer', type: 'text', text: 'Hello' },
    placement: 'list',
  })
})
