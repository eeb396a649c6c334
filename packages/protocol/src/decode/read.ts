import { DecodeError } from './decode-error.ts'

/** Reads an unknown value found at `path`; throws `DecodeError`. */
export type Reader<T> = (value: unknown, path: string) => T

export function fail(value: unknown, path: string): never {
  throw new DecodeError(value, path)
}

export function text(value: unknown, path: string): string {
  return typeof value === 'string' ? value : fail(value, path)
}

export function flag(value: unknown, path: string): boolean {
  return typeof value === 'boolean' ? value : fail(value, path)
}

/** A finite number, 0 or more. */
export function amount(value: unknown, path: string): number {
  return typeof value === 'number' && value >= 0 && value < Infinity ? value : fail(value, path)
}

/** An integer from 0 to 2⁵³ − 1. */
export function whole(value: unknown, path: string): number {
  return amount(value, path) % 1 || Number(value) > Number.MAX_SAFE_INTEGER ? fail(value, path) : Number(value)
}

/** One of the words in `words`, which blanks part. */
export function oneOf<Word extends string>(words: string): Reader<Word> {
  const known: readonly unknown[] = words.split(' ')
  // The caller writes the words of its type; a property test holds both together.
  return (value, path) => (known.includes(value) ? (value as Word) : fail(value, path))
}

export function list<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, path) =>
    Array.isArray(value) ? value.map((entry, index) => read(entry, `${path}[${index}]`)) : fail(value, path)
}

/**
 * An object, by names of its fields: those of text, those of whole numbers (blanks part them), and others with their readers.
 * A name that ends in `?` may be absent. Fields that are not named are left out.
 */
export function record<T>(texts: string, wholes = '', others: Record<string, Reader<unknown>> = {}): Reader<T> {
  for (const name of texts.match(/\S+/g) ?? []) others[name] = text
  for (const name of wholes.match(/\S+/g) ?? []) others[name] = whole
  const fields = Object.keys(others).map(
    (name) => [name.replace('?', ''), name, others[name] as Reader<unknown>] as const,
  )
  return (value, path) => {
    const source = object(value, path)
    const result: Record<string, unknown> = {}
    for (const [key, name, read] of fields) {
      if (key === name || source[key] !== undefined) result[key] = read(source[key], `${path}.${key}`)
    }
    // The caller names the fields of T; a property test holds both together.
    return result as T
  }
}

/** The member that the text in field `tag` names; `otherwise` when it is none of them. */
export function union<T>(tag: string, members: Record<string, Reader<object>>, otherwise: Reader<T> = fail): Reader<T> {
  const known = new Map<unknown, Reader<object>>(Object.entries(members))
  return (value, path) => {
    const name = object(value, path)[tag]
    const read = known.get(name)
    // The caller names the members of T; a property test holds both together.
    return read ? (Object.assign({ [tag]: name }, read(value, path)) as T) : otherwise(value, path)
  }
}

/** An object that is no list. */
export function object(value: unknown, path: string): Readonly<Record<string, unknown>> {
  return Object(value) === value && !Array.isArray(value) ? (value as Record<string, unknown>) : fail(value, path)
}
