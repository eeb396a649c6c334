import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list, pluck } from '../../json.ts'
import { accepted, sendService, sendTemplate, sendText, speaksFor } from '../../requests.ts'
import { explained, moveTo, type Table } from '../../table.ts'
import { day, noon } from '../../world.ts'

const x1 = statement('X-1')

x1.accepts('and says so: verdict ok, and the word of every rule in the journal', async (table) => {
  const answer = await sendService(table)
  accepted(answer)
  const row = await explained(table, answer)
  equal(row.status, 200, 'status of the row')
  equal(at(row.body, 'id'), answer.journalId, 'id of the row')
  const rules = pluck(at(row.body, 'explanation'), 'rule').map(String)
  for (const rule of ['MA-3', 'MA-4', 'MA-5', 'MA-6', 'MA-8', 'MA-9', 'MA-10', 'MA-11', 'MA-12'])
    claim(
      rules.some((one) => speaksFor(one, rule)),
      `${rule} has its word on an accepted send: ${table.last()}`,
    )
})

const refusals: readonly (readonly [string, (table: Table) => Promise<Json | undefined>])[] = [
  ['MA-3', async (table) => sendService(table).then(() => denialOf(table, sendService(table)))],
  ['MA-4', (table) => denialOf(table, sendService(table, { uniqueIds: ['u_cyd'] }))],
  ['MA-6', (table) => denialOf(table, sendService(table, { miniappId: 'mp_bare' }))],
  ['MA-9', (table) => denialOf(table, sendText(table, { title: 'a'.repeat(81) }))],
  ['MA-10', (table) => denialOf(table, sendText(table, { title: 'Hello {name}' }))],
  ['MA-11', (table) => denialOf(table, sendText(table, { title: 'Hello ♥' }))],
  ['MA-12', (table) => denialOf(table, sendText(table, { jumpUrl: 'https://example.test' }))],
]

async function denialOf(table: Table, sending: ReturnType<typeof sendService>): Promise<Json | undefined> {
  const answer = await sending
  const row = await explained(table, answer)
  claim(row.status === 200 && row.text.includes(answer.verdict), `the journal explains the refusal: ${table.last()}`)
  return at(answer.body, 'data.denial') ?? at(answer.body, 'data.results.0.denial')
}

for (const [rule, denial] of refusals)
  x1.refuses(`by ${rule} with rule, source, expectation, what came, and a hint in two languages`, async (table) => {
    const said = await denial(table)
    claim(speaksFor(at(said, 'rule'), rule), `${rule} should speak, ${String(at(said, 'rule'))} does`)
    for (const part of ['source', 'expected', 'received', 'hint.en', 'hint.zh']) {
      const text = at(said, part)
      claim(typeof text === 'string' && text.trim() !== '', `a denial of ${rule} has ${part}: ${JSON.stringify(said)}`)
    }
    claim(/\p{Script=Han}/u.test(String(at(said, 'hint.zh'))), `the Chinese hint of ${rule} is Chinese`)
  })

x1.refuses('a template send with its reasons in the journal', async (table) => {
  const answer = await sendTemplate(table, { accessToken: 'at-late' })
  const row = await explained(table, answer)
  const refusing = list(at(row.body, 'explanation')).find((word) => at(word, 'word') === 'refused')
  claim(speaksFor(at(refusing, 'verdict.rule'), 'OA-10'), `OA-10 speaks in the journal: ${table.last()}`)
  claim(typeof at(refusing, 'verdict.hint.en') === 'string', 'the journal has a hint')
  claim(!row.text.includes('at-late'), 'no token stands in the journal')
})

const x2 = statement('X-2')

x2.accepts('3 and 31 days in no time', async (table) => {
  accepted(await sendService(table))
  equal(at((await table.post('/control/v1/clock', { advanceMs: 3 * day })).body, 'at'), noon + 3 * day, 'at')
  accepted(await sendService(table))
  equal(at((await table.post('/control/v1/clock', { advanceMs: 31 * day })).body, 'at'), noon + 34 * day, 'at')
  equal(at((await sendService(table)).body, 'code'), 70012, 'code after 31 days without use')
})

x2.accepts('an instant in two spellings, also one that lies in the past', async (table) => {
  await moveTo(table, noon - day)
  equal(at((await table.post('/control/v1/clock', { moveTo: '2026-03-02T15:00:00+03:00' })).body, 'at'), noon, 'at')
  equal(at((await table.get('/control/v1/clock')).body, 'at'), noon, 'the clock')
  equal(at((await table.get('/control/v1/clock')).body, 'running'), false, 'whether it runs')
})

for (const body of [
  {},
  { advanceMs: -1 },
  { advanceMs: 'soon' },
  { advanceMs: null },
  { moveTo: 'tomorrow' },
  { moveTo: {} },
  { advanceMs: 1, moveTo: 1 },
  [],
])
  x2.refuses(`a move like ${JSON.stringify(body)}`, async (table) => {
    const answer = await table.post('/control/v1/clock', body as Json)
    equal(answer.status, 400, 'status')
    claim(typeof at(answer.body, 'error.message') === 'string', 'the refusal has a sentence')
    equal(at((await table.get('/control/v1/clock')).body, 'at'), noon, 'the clock')
  })

export const explanations = [...x1.cases, ...x2.cases]
