import * as v from 'valibot'
import { type Answer, done, read } from '../../answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { reader, text } from '../../shape.ts'
import { type JsonObject, readObject } from '../../wechat/call.ts'
import { messageOf } from '../../wechat/send-calls.ts'
import { instant } from '../instant.ts'
import { conflict, missing, operated } from '../outcomes.ts'
import { idOf } from '../senders.ts'
import { accountOf } from './account-of.ts'

const path = '/control/v1/official-accounts/:id'

const readWanted = reader(
  v.strictObject(
    { libraryId: text(32), keywordNames: v.exactOptional(v.array(text(64), 'a list of names')) },
    'a JSON object',
  ),
)
type Wanted = { readonly libraryId: string; readonly keywordNames?: readonly string[] }

const readCircumstance = reader(v.strictObject({ text: text(1_000), untilAt: instant }, 'a JSON object'))
type Declared = { readonly text: string; readonly untilAt: number }

/** WO-5: the portal's page "my templates". WT-2: circumstances and the operator's queue of exempt sends. */
export const ownTemplateRoutes: readonly Route[] = [
  { id: 'control.official-accounts.templates.list', method: 'GET', path: `${path}/templates`, handle: list },
  {
    id: 'control.official-accounts.templates.read',
    method: 'GET',
    path: `${path}/templates/:templateId`,
    handle: readOne,
  },
  route<Wanted>({
    id: 'control.official-accounts.templates.add',
    method: 'POST',
    path: `${path}/templates`,
    body: { read: readWanted },
    handle: add,
  }),
  {
    id: 'control.official-accounts.templates.remove',
    method: 'DELETE',
    path: `${path}/templates/:templateId`,
    handle: remove,
  },
  route<JsonObject>({
    id: 'control.official-accounts.explain',
    method: 'POST',
    path: `${path}/explain`,
    body: { read: readObject },
    handle: explain,
  }),
  { id: 'control.official-accounts.exempt', method: 'GET', path: `${path}/exempt-sends`, handle: exempt },
  route<Declared>({
    id: 'control.official-accounts.circumstance.put',
    method: 'PUT',
    path: `${path}/circumstances/:templateId`,
    body: { read: readCircumstance },
    handle: declare,
  }),
]

async function list({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  return 'answer' in found ? found.answer : read({ templates: await platform.official.templates(id) })
}

async function readOne({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const templates = await platform.official.templates(id)
  const template = templates.find((each) => each.id === params['templateId'])
  return template ? read(template) : noTemplate(id, params['templateId'])
}

async function add({ platform, params, body }: RequestContext<Wanted>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const outcome = await platform.official.own.add(id, body)
  const { explanation } = outcome
  if (!outcome.accepted) {
    const { rule, expected, received, hint } = outcome.verdict
    const refused = conflict(
      `Failed to add ${body.libraryId}: ${rule}, it is ${received}. Give ${expected}. ${hint.en}`,
    )
    return { ...refused, verdict: rule, note: operated(`${body.libraryId} is not added to ${id}`, { explanation }) }
  }
  const { templateId } = outcome
  return done({ templateId }, operated(`${body.libraryId} is added to ${id}`, { sender: id, explanation }))
}

async function remove({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const { templateId = '' } = params
  if (!(await platform.official.own.remove(id, templateId))) return noTemplate(id, templateId)
  return done({}, operated(`Template ${templateId} of ${id} is deleted`, { sender: id }))
}

/** a body of `template/send`, looked at and not sent. */
async function explain({ platform, params, body }: RequestContext<JsonObject>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const { verdict, explanation, shown } = await platform.official.sends.explain(messageOf(id, body))
  return read({
    passes: verdict === undefined,
    ...(verdict && { denial: verdict }),
    words: explanation,
    ...(shown && { shown }),
  })
}

async function exempt({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  return 'answer' in found ? found.answer : read({ sends: await platform.official.sends.exemptSends(id) })
}

async function declare({ platform, params, body }: RequestContext<Declared>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const { templateId = '' } = params
  await platform.official.sends.declareCircumstance(id, { templateId, circumstance: body })
  return done(body, operated(`${id} declares: ${body.text}`, { sender: id }))
}

function noTemplate(id: string, templateId = ''): Answer {
  return missing('the template', {
    id: templateId,
    mend: `GET /control/v1/official-accounts/${id}/templates lists them.`,
  })
}
