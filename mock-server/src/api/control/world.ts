import * as v from 'valibot'
import { WorldError } from '../../platform/index.ts'
import { type Answer, done, read } from '../answer.ts'
import { errorAnswer } from '../error-answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { malformed, reader, text } from '../shape.ts'
import { breach } from './governance/standing.ts'
import { operated } from './outcomes.ts'

/** An export carries every log, so it may be far larger than any other body. */
const worldLimit = 33_554_432

const item = { id: 'control.items.withdraw', method: 'POST', path: '/control/v1/items/:id/withdraw' } as const

const readWithdrawal = reader(v.object({ ...breach, reason: v.exactOptional(text(1_000)) }, 'a JSON object'))

type Withdrawal = Read<typeof readWithdrawal>
type Read<Reader> = Reader extends (input: unknown) => { readonly ok: true; readonly value: infer Value } | infer _
  ? Value
  : never

/** Everything at once, and items taken back (DL-6). */
export const worldRoutes: readonly Route[] = [
  {
    id: 'control.world.export',
    method: 'GET',
    path: '/control/v1/world',
    handle: async ({ platform }) => read(await platform.worlds.export()),
  },
  route({
    id: 'control.world.import',
    method: 'PUT',
    path: '/control/v1/world',
    body: { read: (input) => ({ ok: true, value: input }), maxBytes: worldLimit },
    handle: replace,
  }),
  { id: 'control.world.reset', method: 'POST', path: '/control/v1/world/reset', handle: reset },
  route({ ...item, body: { read: readWithdrawal, orElse: {} }, handle: withdraw }),
]

async function replace({ platform, body }: RequestContext<unknown>): Promise<Answer> {
  try {
    await platform.worlds.import(body)
  } catch (error) {
    if (!(error instanceof WorldError)) throw error
    const problem = malformed({ expected: 'a world of format 1', received: 'not one' })
    const answer = errorAnswer({ ...problem, message: error.message }, { kind: 'control' })
    return { ...answer, note: operated(error.message, { request: null }) }
  }
  return done({}, operated('The world is replaced', { request: null }))
}

async function reset({ platform }: RequestContext): Promise<Answer> {
  await platform.worlds.reset()
  return done({}, operated('The world is reset'))
}

/** DL-6; with a reason it is an operator's word on the message (MA-18), which the developer is told. */
async function withdraw({ platform, params, body }: RequestContext<Withdrawal>): Promise<Answer> {
  const id = params['id'] ?? ''
  const { reason, kind = 'inappropriate', ...others } = body
  const withdrawn =
    reason === undefined
      ? await platform.sends.withdraw(id)
      : await platform.governance.withdraw(id, { reason, kind, ...others })
  return done({ withdrawn }, operated(withdrawn ? `Item ${id} is withdrawn` : `There is no item ${id} to withdraw`))
}
