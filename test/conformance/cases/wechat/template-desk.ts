import { at, type Json, list } from '../../json.ts'
import type { Answer, Table } from '../../table.ts'
import { ada, appId, follower, office } from './customer-office.ts'

type Changes = { readonly [key: string]: Json }

export const templateId = 'T'.repeat(43)

const wording = 'Order: {{keyword1.DATA}}\nGoods: {{keyword2.DATA}}'

/** A historical template of the account; `kind` and `class` say what it is for. */
export function template(kind: string, kindOf: string, changes: Changes = {}): Json {
  return {
    id: templateId,
    libraryId: 'TM00001',
    form: 'historical',
    title: 'Order notification',
    class: kindOf,
    kind,
    industries: [1],
    content: `{{first.DATA}}\n${wording}\n{{remark.DATA}}`,
    example: 'Dear Ada,\nOrder: 1\nGoods: tea\nThank you.',
    addedAt: 1,
    ...changes,
  }
}

/** An account that may send templates of one kind; Ada was served and agreed to everything, unless `follower` says otherwise. */
export function desk(
  own: Json,
  {
    person = { servedAt: 1, consents: ['*'] },
    ...changes
  }: { readonly person?: Changes; readonly [key: string]: Json | undefined } = {},
): Json {
  const all: { readonly [key: string]: Json | undefined } = {
    sender: { capability: 'granted' },
    plugin: 'open',
    industries: [1, 2],
    followers: [follower(ada, person)],
    templates: own === null ? [] : [own],
    ...changes,
  }
  // `undefined` takes a member away.
  return office(
    Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
  )
}

export const values = {
  first: { value: 'Dear Ada,' },
  keyword1: { value: 'A-1001' },
  keyword2: { value: 'tea' },
  remark: { value: 'Thank you.' },
}

/** A call of the account, its token fetched before. */
export async function call(table: Table, path: string, body?: Json): Promise<Answer> {
  const asked = { grant_type: 'client_credential', appid: appId, secret: 'the-secret' }
  const token = String(at((await table.post('/cgi-bin/stable_token', asked)).body, 'access_token'))
  const target = `/cgi-bin/${path}?access_token=${token}`
  return body === undefined ? table.get(target) : table.post(target, body)
}

export function sendTemplate(table: Table, changes: Changes = {}): Promise<Answer> {
  return call(table, 'message/template/send', { touser: ada, template_id: templateId, data: values, ...changes })
}

/** A user's operation, on record now. */
export function operate(table: Table, body: Changes): Promise<Answer> {
  return table.post(`/control/v1/official-accounts/office/followers/${ada}/operations`, body)
}

export function add(table: Table, id: Json, names?: Json): Promise<Answer> {
  return call(table, 'template/api_add_template', {
    template_id_short: id,
    ...(names === undefined ? {} : { keyword_name_list: names }),
  })
}

export function chooseIndustries(table: Table, first: Json, second: Json): Promise<Answer> {
  return call(table, 'template/api_set_industry', { industry_id1: first, industry_id2: second })
}

/** Titles of the account's own templates. */
export async function ownTitles(table: Table): Promise<readonly Json[]> {
  const { body } = await call(table, 'template/get_all_private_template')
  return list(at(body, 'template_list')).map((row) => at(row, 'title') ?? null)
}

const proposal = {
  industry: 1,
  title: 'Ticket collection notification',
  content:
    '{{first.DATA}}\nTicket number: {{keyword1.DATA}}\nCollection place: {{keyword2.DATA}}\nOpening hours of counter: {{keyword3.DATA}}\n{{remark.DATA}}',
  example:
    'Dear Ms Ade, your ticket is ready.\nTicket number: 17\nCollection place: Gate 4\nOpening hours of counter: 9 to 17\nPlease bring your passport.',
  class: 'instant',
  kind: 'item-receipt',
  rulesRead: true,
}

/** A template for the library, which the reviewer's rules look at at once. */
export function propose(table: Table, changes: Changes = {}): Promise<Answer> {
  return table.post('/control/v1/official-accounts/office/proposals', { ...proposal, ...changes })
}

/** What one rule said of the proposal with that number. */
export async function wordOn(table: Table, number: number, rule: string): Promise<Json> {
  const { body } = await table.get(`/control/v1/template-proposals/${number}`)
  const word = list(at(body, 'explanation')).find((one) => at(one, 'rule') === rule)
  return at(word, 'word') ?? null
}
