import { type Answer, done, read } from '../answer.ts'
import { refusal } from '../error-answer.ts'
import type { RequestContext, Route } from '../route.ts'
import { conflict, missing, operated } from './outcomes.ts'
import type { SnapshotShelf } from './snapshot-shelf.ts'

/** More would only be forgotten ones, each a whole world. */
const most = 100

const path = '/control/v1/snapshots/:name'

/** Worlds by name: kept, brought back, thrown away. Bringing back starts a new epoch, as every import does. */
export function snapshotRoutes(shelf: SnapshotShelf): readonly Route[] {
  return [
    {
      id: 'control.snapshots.list',
      method: 'GET',
      path: '/control/v1/snapshots',
      handle: async () => read({ snapshots: await shelf.names() }),
    },
    {
      id: 'control.snapshots.save',
      method: 'PUT',
      path,
      handle: (context) => named(context, () => save(shelf, context)),
    },
    {
      id: 'control.snapshots.restore',
      method: 'POST',
      path: `${path}/restore`,
      handle: (context) => named(context, () => restore(shelf, context)),
    },
    {
      id: 'control.snapshots.remove',
      method: 'DELETE',
      path,
      handle: (context) => named(context, () => remove(shelf, context)),
    },
  ]
}

async function named({ params }: RequestContext, go: () => Promise<Answer>): Promise<Answer> {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(nameOf(params))) return go()
  const message = `Failed to name a snapshot "${nameOf(params).slice(0, 80)}": it is no name. Use 1 to 64 letters, digits, ".", "_" and "-", a letter or digit first.`
  return refusal(400, { code: 'malformed', kind: 'control', message })
}

async function save(shelf: SnapshotShelf, { platform, params }: RequestContext): Promise<Answer> {
  const name = nameOf(params)
  const names = await shelf.names()
  if (names.length >= most && !names.includes(name))
    return conflict(`Failed to keep the snapshot "${name}": there are ${most} already. Delete one first.`)
  await shelf.put(name, await platform.worlds.export())
  return done({ name }, operated(`The world is kept as “${name}”`))
}

async function restore(shelf: SnapshotShelf, { platform, params }: RequestContext): Promise<Answer> {
  const name = nameOf(params)
  const world = await shelf.get(name)
  if (world === undefined) return none(name)
  await platform.worlds.import(world)
  return done({ name }, operated(`The world is “${name}” again`))
}

async function remove(shelf: SnapshotShelf, { params }: RequestContext): Promise<Answer> {
  const name = nameOf(params)
  if (!(await shelf.remove(name))) return none(name)
  return done({}, operated(`The snapshot “${name}” is deleted`))
}

function none(name: string): Answer {
  return missing('the snapshot', { id: name, mend: 'GET /control/v1/snapshots lists them.' })
}

function nameOf(params: RequestContext['params']): string {
  return params['name'] ?? ''
}
