import type { Stored } from '../../platform/store.ts'
import { ownParsed } from '../own.ts'
import type { Engine } from './engine/engine.ts'

type Rows = readonly (Stored | undefined)[]

/** One command that is about to be sent. */
interface Gathered {
  /** Place in the answer by field. */
  readonly places: Map<string, number>
  readonly answer: Promise<Rows>
  send(): void
}

/** Fields of one command, roughly, so that nobody waits long behind it. */
const enough = 500

/**
 * Rows by their fields. What is asked of one hash until the next commands leave goes as one of them, with each field once: many sends at a
 * time ask for the same few records.
 */
export function gatheredReads(engine: Engine): (rows: string, fields: readonly string[]) => Promise<Rows> {
  let waiting = new Map<string, Gathered>()

  const sendAll = (): void => {
    const all = waiting
    waiting = new Map()
    for (const one of all.values()) one.send()
  }
  const open = (rows: string): Gathered => {
    const full = waiting.get(rows)
    full?.send()
    if (waiting.size === 0) engine.beforeNext(sendAll)
    const one = gathered(engine, rows)
    waiting.set(rows, one)
    return one
  }
  return async (rows, fields) => {
    const known = waiting.get(rows)
    const { places, answer } = known && known.places.size < enough ? known : open(rows)
    for (const field of fields) if (!places.has(field)) places.set(field, places.size)
    const found = await answer
    return fields.map((field) => found[places.get(field) ?? -1])
  }
}

function gathered(engine: Engine, rows: string): Gathered {
  const places = new Map<string, number>()
  let send = (): void => undefined
  const answer = new Promise<Rows>((resolve, reject) => {
    send = () => void engine.run(rows, ['HMGET', rows, ...places.keys()]).then((found) => resolve(read(found)), reject)
  })
  return { places, answer, send }
}

/** One answer for each field, in their order. */
function read(found: unknown): Rows {
  return (found as readonly (string | null)[]).map((text) => (text === null ? undefined : storedOf(text)))
}

/** A row as the engine has it: `VERSION JSON`. */
export function storedOf(text: string): Stored {
  const space = text.indexOf(' ')
  return { version: Number(text.slice(0, space)), value: ownParsed(text.slice(space + 1)) }
}
