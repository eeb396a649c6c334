import * as v from 'valibot'
import { type Answer, read } from '../answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { reader } from '../shape.ts'
import { instant } from './instant.ts'

/** A hundred years at once is enough for everybody and keeps every instant printable. */
const furthestMs = 3_155_760_000_000

const readMove = reader(
  v.union(
    [
      v.strictObject({
        advanceMs: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(furthestMs)),
      }),
      v.strictObject({ moveTo: instant }),
    ],
    `{"advanceMs": 0 to ${furthestMs}} or {"moveTo": ms since 1970, or ISO 8601 with a zone}`,
  ),
)

type Move = { readonly advanceMs: number } | { readonly moveTo: number }

/** Time travel. The platform writes the row of a move itself. */
export const clockRoutes: readonly Route[] = [
  {
    id: 'control.clock.read',
    method: 'GET',
    path: '/control/v1/clock',
    handle: async ({ platform }) => read({ at: platform.clock.now(), running: platform.clock.running() }),
  },
  route({
    id: 'control.clock.move',
    method: 'POST',
    path: '/control/v1/clock',
    body: { read: readMove },
    handle: move,
  }),
]

async function move({ platform, body }: RequestContext<Move>): Promise<Answer> {
  if ('advanceMs' in body) await platform.clock.advance(body.advanceMs)
  else await platform.clock.moveTo(body.moveTo)
  return read({ at: platform.clock.now(), running: platform.clock.running() })
}
