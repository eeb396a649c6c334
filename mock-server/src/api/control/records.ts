import {
  decodePerson,
  decodeSender,
  decodeTemplate,
  type Person,
  type SenderRecord,
  type Template,
  WorldError,
} from '../../platform/index.ts'
import type { Answer } from '../answer.ts'
import { malformed, type Reader } from '../shape.ts'
import { conflict } from './outcomes.ts'

/** Whole records, by the same decoders that read a world. */
export const readSender: Reader<SenderRecord> = decoded(decodeSender, 'sender')
export const readPerson: Reader<Person> = decoded(decodePerson, 'person')
export const readTemplate: Reader<Template> = decoded(decodeTemplate, 'template')

/** Runs `put`; ids that another record has make it a conflict. */
export async function unlessTaken(put: () => Promise<void>): Promise<Answer | undefined> {
  try {
    await put()
    return undefined
  } catch (error) {
    if (error instanceof WorldError) return conflict(error.message)
    throw error
  }
}

/** A reader over a decoder of worlds: what it throws becomes a refusal. */
export function decoded<Record>(decode: (value: unknown, path: string) => Record, path: string): Reader<Record> {
  return (input) => {
    try {
      return { ok: true, value: decode(input, path) }
    } catch (error) {
      if (!(error instanceof WorldError)) throw error
      const problem = malformed({ field: error.path, expected: `a whole ${path}`, received: 'not one' })
      return { ok: false, problem: { ...problem, message: error.message } }
    }
  }
}
