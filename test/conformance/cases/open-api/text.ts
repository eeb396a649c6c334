import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { idOfTemplate, refusedTemplate, sendTemplate, snapshot } from '../../requests.ts'
import type { Table } from '../../table.ts'

const oa3 = statement('OA-3')

const jump = { kind: 'page', sender: 'market', path: 'pages/bill/detail', query: { id: '7' } }

oa3.accepts('an INBOX template with a page: an item on the list', async (table) => {
  const id = idOfTemplate(await sendTemplate(table))
  const first = at(await snapshot(table, 'host-ada'), 'items.0.item')
  equal(at(first, 'placement'), 'list', 'placement')
  equal(at(first, 'message.kind'), 'template', 'kind')
  equal(at(first, 'message.jump'), jump, 'jump')
  equal(typeof id, 'string', 'messageId')
})

oa3.accepts('a PUSH template with a page: a bubble that is not counted', async (table) => {
  idOfTemplate(await sendTemplate(table, { templateCode: 'TP_PUSH' }))
  const { body } = await table.get('/delivery/v1/changes?epoch=&after=0', 'host-ada')
  const epoch = String(at(body, 'epoch'))
  const changes = await table.get(`/delivery/v1/changes?epoch=${encodeURIComponent(epoch)}&after=0`, 'host-ada')
  const added = list(at(changes.body, 'changes')).filter((change) => at(change, 'type') === 'added')
  equal(added.length, 1, 'added changes')
  equal(at(added[0], 'item.placement'), 'bubble', 'placement')
  equal(at(added[0], 'item.message.jump'), jump, 'jump')
  equal(at(await snapshot(table, 'host-ada'), 'counts'), { total: 0, unseen: 0, unread: 0 }, 'counts')
})

oa3.accepts('an SMS template without a page: never an item', async (table) => {
  idOfTemplate(await sendTemplate(table, { templateCode: 'TP_SMS', redirectUrl: undefined }))
  equal(at(await snapshot(table, 'host-ada'), 'counts.total'), 0, 'items')
})

for (const templateCode of ['TP_INBOX', 'TP_PUSH'])
  oa3.refuses(`${templateCode} without a page`, async (table) => {
    refusedTemplate(await sendTemplate(table, { templateCode, redirectUrl: undefined }), 'PARAM_ILLEGAL', 'OA-3')
    refusedTemplate(await sendTemplate(table, { templateCode, redirectUrl: '' }), 'PARAM_ILLEGAL', 'OA-3')
  })

for (const [what, redirectUrl] of [
  ['2,049 characters', `pages/bill/detail?id=${'x'.repeat(2049 - 'pages/bill/detail?id='.length)}`],
  ['an unknown page', 'pages/bill/unknown'],
  ['another host', 'https://example.test/pages/bill/detail'],
  ['a script', 'javascript:alert(1)'],
  ['another mini-program', 'mini://platformapi/startapp?_ariver_appid=P000stall&page=pages%2Fbill%2Fdetail'],
  ['a number', 7],
] as const)
  oa3.refuses(`a redirectUrl that is ${what}`, async (table) => {
    refusedTemplate(await sendTemplate(table, { redirectUrl }), 'PARAM_ILLEGAL', 'OA-3')
  })

const oa4 = statement('OA-4')

const entry = (language: string, who: string): Json => ({ language, templateParameters: { who, order: 'A7' } })

/** The text of the newest item of a person. */
async function text(table: Table, token: string): Promise<string> {
  const first = at(await snapshot(table, token), 'items.0.item.message')
  return `${String(at(first, 'title'))}: ${list(at(first, 'lines'))
    .map((line) => String(at(line, 'text')))
    .join(' ')}`
}

oa4.accepts('five languages', async (table) => {
  const templates = ['en-US', 'fr-FR', 'pt-PT', 'en-GB', 'fr-CA'].map((language) => entry(language, 'Ada'))
  idOfTemplate(await sendTemplate(table, { templates }))
})

oa4.accepts('languages in any case, and takes the exact one before a prefix', async (table) => {
  const templates = [entry('PT-pt', 'one'), entry('pt-br', 'two')]
  idOfTemplate(await sendTemplate(table, { accessToken: 'at-dan', templates }))
  equal(await text(table, 'host-dan'), 'Saindo: Oi two, o pedido A7 saiu.', 'text for pt-BR')
})

oa4.accepts('and takes a prefix of the language of the recipient', async (table) => {
  idOfTemplate(await sendTemplate(table, { templates: [entry('en-US', 'one'), entry('fr-FR', 'two')] }))
  equal(await text(table, 'host-ada'), 'En route: Bonjour two, la commande A7 est partie.', 'text for fr-SN')
})

oa4.accepts('and takes the default of the template when no language fits', async (table) => {
  const templates = [entry('fr-FR', 'one'), entry('en-US', 'two')]
  idOfTemplate(await sendTemplate(table, { accessToken: 'at-cyd', templates }))
  equal(await text(table, 'host-cyd'), 'On its way: Hello two, order A7 has left.', 'text for sw-TZ')
})

oa4.accepts('and takes the first when the default was not sent either', async (table) => {
  const templates = [entry('pt-PT', 'one'), entry('fr-FR', 'two')]
  idOfTemplate(await sendTemplate(table, { accessToken: 'at-cyd', templates }))
  equal(await text(table, 'host-cyd'), 'A caminho: Bom dia one, a encomenda A7 saiu.', 'text for sw-TZ')
})

for (const [what, templates] of [
  ['no language', []],
  ['six languages', ['en-US', 'fr-FR', 'pt-PT', 'en-GB', 'fr-CA', 'pt-BR'].map((language) => entry(language, 'Ada'))],
  ['a language twice', [entry('en-US', 'Ada'), entry('EN-us', 'Ben')]],
  ['a language that the template lacks', [entry('en-US', 'Ada'), entry('zu-ZA', 'Ada')]],
  ['an object instead of a list', entry('en-US', 'Ada')],
  ['an entry without a language', [{ templateParameters: { who: 'Ada', order: 'A7' } }]],
  ['nothing at all', undefined],
] as const)
  oa4.refuses(what, async (table) => {
    refusedTemplate(await sendTemplate(table, { templates }), 'PARAM_ILLEGAL', 'OA-4')
  })

const oa6 = statement('OA-6')

const filled = (templateParameters: Json) => ({ templates: [{ language: 'en-US', templateParameters }] })

oa6.accepts('parameters, and fills them in', async (table) => {
  idOfTemplate(await sendTemplate(table))
  equal(await text(table, 'host-ada'), 'On its way: Hello Ada, order A7 has left.', 'text')
})

oa6.accepts('values as text: no markup, and never expanded again', async (table) => {
  idOfTemplate(await sendTemplate(table, filled({ who: '<b>${order}</b>', order: "$& $1 $' ${who}" })))
  equal(await text(table, 'host-ada'), "On its way: Hello <b>${order}</b>, order $& $1 $' ${who} has left.", 'text')
})

oa6.accepts('parameters that are too many', async (table) => {
  idOfTemplate(await sendTemplate(table, filled({ who: 'Ada', order: 'A7', colour: 'red' })))
  equal(await text(table, 'host-ada'), 'On its way: Hello Ada, order A7 has left.', 'text')
})

oa6.refuses('a missing parameter', async (table) => {
  refusedTemplate(await sendTemplate(table, filled({ who: 'Ada' })), 'PARAM_ILLEGAL', 'OA-6')
})

oa6.refuses('a parameter that only every object has', async (table) => {
  refusedTemplate(await sendTemplate(table, filled({ who: 'Ada', toString: 'A7' })), 'PARAM_ILLEGAL', 'OA-6')
})

export const templateText = [...oa3.cases, ...oa4.cases, ...oa6.cases]
