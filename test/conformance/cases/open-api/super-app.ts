import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { idOfTemplate, refusedTemplate, sendTemplate } from '../../requests.ts'
import { moveTo, type Table } from '../../table.ts'
import { noon } from '../../world.ts'

const dl11 = statement('DL-11')

const patienceMs = 5_000

/** The platform's own stand-in is the super app, so that it can be asked what it got. */
async function handOn(table: Table, answers: readonly Json[] = []): Promise<void> {
  equal((await table.put('/control/v1/stand-in', { answers })).status, 200, 'status of the script')
  const url = `${table.baseUrl}/control/v1/stand-in`
  equal((await table.put('/control/v1/super-app', { url })).status, 200, 'status of the super app')
}

/** Message ids by call. */
async function calls(table: Table): Promise<string[][]> {
  const { body } = await table.get('/control/v1/stand-in')
  return list(at(body, 'calls')).map((call) => list(at(call, 'messages')).map((one) => String(at(one, 'messageId'))))
}

/** Waits for rows about calls until what the stand-in got is enough. */
async function until(table: Table, enough: (got: readonly string[][]) => boolean): Promise<string[][]> {
  let after = '0'
  for (;;) {
    const got = await calls(table)
    if (enough(got)) return got
    const rows = list(at((await inTime(table.get(`/control/v1/journal/stream?after=${after}`))).body, 'rows'))
    claim(rows.length > 0, 'the super app gets what it should')
    after = String(at(rows.at(-1), 'id'))
  }
}

function inTime<Value>(value: Promise<Value>): Promise<Value> {
  return Promise.race([
    value,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('nothing more was handed on')), patienceMs)),
  ])
}

dl11.accepts('45 messages at once and hands each on once, at most 20 a call', async (table) => {
  await handOn(table)
  const answers = await Promise.all(
    Array.from({ length: 45 }, (_, number) => sendTemplate(table, { requestId: `r-${number}` })),
  )
  const ids = answers.map(idOfTemplate)
  const got = await until(table, (seen) => seen.flat().length >= 45)
  claim(
    got.every((call) => call.length <= 20),
    'a call has at most 20 messages',
  )
  equal([...got.flat()].sort(), ids.sort(), 'messages')
})

dl11.accepts('and tries again what the super app wants again', async (table) => {
  await handOn(table, [{ results: [{ success: false, retry: true }] }, { resultStatus: 'U' }, { status: 503 }])
  const id = idOfTemplate(await sendTemplate(table))
  for (let tries = 1; tries <= 4; tries += 1) {
    const got = await until(table, (seen) => seen.length >= tries)
    equal(got.at(-1) ?? null, [id], `messages of call ${tries}`)
    await outcomeOf(table, tries)
    await moveTo(table, noon + tries * 60_000)
  }
})

/** A call is over when its row is written. */
async function outcomeOf(table: Table, tries: number): Promise<void> {
  let after = '0'
  for (let rows = 0; rows < tries; ) {
    const page = list(at((await inTime(table.get(`/control/v1/journal/stream?after=${after}`))).body, 'rows'))
    for (const row of page) if (String(at(row, 'kind')) === 'outbound') rows += 1
    after = String(at(page.at(-1), 'id') ?? after)
  }
}

for (const [what, answer] of [
  ['what the super app does not want again', { results: [{ success: false, retry: false }] }],
  ['what it answered F to', { resultStatus: 'F' }],
] as const)
  dl11.refuses(`${what} a second call`, async (table) => {
    await handOn(table, [answer])
    const first = idOfTemplate(await sendTemplate(table))
    await until(table, (seen) => seen.length >= 1)
    await outcomeOf(table, 1)
    await moveTo(table, noon + 3_600_000)
    const second = idOfTemplate(await sendTemplate(table, { requestId: 'later' }))
    equal(await until(table, (seen) => seen.length >= 2), [[first], [second]], 'messages by call')
  })

dl11.refuses('to hand on a message that was refused, or one that was repeated', async (table) => {
  await handOn(table)
  refusedTemplate(await sendTemplate(table, { templateCode: 'TP_NEVER' }), 'TEMPLATE_NOT_EXIST', 'OA-12')
  const first = idOfTemplate(await sendTemplate(table))
  idOfTemplate(await sendTemplate(table))
  const last = idOfTemplate(await sendTemplate(table, { requestId: 'last' }))
  const got = await until(table, (seen) => seen.flat().includes(last))
  equal(got.flat(), [first, last], 'messages')
})

export const superApp = dl11.cases
