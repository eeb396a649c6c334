import * as v from 'valibot'
import type { Platform } from '../../platform/platform.ts'
import type { Person } from '../../platform/world.ts'
import { type Answer, done, read } from '../answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { reader, text } from '../shape.ts'
import { instant } from './instant.ts'
import { missing, operated } from './outcomes.ts'
import { readPerson, unlessTaken } from './records.ts'
import { idOf, otherId } from './senders.ts'

const mend = 'GET /control/v1/persons lists them.'

const readUse = reader(v.strictObject({ sender: text(128), at: v.exactOptional(v.nullable(instant)) }, 'a JSON object'))

type Use = { readonly sender: string; readonly at?: number | null }

/** The people, when they last used each mini-program (MA-4), and the texts their phones got (OA-3). */
export const personRoutes: readonly Route[] = [
  { id: 'control.persons.list', method: 'GET', path: '/control/v1/persons', handle: list },
  { id: 'control.persons.read', method: 'GET', path: '/control/v1/persons/:id', handle: (context) => readOne(context) },
  route({
    id: 'control.persons.put',
    method: 'PUT',
    path: '/control/v1/persons/:id',
    body: { read: readPerson },
    handle: put,
  }),
  route({
    id: 'control.persons.use',
    method: 'POST',
    path: '/control/v1/persons/:id/uses',
    body: { read: readUse },
    handle: use,
  }),
  { id: 'control.persons.texts', method: 'GET', path: '/control/v1/persons/:id/texts', handle: texts },
]

async function list({ platform }: RequestContext): Promise<Answer> {
  const persons = await platform.directory.persons()
  return read({ persons: await Promise.all(persons.map((person) => withUses(platform, person))) })
}

async function readOne({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const person = await platform.directory.person(id)
  return person ? read(await withUses(platform, person)) : missing('the person', { id, mend })
}

async function put({ platform, params, body }: RequestContext<Person>): Promise<Answer> {
  const id = idOf({ params })
  if (body.id !== id) return otherId('id', { inPath: id, inBody: body.id })
  const taken = await unlessTaken(() => platform.directory.putPerson(body))
  if (taken) return taken
  return done(body, operated(`Person ${id} is put`, { person: id }))
}

async function use({ platform, params, body }: RequestContext<Use>): Promise<Answer> {
  const person = idOf({ params })
  const { sender, at } = body
  if (!(await platform.directory.person(person))) return missing('the person', { id: person, mend })
  if (!(await platform.directory.sender(sender)))
    return missing('the sender', { id: sender, mend: 'GET /control/v1/senders lists them.' })
  await platform.directory.recordUse({ person, sender, ...(at === undefined ? {} : { at }) })
  return read({ lastUsedAt: (await platform.directory.lastUsedAt(person, sender)) ?? null })
}

async function texts({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  if (!(await platform.directory.person(id))) return missing('the person', { id, mend })
  return read({ texts: await platform.texts.of(id) })
}

async function withUses(platform: Platform, person: Person): Promise<unknown> {
  const uses: Record<string, number> = {}
  for (const { id } of await platform.directory.senders()) {
    const at = await platform.directory.lastUsedAt(person.id, id)
    if (at !== undefined) uses[id] = at
  }
  return { ...person, uses }
}
