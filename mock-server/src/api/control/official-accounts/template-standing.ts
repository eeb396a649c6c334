import * as v from 'valibot'
import { allowedEntries } from '../../../platform/official-account/library/allowed-entries.ts'
import { refusedExamples } from '../../../platform/official-account/library/refused-examples.ts'
import { type Answer, done, read } from '../../answer.ts'
import { errorAnswer } from '../../error-answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { malformed, reader, text } from '../../shape.ts'
import { missing, operated } from '../outcomes.ts'
import { idOf } from '../senders.ts'
import { accountOf } from './account-of.ts'

const path = '/control/v1/official-accounts/:id/templates'

const readReason = reader(v.strictObject({ reason: text(1_000) }, 'a JSON object'))
type Reason = { readonly reason: string }

const readCompliance = reader(v.strictObject({ nonCompliant: v.nullable(text(1_000)) }, 'a JSON object'))
type Compliance = { readonly nonCompliant: string | null }

/** WT-5, WT-7, WT-9: the source's two lists. WT-7.4, WT-11.9: what an operator does with templates that accounts have already. */
export const templateStandingRoutes: readonly Route[] = [
  {
    id: 'control.template-library.examples',
    method: 'GET',
    path: '/control/v1/template-library/examples/:list',
    handle: examples,
  },
  route<Compliance>({
    id: 'control.official-accounts.templates.compliance',
    method: 'PUT',
    path: `${path}/:templateId/compliance`,
    body: { read: readCompliance },
    handle: mark,
  }),
  route<Reason>({
    id: 'control.official-accounts.templates.recycle',
    method: 'POST',
    path: `${path}/:templateId/recycle`,
    body: { read: readReason },
    handle: recycle,
  }),
  { id: 'control.official-accounts.templates.clean-up', method: 'POST', path: `${path}/clean-up`, handle: cleanUp },
]

const lists = { allowed: allowedEntries, refused: refusedExamples }

/** `?language=en` or `zh`, default both; a file to download. */
async function examples({ params, url }: RequestContext): Promise<Answer> {
  const list = params['list'] ?? ''
  if (list !== 'allowed' && list !== 'refused')
    return missing('the list of examples', { id: list, mend: 'There are two: allowed and refused.' })
  const language = url.searchParams.get('language')
  if (language !== null && language !== 'en' && language !== 'zh') {
    const received = JSON.stringify(language.slice(0, 40))
    return errorAnswer(malformed({ what: 'query', field: 'language', expected: 'en or zh', received }), {
      kind: 'control',
    })
  }
  const isOf = ({ content = '' }: { readonly content?: string }): boolean =>
    language === null || /\p{Script=Han}/u.test(content) === (language === 'zh')
  const disposition = `attachment; filename="${list}-templates.json"`
  return { ...read({ examples: lists[list].filter(isOf) }), headers: { 'content-disposition': disposition } }
}

async function mark({ platform, params, body }: RequestContext<Compliance>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const { templateId = '' } = params
  const reason = body.nonCompliant ?? undefined
  if (!(await platform.official.standing.mark(id, templateId, reason))) return noTemplate(id, templateId)
  const state = reason === undefined ? 'complies' : 'does not comply'
  return done(body, operated(`Template ${templateId} of ${id} ${state}`, { sender: id }))
}

async function recycle({ platform, params, body }: RequestContext<Reason>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const { templateId = '' } = params
  if (!(await platform.official.standing.recycle(id, templateId, body.reason))) return noTemplate(id, templateId)
  return done({}, operated(`Template ${templateId} of ${id} is recycled: ${body.reason}`, { sender: id }))
}

async function cleanUp({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const deleted = await platform.official.standing.cleanUp(id)
  return done({ deleted }, operated(`${deleted.length} templates of ${id} are cleaned up`, { sender: id }))
}

function noTemplate(id: string, templateId: string): Answer {
  return missing('the template', {
    id: templateId,
    mend: `GET /control/v1/official-accounts/${id}/templates lists them.`,
  })
}
