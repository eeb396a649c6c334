import type { AccountTemplate } from '../../platform/index.ts'
import { type Industry, industries, industryOf } from '../../platform/official-account/industries.ts'
import type { Answer, Note } from '../answer.ts'
import type { Route } from '../route.ts'
import { type Called, call, type JsonObject } from './call.ts'
import { denied, failed, ok, plainBody } from './wechat-answer.ts'

/** WO-2 to WO-5: industries, and the account's own templates. */
export const templateRoutes: readonly Route[] = [
  call({
    id: 'wechat.industry.set',
    method: 'POST',
    path: '/cgi-bin/template/api_set_industry',
    handle: setIndustry,
  }),
  call({ id: 'wechat.industry.get', method: 'GET', path: '/cgi-bin/template/get_industry', handle: getIndustry }),
  call({ id: 'wechat.template.add', method: 'POST', path: '/cgi-bin/template/api_add_template', handle: add }),
  call({
    id: 'wechat.template.list',
    method: 'GET',
    path: '/cgi-bin/template/get_all_private_template',
    handle: list,
  }),
  call({
    id: 'wechat.template.delete',
    method: 'POST',
    path: '/cgi-bin/template/del_private_template',
    handle: remove,
  }),
]

async function setIndustry(called: Called): Promise<Answer> {
  const { platform, body, sender } = called
  const first = codeOf(body['industry_id1'])
  const second = codeOf(body['industry_id2'])
  const note = noteOf(called, 'chooses its industries')
  if (first === undefined || second === undefined) return failed({ code: 40103, at: platform.clock.now(), note })
  const outcome = await platform.official.opening.setIndustries(sender.id, [first, second])
  const known = { ...note, explanation: outcome.explanation }
  if (!outcome.accepted) return denied(outcome.verdict, { at: platform.clock.now(), note: known })
  return ok({ ...known, summary: `${note.summary}: ${first} and ${second}, ${outcome.deleted.length} templates left` })
}

async function getIndustry(called: Called): Promise<Answer> {
  const { account, platform } = called
  const note = noteOf(called, 'reads its industries')
  const [first, second] = account.industries ?? []
  if (first === undefined || second === undefined) return failed({ code: 40102, at: platform.clock.now(), note })
  return plainBody(
    { primary_industry: classes(industryOf(first)), secondary_industry: classes(industryOf(second)) },
    note,
  )
}

async function add(called: Called): Promise<Answer> {
  const { platform, body, sender } = called
  const libraryId = body['template_id_short']
  const note = noteOf(called, 'adds a template')
  const at = platform.clock.now()
  if (typeof libraryId !== 'string' || !/^[A-Za-z0-9]{1,32}$/.test(libraryId)) return failed({ code: 40036, at, note })
  const keywordNames = namesOf(body)
  if (keywordNames === 'malformed') return failed({ code: 40246, at, note })
  const outcome = await platform.official.own.add(sender.id, { libraryId, ...(keywordNames && { keywordNames }) })
  const known = { ...note, summary: `${note.summary}: ${libraryId}`, explanation: outcome.explanation }
  if (!outcome.accepted) return denied(outcome.verdict, { at, note: known })
  return ok(known, { template_id: outcome.templateId })
}

async function list(called: Called): Promise<Answer> {
  const { platform, sender, account } = called
  const templates = await platform.official.templates(sender.id)
  const rows = templates.map((template) => rowOf(template, account.industries ?? []))
  return plainBody({ template_list: rows }, noteOf(called, `lists its ${rows.length} templates`))
}

async function remove(called: Called): Promise<Answer> {
  const { platform, body, sender } = called
  const note = noteOf(called, 'deletes a template')
  const templateId = body['template_id']
  const at = platform.clock.now()
  if (typeof templateId !== 'string' || templateId === '') return failed({ code: 40036, at, note })
  const isGone = await platform.official.own.remove(sender.id, templateId)
  return isGone ? ok(note) : failed({ code: 40037, at, note })
}

/** The row of one call in the journal. */
export function noteOf({ sender }: Pick<Called, 'sender'>, does: string): Note {
  return { kind: 'request', sender: sender.id, summary: `${sender.name} ${does}` }
}

/** Digits in text, as the documents have it, or a number. NaN: given, and no code at all. */
function codeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  return /^\d{1,3}$/.test(value) ? Number(value) : Number.NaN
}

function namesOf(body: JsonObject): readonly string[] | 'malformed' | undefined {
  const names = body['keyword_name_list']
  if (names === undefined || names === null) return undefined
  if (!Array.isArray(names)) return 'malformed'
  const isText = (name: unknown): name is string => typeof name === 'string'
  return names.every(isText) ? names : 'malformed'
}

function classes(industry: Industry | undefined): object {
  return { first_class: industry?.first ?? '', second_class: industry?.second ?? '' }
}

/** The wording of a historical template prints its placeholders with a space between the braces. */
function rowOf(template: AccountTemplate, own: readonly number[]): object {
  const code = template.industries.find((each) => own.includes(each)) ?? template.industries[0] ?? 0
  const { first = '', second = '' } = industries[code - 1] ?? {}
  const { id, title, content, example, form } = template
  const printed = form === 'historical' ? content.replaceAll('{{', '{ {').replaceAll('}}', '} }') : content
  return {
    template_id: id,
    title,
    primary_industry: first,
    deputy_industry: second,
    content: printed,
    example,
  }
}
