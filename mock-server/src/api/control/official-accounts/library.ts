import * as v from 'valibot'
import type { Proposal, ProposedTemplate } from '../../../platform/official-account/proposals/proposal.ts'
import { type Answer, done, read } from '../../answer.ts'
import { errorAnswer } from '../../error-answer.ts'
import { wholeNumber } from '../../query.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { reader, text } from '../../shape.ts'
import { conflict, missing, operated } from '../outcomes.ts'
import { idOf } from '../senders.ts'
import { accountOf } from './account-of.ts'

const any = v.pipe(v.string('a string'), v.maxLength(4_096, 'at most 4096 UTF-16 units'))

const readProposal = reader(
  v.strictObject(
    {
      industry: v.pipe(v.number('a number'), v.integer('a whole number')),
      title: any,
      content: any,
      example: any,
      class: any,
      kind: any,
      disaster: v.exactOptional(v.boolean('true or false')),
      rulesRead: v.boolean('true or false'),
    },
    'a JSON object',
  ),
)

const readDecision = reader(
  v.strictObject(
    { decision: v.picklist(['approve', 'refuse'], 'approve or refuse'), reason: v.exactOptional(text(1_000)) },
    'a JSON object',
  ),
)
type Decision = { readonly decision: 'approve' | 'refuse'; readonly reason?: string }

/** WO-3, WT-3, WT-8: the library, proposals to it and the reviewer's queue. */
export const libraryRoutes: readonly Route[] = [
  { id: 'control.template-library', method: 'GET', path: '/control/v1/template-library', handle: entries },
  route<ProposedTemplate>({
    id: 'control.template-proposals.make',
    method: 'POST',
    path: '/control/v1/official-accounts/:id/proposals',
    body: { read: readProposal },
    handle: propose,
  }),
  route<ProposedTemplate>({
    id: 'control.template-proposals.explain',
    method: 'POST',
    path: '/control/v1/official-accounts/:id/proposals/explain',
    body: { read: readProposal },
    handle: explain,
  }),
  {
    id: 'control.template-proposals.list',
    method: 'GET',
    path: '/control/v1/template-proposals',
    handle: async ({ platform }) => read({ proposals: await platform.official.library.proposals() }),
  },
  { id: 'control.template-proposals.read', method: 'GET', path: '/control/v1/template-proposals/:id', handle: readOne },
  route<Decision>({
    id: 'control.template-proposals.decide',
    method: 'POST',
    path: '/control/v1/template-proposals/:id/decide',
    body: { read: readDecision },
    handle: decide,
  }),
]

/** `?industry=1…41`, default all. */
async function entries({ platform, url }: RequestContext): Promise<Answer> {
  const industry = wholeNumber(url.searchParams, { name: 'industry', min: 1, max: 41, otherwise: 0 })
  if (!industry.ok) return errorAnswer(industry.problem, { kind: 'control' })
  const all = await platform.official.library.entries()
  const wanted = industry.value
  return read({ entries: wanted === 0 ? all : all.filter((entry) => entry.industries.includes(wanted)) })
}

async function propose({ platform, params, body }: RequestContext<ProposedTemplate>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const proposal = await platform.official.library.propose(id, body)
  const { explanation, state } = proposal
  const summary = `${id} proposes “${body.title.slice(0, 40)}”: ${state}`
  return done(shown(proposal), operated(summary, { sender: id, explanation }))
}

async function explain({ platform, params, body }: RequestContext<ProposedTemplate>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const { verdict, explanation } = await platform.official.library.explain(id, body)
  return read({ passes: verdict === undefined, ...(verdict && { denial: verdict }), words: explanation })
}

async function readOne({ platform, params }: RequestContext): Promise<Answer> {
  const proposal = await platform.official.library.proposal(numberOf(params))
  return proposal ? read(proposal) : noProposal(idOf({ params }))
}

async function decide({ platform, params, body }: RequestContext<Decision>): Promise<Answer> {
  const { decision, reason } = body
  const outcome = await platform.official.library.decide(numberOf(params), {
    approve: decision === 'approve',
    ...(reason !== undefined && { reason }),
  })
  if (outcome === undefined) return noProposal(idOf({ params }))
  if (outcome === 'approved-already')
    return conflict(`Failed to decide: proposal ${idOf({ params })} is in the library already. Propose another.`)
  if (outcome === 'unfit')
    return conflict(
      'Failed to approve: no class and kind of WT-5, or no industry. Refuse it, and have it proposed anew.',
    )
  return done(shown(outcome), operated(`Proposal ${outcome.id} is ${outcome.state}`, { sender: outcome.sender }))
}

/** What the rules said is in the journal and in the whole record. */
function shown({ explanation: _, ...proposal }: Proposal): object {
  return proposal
}

function numberOf(params: RequestContext['params']): number {
  const id = idOf({ params })
  return /^\d{1,9}$/.test(id) ? Number(id) : 0
}

function noProposal(id: string): Answer {
  return missing('the proposal', { id, mend: 'GET /control/v1/template-proposals lists them.' })
}
