import { type Answer, read } from '../answer.ts'
import { errorAnswer } from '../error-answer.ts'
import { shortText } from '../query.ts'
import type { RequestContext, Route } from '../route.ts'
import { missing } from './outcomes.ts'
import { idOf } from './senders.ts'

const mend = 'GET /control/v1/persons lists them.'

/** People that `GET /turns` looks at when it is asked of nobody in particular, in the order of the list. */
const mostPersons = 200

/** how senders stand towards a person now, and what time alone will change. */
export const outlookRoutes: readonly Route[] = [
  { id: 'control.persons.outlook', method: 'GET', path: '/control/v1/persons/:id/outlook', handle: outlookOf },
  { id: 'control.turns.list', method: 'GET', path: '/control/v1/turns', handle: turns },
]

async function outlookOf({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const person = await platform.directory.person(id)
  if (!person) return missing('the person', { id, mend })
  const senders = await platform.sends.outlook(person)
  return read({ at: platform.clock.now(), senders, turns: await platform.sends.turns([person]) })
}

async function turns({ platform, url }: RequestContext): Promise<Answer> {
  const asked = shortText(url.searchParams, { name: 'person', max: 64 })
  if (!asked.ok) return errorAnswer(asked.problem, { kind: 'control' })
  const persons = await platform.directory.persons()
  const chosen = asked.value === '' ? persons.slice(0, mostPersons) : persons.filter(({ id }) => id === asked.value)
  if (asked.value !== '' && chosen.length === 0) return missing('the person', { id: asked.value, mend })
  return read({ at: platform.clock.now(), turns: await platform.sends.turns(chosen), persons: chosen.length })
}
