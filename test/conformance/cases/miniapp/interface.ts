import { statement } from '../../case.ts'
import { among, claim, equal } from '../../claim.ts'
import { at, type Json, list, pluck } from '../../json.ts'
import { accepted, message, refused, sendService, snapshot } from '../../requests.ts'
import type { Table } from '../../table.ts'

const ma7 = statement('MA-7')

const register = (table: Table, changes: { readonly [key: string]: Json } = {}) =>
  table.post('/miniapp/v1/messages', { miniappId: 'mp_tide', ...message, ...changes })

ma7.accepts('a registered message, sent by its id', async (table) => {
  const registered = await register(table)
  equal(at(registered.body, 'code'), 0, 'code of registering')
  const messageId = at(registered.body, 'data.messageId') ?? null
  claim(typeof messageId === 'string' && messageId !== '', 'registering answers a messageId')
  const answer = await table.post('/miniapp/v1/messages/send', {
    miniappId: 'mp_tide',
    uniqueIds: ['u_ada', 'u_ben'],
    messageId,
  })
  accepted(answer)
  equal(at(answer.body, 'data.messageId'), messageId, 'messageId')
  equal([...pluck(at(answer.body, 'data.results'), 'uniqueId')].map(String), ['u_ada', 'u_ben'], 'order of the results')
})

ma7.accepts('an inline message, and delivers it as it was written', async (table) => {
  const item = accepted(await sendService(table))
  const listed = at(await snapshot(table, 'host-ada'), 'items.0')
  equal(at(listed, 'item.id'), item, 'id of the listed item')
  equal(at(listed, 'item.sender'), 'tide', 'sender')
  equal(at(listed, 'item.message.kind'), 'service', 'kind')
  equal(at(listed, 'item.message.title'), 'Your bill for March', 'title')
  equal(at(listed, 'item.message.content'), '1,240 is due on 28 March.', 'content')
  equal(
    at(listed, 'item.message.jump'),
    { kind: 'page', sender: 'tide', path: 'pages/bill/detail', query: { id: '2041' } },
    'jump',
  )
})

ma7.accepts('a repeated request once, with the same answer', async (table) => {
  const first = await sendService(table, { requestId: 'again' })
  accepted(first)
  const second = await sendService(table, { requestId: 'again' })
  equal(second.body, first.body, 'answer to the repetition')
  equal(list(at(await snapshot(table, 'host-ada'), 'items')).length, 1, 'items after the repetition')
})

ma7.refuses('a repeated request id with another body', async (table) => {
  accepted(await sendService(table, { requestId: 'again' }))
  refused(await sendService(table, { requestId: 'again', uniqueIds: ['u_ben'] }), 70009, 'MA-7')
})

ma7.refuses('a message that was never registered, or by another mini-program', async (table) => {
  const send = { miniappId: 'mp_tide', uniqueIds: ['u_ada'] }
  refused(await table.post('/miniapp/v1/messages/send', { ...send, messageId: 'never' }), 70004, 'MA-7')
  const registered = await register(table, { miniappId: 'mp_reef' })
  const messageId = at(registered.body, 'data.messageId') ?? null
  refused(await table.post('/miniapp/v1/messages/send', { ...send, messageId }), 70004, 'MA-7')
})

ma7.refuses('a recipient who is none, and serves the others', async (table) => {
  const { body } = await sendService(table, { uniqueIds: ['u_ada', 'u_nobody', 'c_ben'] })
  equal(at(body, 'code'), 0, 'code of a batch with one accepted recipient')
  equal([...pluck(at(body, 'data.results'), 'code')].map(Number), [0, 70010, 70010], 'codes of the recipients')
})

ma7.refuses('a second message to somebody who is named twice', async (table) => {
  const { body } = await sendService(table, { uniqueIds: ['u_ada', 'u_ada'] })
  equal([...pluck(at(body, 'data.results'), 'code')].map(Number), [0, 70013], 'codes of the recipients')
})

const nobody: readonly (readonly [string, { readonly [key: string]: Json }])[] = [
  ['no recipient', { uniqueIds: [] }],
  ['201 recipients', { uniqueIds: Array.from({ length: 201 }, (_, number) => `u_${number}`) }],
  ['recipients that are no list', { uniqueIds: 'u_ada' }],
  ['a recipient that is no text', { uniqueIds: [7] }],
  ['an unknown mini-program', { miniappId: 'mp_nobody' }],
  ['a mini-program that is no text', { miniappId: 7 }],
  ['a message that is no object', { message: 'Hello' }],
  ['both ways of naming a message', { messageId: 'one' }],
  ['a request id of 65 characters', { requestId: 'r'.repeat(65) }],
]

for (const [what, changes] of nobody)
  ma7.refuses(what, async (table) => {
    const answer = await sendService(table, changes)
    refused(answer, 70009, 'MA-7')
    equal(list(at(await snapshot(table, 'host-ada'), 'items')).length, 0, 'items after a refusal')
  })

ma7.refuses('a mini-program that was removed', async (table) => {
  const { body, verdict } = await sendService(table, { miniappId: 'mp_gone' })
  equal(at(body, 'code'), 70001, 'code')
  among(verdict.startsWith('MA-'), [true], 'a rule of the platform speaks')
})

export const messageInterface = ma7.cases
