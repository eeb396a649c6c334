import { claim, equal } from './claim.ts'
import { at, type Json, list } from './json.ts'
import type { Answer, Table } from './table.ts'

/** A message that no rule refuses. */
export const message = {
  title: 'Your bill for March',
  content: '1,240 is due on 28 March.',
  jumpUrl: 'pages/bill/detail?id=2041',
}

/** An inline service message of `tide` to Ada; `changes` replace whole fields. */
export function sendService(table: Table, changes: { readonly [key: string]: Json } = {}): Promise<Answer> {
  return table.post('/miniapp/v1/messages/send', { miniappId: 'mp_tide', uniqueIds: ['u_ada'], message, ...changes })
}

/** The same with another title, content or jump URL. */
export function sendText(table: Table, changes: { readonly [key: string]: Json }): Promise<Answer> {
  return sendService(table, { message: { ...message, ...changes } })
}

export const marketId = 'P0000000000000000000000000market'

/** A template message of `market` to Ada; `changes` replace whole fields. */
export function sendTemplate(
  table: Table,
  changes: { readonly [key: string]: Json | undefined } = {},
): Promise<Answer> {
  return table.post('/v2/miniprogram/message/send', {
    appId: marketId,
    accessToken: 'at-ada',
    requestId: 'request-1',
    templateCode: 'TP_INBOX',
    redirectUrl: 'pages/bill/detail?id=7',
    templates: [{ language: 'en-US', templateParameters: { who: 'Ada', order: 'A7' } }],
    ...changes,
  })
}

/** `count` listed items for Ada from `market`, their titles all alike; their ids, oldest first. */
export async function fill(table: Table, count: number, accessToken = 'at-ada'): Promise<string[]> {
  const ids: string[] = []
  for (let number = 1; number <= count; number += 1) {
    const answer = await sendTemplate(table, { accessToken, requestId: `fill-${number}` })
    ids.push(idOfTemplate(answer))
  }
  return ids
}

/** Code 0 for every recipient; the id of the first one's item. */
export function accepted(answer: Answer): string {
  equal(at(answer.body, 'code'), 0, 'code')
  equal(answer.verdict, 'ok', 'minibell-verdict')
  for (const result of list(at(answer.body, 'data.results'))) equal(at(result, 'code'), 0, 'code of a recipient')
  const id = at(answer.body, 'data.results.0.itemId')
  claim(typeof id === 'string' && id !== '', 'an accepted recipient has an itemId')
  return String(id)
}

/** A refusal with that code, told by that statement (`MA-9` or a part of it, `MA-9.title`). */
export function refused(answer: Answer, code: number, rule: string): void {
  equal(at(answer.body, 'code'), code, 'code')
  const denial = at(answer.body, 'data.denial') ?? at(answer.body, 'data.results.0.denial')
  claim(speaksFor(at(denial, 'rule'), rule), `${rule} should speak, ${String(at(denial, 'rule'))} does`)
  claim(speaksFor(answer.verdict, rule), `minibell-verdict should name ${rule}, it says "${answer.verdict}"`)
}

/** The word of one rule on an answered request, by the journal. */
export async function explains(table: Table, { journalId }: Answer, rule: string): Promise<Json> {
  const row = await table.get(`/control/v1/journal/${journalId}`)
  const word = list(at(row.body, 'explanation')).find((one) => at(one, 'rule') === rule)
  return at(word, 'word') ?? null
}

export function speaksFor(rule: Json | undefined, statement: string): boolean {
  return rule === statement || String(rule).startsWith(`${statement}.`)
}

/** `S`; the message's id. */
export function idOfTemplate(answer: Answer): string {
  equal(answer.status, 200, 'HTTP status')
  equal(at(answer.body, 'result.resultStatus'), 'S', 'resultStatus')
  equal(at(answer.body, 'result.resultCode'), 'SUCCESS', 'resultCode')
  const id = at(answer.body, 'messageId')
  claim(typeof id === 'string' && id !== '', 'an S answer has a messageId')
  return String(id)
}

/** `F` with that code, told by that statement. */
export function refusedTemplate(answer: Answer, code: string, rule: string): void {
  equal(answer.status, 200, 'HTTP status')
  equal(at(answer.body, 'result.resultStatus'), 'F', 'resultStatus')
  equal(at(answer.body, 'result.resultCode'), code, 'resultCode')
  claim(speaksFor(answer.verdict, rule), `minibell-verdict should name ${rule}, it says "${answer.verdict}"`)
}

/** First page of a person's inbox. */
export async function snapshot(table: Table, token: string, query = ''): Promise<Json> {
  const answer = await table.get(`/delivery/v1/snapshot${query}`, token)
  equal(answer.status, 200, 'status of the snapshot')
  return answer.body
}

/** What came after a position. */
export async function changes(table: Table, token: string, query: string): Promise<Json> {
  const answer = await table.get(`/delivery/v1/changes?${query}`, token)
  equal(answer.status, 200, 'status of the changes')
  return answer.body
}

/** `{error: {code}}` with that status. */
export function problem(answer: Answer, status: number, code: string): void {
  equal(answer.status, status, 'status')
  equal(at(answer.body, 'error.code'), code, 'error.code')
  claim(typeof at(answer.body, 'error.message') === 'string', 'error.message is a sentence')
}
