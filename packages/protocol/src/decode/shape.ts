import { DecodeError } from './decode-error.ts'

/** Reads a JSON value found at `path`; throws `DecodeError`. */
export type Reader<T> = (value: unknown, path: string) => T

/**
 * What a value must look like, by example, so that it is plain data: small, and shaken off where unused.
 * `''` any text, `'a b'` one of these words, `0` an integer from 0 to 2⁵³ − 1, `1` that number, `false` a boolean,
 * `[shape]` a list, `{name: shape}` an object, where `'name?'` may be absent; a reader decides for itself.
 */
export type Shape<T> =
  | Reader<T>
  | ([T] extends [string]
      ? string
      : [T] extends [number]
        ? number extends T
          ? 0
          : T
        : [T] extends [boolean]
          ? false
          : Inner<T>)

type Inner<T> = [T] extends [readonly (infer Entry)[]] ? readonly [Shape<Entry>] : Fields<T>

/** A shape for every field of T, so that none is forgotten. */
export type Fields<T> = {
  readonly [Name in keyof T as Name extends string
    ? Record<never, never> extends Pick<T, Name>
      ? `${Name}?`
      : Name
    : never]-?: Shape<Exclude<T[Name], undefined>>
}

/** A shape for every member of a union, by the text in its field `Tag`, each without that field. */
export type Members<Union, Tag extends keyof Union> = {
  readonly [Name in Union[Tag] & string]: Fields<Omit<Extract<Union, Readonly<Record<Tag, Name>>>, Tag>>
}

type Json = Readonly<Record<string, unknown>>

/** Decodes by `shape`; fields that it does not name are left out. */
export function read<T>(shape: Shape<T>, value: unknown, path: string): T {
  if (typeof shape === 'function') return shape(value, path)
  if (!isLike(shape, value)) return fail(value, path)
  // Shape<T> ties the form of the shape, which the value was found to have, to T; the compiler cannot follow that back.
  if (Array.isArray(shape))
    return (value as Json[]).map((entry, index) => read(shape[0], entry, `${path}[${index}]`)) as T
  return (typeof shape === 'object' ? readFields(shape as Json, value as Json, path) : value) as T
}

function isLike(shape: unknown, value: unknown): boolean {
  if (typeOf(shape) !== typeOf(value)) return false
  if (shape === 0) return Number.isSafeInteger(value) && Number(value) >= 0
  return !shape || typeof shape === 'object' || String(shape).split(' ').includes(String(value))
}

/** Tells lists and null from objects. */
function typeOf(value: unknown): string {
  return Object.prototype.toString.call(value)
}

function readFields(shape: Json, value: Json, path: string): Json {
  const result: Record<string, unknown> = {}
  for (const name in shape) {
    const key = name.replace('?', '')
    // The values of an object that is a shape are shapes.
    if (key === name || value[key] !== undefined) result[key] = read(shape[name] as '', value[key], `${path}.${key}`)
  }
  return result
}

/** Reads the member of a union that the text in field `tag` names; `otherwise` gets what is none of `members`. */
export function readMember<T>(
  value: unknown,
  path: string,
  tag: string,
  members: object,
  otherwise: (value: Json, path: string) => T,
): T {
  read({}, value, path)
  const source = value as Json
  const name = read<string>('', source[tag], `${path}.${tag}`)
  // Own names alone: "constructor" is nobody's.
  if (!Object.keys(members).includes(name)) return otherwise(source, path)
  // Members<T> ties the members to T.
  return Object.assign({ [tag]: name }, read((members as Json)[name] as '', value, path)) as T
}

/** Throws `DecodeError`. */
export function fail(value: unknown, path: string): never {
  throw new DecodeError(value, path)
}
