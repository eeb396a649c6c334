import type { Case } from './case.ts'
import { cases } from './cases/index.ts'
import { claim, equal } from './claim.ts'
import type { Doors } from './doors.ts'
import { ids } from './ids.ts'
import { at, list } from './json.ts'
import { speaksFor } from './requests.ts'
import { sitDown, type Table } from './table.ts'

export interface Options extends Doors {
  /** Only these statements. Default: all. */
  readonly only?: readonly string[]
  /** Called after each line; `MA-3 passed`, `MA-3 failed: why`, `MA-3 missing`, `MA-3 toothless: rule`. */
  readonly print?: (line: string) => void
}

export interface Outcome {
  readonly id: string
  readonly word: 'passed' | 'failed' | 'missing' | 'toothless'
  /** Why it did not pass. */
  readonly why: readonly string[]
}

/**
 * Asks a platform about every statement, through its HTTP and socket doors alone. Needs its control interface to set world and
 * clock, so never point it at one whose world is to be kept. Rejects only when the platform cannot be reached at all.
 */
export async function run(options: Options): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const id of chosen(options)) {
    const why = await failures(options, { id })
    const word = why === undefined ? 'missing' : why.length === 0 ? 'passed' : 'failed'
    outcomes.push(say(options, { id, word, why: why ?? [] }))
  }
  return outcomes
}

/**
 * The suite's own teeth: switches each rule of a statement off and asks again. A line that still passes is `toothless`. Statements
 * without a rule of their own have no line.
 */
export async function runMutants(options: Options): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const id of chosen(options)) {
    for (const rule of await rulesOf(options, id)) {
      const why = await failures(options, { id, switchedOff: rule })
      if (why?.length === 0)
        outcomes.push(say(options, { id, word: 'toothless', why: [`nothing fails without ${rule}`] }))
      else outcomes.push(say(options, { id, word: 'passed', why: [`without ${rule} it fails, as it must`] }))
    }
  }
  return outcomes
}

const chosen = ({ only = ids }: Options): readonly string[] => only

function say({ print = () => {} }: Options, outcome: Outcome): Outcome {
  const [first, ...more] = outcome.why
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`
  print(`${outcome.id} ${outcome.word}${first === undefined ? '' : `: ${first}${rest}`}`)
  return outcome
}

interface Question {
  readonly id: string
  readonly switchedOff?: string
}

/** Why cases of a statement failed; `undefined` when it lacks a case of either kind. */
async function failures(doors: Doors, { id, switchedOff }: Question): Promise<string[] | undefined> {
  const own = cases.filter((one) => one.id === id)
  if (!own.some(({ kind }) => kind === 'accepted') || !own.some(({ kind }) => kind === 'refused')) return undefined
  const found: string[] = []
  for (const one of own) {
    const why = await failure(doors, one, switchedOff)
    if (why !== undefined) found.push(`${one.kind === 'accepted' ? 'accepts' : 'refuses'} ${one.title}: ${why}`)
    if (why !== undefined && switchedOff !== undefined) return found
  }
  return found
}

async function failure(doors: Doors, one: Case, switchedOff: string | undefined): Promise<string | undefined> {
  const table = sitDown(doors)
  try {
    await prepare(table, one, switchedOff)
    await one.run(table)
    return undefined
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)} (last: ${table.last()})`
  } finally {
    table.leave()
    if (switchedOff !== undefined) await setRule(sitDown(doors), switchedOff, { enabled: true })
  }
}

async function prepare(table: Table, one: Case, switchedOff: string | undefined): Promise<void> {
  equal((await table.put('/control/v1/world', one.world)).status, 200, 'status of putting the world of the case')
  if (switchedOff !== undefined) await setRule(table, switchedOff, { enabled: false })
}

async function setRule(table: Table, rule: string, body: { readonly enabled: boolean }): Promise<void> {
  const { status } = await table.put(`/control/v1/rules/${encodeURIComponent(rule)}`, body)
  claim(status === 200, `switching ${rule}: ${table.last()}`)
}

async function rulesOf(doors: Doors, id: string): Promise<string[]> {
  const { body } = await sitDown(doors).get('/control/v1/rules')
  const all = list(at(body, 'rules')).map((rule) => String(at(rule, 'id')))
  return all.filter((rule) => speaksFor(rule, id))
}
