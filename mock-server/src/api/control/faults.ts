import { type Answer, done, read } from '../answer.ts'
import { errorAnswer } from '../error-answer.ts'
import type { Fault, Faults } from '../faults/fault.ts'
import { matches } from '../faults/faults.ts'
import { readFaults } from '../faults/shapes.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { malformed } from '../shape.ts'
import { operated } from './outcomes.ts'

const path = '/control/v1/faults'

/** Declared faults. Another world forgets them. `routes`: ids of all that there are; those of control never fail. */
export function faultRoutes(faults: Faults, routes: () => readonly string[]): readonly Route[] {
  const known = (): readonly string[] => [...routes().filter((id) => !id.startsWith('control.')), 'delivery.socket']
  return [
    { id: 'control.faults.list', method: 'GET', path, handle: async () => read(await faults.list()) },
    route({
      id: 'control.faults.put',
      method: 'PUT',
      path,
      body: { read: readFaults },
      handle: (context) => put(faults, known(), context),
    }),
    {
      id: 'control.faults.clear',
      method: 'DELETE',
      path,
      async handle() {
        await faults.clear()
        return done({}, operated('No fault is declared any more'))
      },
    },
  ]
}

/** The same routes, each forgetting the faults when it brought another world. */
export function forgetting(faults: Faults, routes: readonly Route[]): readonly Route[] {
  return routes.map((one) =>
    /\.(import|reset|restore)$/.test(one.id) ? { ...one, handle: (context) => cleared(faults, one, context) } : one,
  )
}

async function cleared(faults: Faults, one: Route, context: RequestContext): Promise<Answer> {
  const answer = await one.handle(context)
  if (answer.status === 200) await faults.clear()
  return answer
}

async function put(
  faults: Faults,
  known: readonly string[],
  { body }: RequestContext<{ readonly seed?: number; readonly faults: readonly Fault[] }>,
): Promise<Answer> {
  const wrong = body.faults.findIndex(({ route: id }) => !known.some((name) => matches(id, name)))
  if (wrong >= 0)
    return errorAnswer(
      malformed({
        field: `faults.${wrong}.route`,
        expected: `one of ${known.join(', ')}, or the start of one with *`,
        received: JSON.stringify(body.faults[wrong]?.route),
      }),
      { kind: 'control' },
    )
  await faults.put(body.seed ?? 0, body.faults)
  return done(await faults.list(), operated(countOf(body.faults.length)))
}

function countOf(faults: number): string {
  return faults === 1 ? 'One fault is declared' : `${faults} faults are declared`
}
