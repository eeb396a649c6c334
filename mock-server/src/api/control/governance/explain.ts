import * as v from 'valibot'
import { spokenFirst } from '../../../platform/rulebook/rule-book.ts'
import type { Verdict } from '../../../platform/verdict.ts'
import { type Answer, read } from '../../answer.ts'
import { errorAnswer } from '../../error-answer.ts'
import { readStrict, type SendBody } from '../../open-api/shapes.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { like, malformed, type Read, type Reader, reader, text } from '../../shape.ts'
import { missing } from '../outcomes.ts'

const part = v.optional(v.string('a string'), '')

const readQuestion = reader(
  v.pipe(
    v.strictObject(
      {
        miniappId: text(32),
        uniqueIds: v.optional(v.array(text(128), 'an array of strings'), []),
        messageId: v.exactOptional(text(64)),
        message: v.exactOptional(v.object({ title: part, content: part, jumpUrl: part }, 'an object')),
      },
      'a JSON object',
    ),
    v.check(
      ({ messageId, message }) => (messageId === undefined) !== (message === undefined),
      'either "messageId" or "message"',
    ),
  ),
)

interface Question {
  readonly miniappId: string
  readonly uniqueIds: readonly string[]
  readonly messageId?: string
  readonly message?: { readonly title: string; readonly content: string; readonly jumpUrl: string }
}

/** A body with an `appId` is a template send of the open API, every other a service message. */
type Either = Question | { readonly template: SendBody }

const readEither: Reader<Either> = like([readQuestion, readStrict], (json): Read<Either> => {
  if (typeof json !== 'object' || json === null || !('appId' in json)) return readQuestion(json)
  const read = readStrict(json)
  return read.ok ? { ok: true, value: { template: read.value } } : read
})

/** what every rule would say of a send, without sending. */
export const explainRoutes: readonly Route[] = [
  route({
    id: 'control.explain.post',
    method: 'POST',
    path: '/control/v1/explain',
    body: { read: readEither },
    handle: ({ platform, body }) =>
      'template' in body ? explainTemplate({ platform }, body.template) : explain({ platform }, body),
  }),
  { id: 'control.explain.get', method: 'GET', path: '/control/v1/explain', handle: asked },
]

/** The same question as a query: `miniappId`, `uniqueId` (repeated), and `messageId` or `title`, `content`, `jumpUrl`. */
async function asked({ platform, url }: RequestContext): Promise<Answer> {
  const query = url.searchParams
  const messageId = query.get('messageId')
  const words = {
    title: query.get('title') ?? '',
    content: query.get('content') ?? '',
    jumpUrl: query.get('jumpUrl') ?? '',
  }
  const found = readQuestion({
    miniappId: query.get('miniappId') ?? undefined,
    uniqueIds: query.getAll('uniqueId'),
    ...(messageId === null ? { message: words } : { messageId }),
  })
  if (found.ok) return explain({ platform }, found.value)
  const { field, expected, received } = found.problem
  return errorAnswer(malformed({ what: 'query', expected, received, ...(field === undefined ? {} : { field }) }), {
    kind: 'control',
  })
}

async function explain({ platform }: Pick<RequestContext, 'platform'>, question: Question): Promise<Answer> {
  const { miniappId, uniqueIds, messageId, message } = question
  const sender = await platform.directory.senderByWireId('miniapp', miniappId)
  if (!sender) return missing('the mini-program', { id: miniappId, mend: 'GET /control/v1/senders lists them.' })
  const content = messageId === undefined ? (message ?? { title: '', content: '', jumpUrl: '' }) : { messageId }
  const { whole, words, recipients, shown } = await platform.sends.explainService({
    sender: sender.id,
    recipientIds: uniqueIds,
    content,
  })
  return read({
    ...said(whole),
    words: spokenFirst(words, whole),
    ...(shown && { shown }),
    recipients: recipients.map(({ recipientId, verdict, words: own }) => ({
      uniqueId: recipientId,
      ...said(verdict),
      words: spokenFirst(own, verdict),
    })),
  })
}

/** The token, template, consent and traffic of today; nobody holds the request id. */
async function explainTemplate({ platform }: Pick<RequestContext, 'platform'>, body: SendBody): Promise<Answer> {
  const sender = await platform.directory.senderByWireId('open-api', body.appId)
  if (!sender) return missing('the mini-program', { id: body.appId, mend: 'GET /control/v1/senders lists them.' })
  const { requestId = '', accessToken, templateCode, redirectUrl, templates } = body
  const { verdict, words, shown } = await platform.sends.explainTemplate({
    client: '',
    sender: sender.id,
    accessToken,
    requestId,
    templateCode,
    ...(redirectUrl === undefined ? {} : { redirectUrl }),
    templates: templates.map(({ language, templateParameters }) => ({ language, parameters: templateParameters })),
    body,
  })
  return read({ ...said(verdict), words, ...(shown && { shown }) })
}

function said(verdict: Verdict | undefined): { readonly passes: boolean; readonly denial?: Verdict } {
  return verdict ? { passes: false, denial: verdict } : { passes: true }
}
