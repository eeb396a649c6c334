import type { Platform, SendOutcome } from '../../platform/platform.ts'
import type { Occurrence } from '../../platform/rulebook/miniapp/service-attempt.ts'
import type { SenderRecord } from '../../platform/world.ts'
import type { Answer, Note } from '../answer.ts'
import { headersOf, statusOf } from '../error-answer.ts'
import { type Dialect, type RequestContext, route } from '../route.ts'
import type { Read } from '../shape.ts'
import { capabilityRoutes } from './capability.ts'
import { meaning } from './codes.ts'
import { contentOf } from './content-of.ts'
import { fileRoutes } from './files.ts'
import { readRegistration, readSend } from './shapes.ts'
import { signatureOf } from './signature.ts'
import { withSender } from './with-sender.ts'
import { business, denialOf, problemVerdict, refused } from './wording.ts'

type Value<Reader> = Reader extends (input: unknown) => Read<infer Read_> ? Read_ : never
type Registration = Value<typeof readRegistration>
type Send = Value<typeof readSend>

/** MA-7: the message interface of the MiniApp platform. Paths and fields are ours. */
export function miniapp(): Dialect {
  return {
    name: 'miniapp',
    bases: ['/miniapp/v1'],
    routes: [
      route({
        id: 'miniapp.register',
        method: 'POST',
        path: '/miniapp/v1/messages',
        body: { read: readRegistration },
        handle: (context) => withSender(context, (sender) => register(context, sender)),
      }),
      route({
        id: 'miniapp.send',
        method: 'POST',
        path: '/miniapp/v1/messages/send',
        body: { read: readSend },
        handle: (context) => withSender(context, (sender) => send(context, sender)),
      }),
      ...capabilityRoutes,
      ...fileRoutes,
    ],
    faulty(kind, { code = 70003 }) {
      const said = kind === 'failure' ? Number(code) : faults[kind]
      const note: Note = { kind: 'request', summary: 'A declared fault' }
      return business(said, { message: meaning(said), verdict: 'X-4', note })
    },
    refuse(problem) {
      const verdict = problemVerdict(problem)
      return {
        status: problem.code === 'malformed' ? 200 : statusOf(problem),
        headers: headersOf(problem),
        body: { code: 70009, message: problem.message, data: { denial: denialOf(verdict) } },
        verdict: problem.code === 'malformed' ? verdict.rule : problem.code,
        note: { kind: 'request', summary: problem.message },
      }
    },
  }
}

const faults = { 'rate-limit': 2, 'token-expired': 70007 } as const

async function register(
  { platform, body, bytes }: RequestContext<Registration>,
  sender: SenderRecord,
): Promise<Answer> {
  const { title, content, jumpUrl, topic } = body
  const result = await platform.sends.registerMessage({
    sender: sender.id,
    title,
    content,
    jumpUrl,
    ...(topic === undefined ? {} : { topic }),
    ...idOf(body),
    signature: await signed(sender, body, bytes),
  })
  const summary = `${sender.name} registers “${title.slice(0, 40)}”`
  const note: Note = { kind: 'request', sender: sender.id, summary, explanation: result.explanation }
  if (!result.accepted) return refused(result.verdict, note)
  return business(0, { message: meaning(0), data: { messageId: result.messageId }, verdict: 'ok', note })
}

async function send({ platform, body, bytes }: RequestContext<Send>, sender: SenderRecord): Promise<Answer> {
  const { uniqueIds } = body
  const result = await platform.sends.sendService({
    sender: sender.id,
    recipientIds: uniqueIds,
    content: contentOf(body),
    signature: await signed(sender, body, bytes),
    ...occurrenceOf(body),
    ...idOf(body),
  })
  const to = uniqueIds.length === 1 ? uniqueIds[0] : `${uniqueIds.length} recipients`
  const summary = `${sender.name} sends to ${to}`
  const note: Note = { kind: 'request', sender: sender.id, summary, explanation: result.explanation }
  if ('whole' in result) return refused(result.whole, note)
  return outcomesAnswer(result, { ...note, ...(await personOf(platform, sender, uniqueIds)) })
}

/** Code 0 when at least one recipient got it, else the first recipient's code. */
function outcomesAnswer(
  result: {
    readonly messageId: string
    readonly outcomes: readonly { readonly recipientId: string; readonly outcome: SendOutcome }[]
  },
  note: Note,
): Answer {
  const { messageId, outcomes } = result
  const results = outcomes.map(({ recipientId, outcome }) => ({ uniqueId: recipientId, ...resultOf(outcome) }))
  const first = outcomes.map(({ outcome }) => (outcome.accepted ? undefined : outcome.verdict))
  const verdict = first.includes(undefined) ? undefined : first[0]
  const code = verdict ? Number(verdict.code) : 0
  const denial = verdict ? { denial: denialOf(verdict) } : {}
  const data = { messageId, results, ...denial }
  return business(code, { message: meaning(code), data, verdict: verdict?.rule ?? 'ok', note })
}

function resultOf(outcome: SendOutcome): Readonly<Record<string, unknown>> {
  if (outcome.accepted) return { code: 0, message: meaning(0), itemId: outcome.itemId }
  const { verdict } = outcome
  const code = Number(verdict.code)
  return { code, message: meaning(code), rule: verdict.rule, hint: verdict.hint.en, denial: denialOf(verdict) }
}

function signed(
  sender: SenderRecord,
  { sign }: { readonly sign?: string },
  bytes: () => Uint8Array,
): ReturnType<typeof signatureOf> {
  return signatureOf(sender, { bytes, ...(sign !== undefined && { sign }) })
}

function occurrenceOf({ scenario, action, occurrenceId: id }: Send): { readonly occurrence?: Occurrence } {
  const isWhole = scenario !== undefined && action !== undefined && id !== undefined
  return isWhole ? { occurrence: { scenario, action, id } } : {}
}

function idOf({ requestId }: { readonly requestId?: string }): { readonly requestId?: string } {
  return requestId === undefined ? {} : { requestId }
}

async function personOf(platform: Platform, sender: SenderRecord, ids: readonly string[]): Promise<Partial<Note>> {
  const [only, ...others] = ids
  if (only === undefined || others.length > 0) return {}
  const person = await platform.directory.personByRecipientId(sender.account, only)
  return person ? { person: person.id } : {}
}
