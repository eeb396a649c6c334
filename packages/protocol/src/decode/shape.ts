import { DecodeError } from './decode-error.ts'

/** Checks a JSON value found at `path` and answers it, or what stands in its place; throws `DecodeError`. */
export type Reader<T> = (value: unknown, path: string) => T

/**
 * What a value must look like, by example, so that it is plain data: small, and shaken off where unused.
 * `''` any text, `'a'` that text, `0` an integer from 0 to 2⁵³ − 1, `1` that number, `false` a boolean, `[shape]` a list,
 * `{'*': shape}` a map, `{name: shape}` an object, where `'name?'` may be absent; a reader decides for itself.
 */
export type Shape<T> =
  | Reader<T>
  | ([T] extends [string] ? T | '' : [T] extends [number] ? T : [T] extends [boolean] ? false : Inner<T>)

type Inner<T> = [T] extends [readonly (infer Entry)[]]
  ? readonly [Shape<Entry>]
  : [T] extends [Readonly<Record<string, string>>]
    ? Fields<T> | { readonly '*': '' }
    : Fields<T>

/** A shape for the fields of T that its readers rely on; the others are taken as they come. */
export type Fields<T> = {
  readonly [Name in keyof T as Name extends string
    ? Record<never, never> extends Pick<T, Name>
      ? `${Name}?`
      : Name
    : never]?: Shape<Exclude<T[Name], undefined>>
}

/** A shape for every member of a union, by the text in its field `Tag`. */
export type Members<Union, Tag extends keyof Union> = {
  readonly [Name in Union[Tag] & string]: Fields<Extract<Union, Readonly<Record<Tag, Name>>>>
} & {
  /** `null`: names of Object are nobody's. */
  readonly __proto__: null
}

type Json = Record<string | number, unknown>

/** Checks `value`, fresh from `JSON.parse`, in place: only what a reader replaces is written. Unknown fields stay. */
export function read<T>(shape: Shape<T>, value: unknown, path: string): T {
  if (typeof shape === 'function') return shape(value, path)
  if (!isLike(shape, value)) fail(value, path)
  // Shape<T> ties the form of the shape, which the value was found to have, to T; the compiler cannot follow that back.
  if (typeof shape === 'object') readEach(shape as Json, value as Json, path)
  return value as T
}

/** A place is named on the way out, when something was found: most values are as they should be. */
function readEach(shape: Json, value: Json, path: string): void {
  const isList = Array.isArray(shape)
  const every = isList ? shape[0] : shape['*']
  let key: string | number = 0
  try {
    if (isList) for (const count = Number(value['length']); key < count; key += 1) readOne(every, value, key)
    else
      for (const name in every === undefined ? shape : value) {
        const isOptional = every === undefined && name[name.length - 1] === '?'
        key = isOptional ? name.slice(0, -1) : name
        if (!isOptional || value[key] !== undefined) readOne(every === undefined ? shape[name] : every, value, key)
      }
  } catch (error) {
    throw error instanceof DecodeError ? new DecodeError(error.value, `${path}.${error.path}`) : error
  }
}

/** The values of an object that is a shape are shapes; most are texts. */
function readOne(shape: unknown, value: Json, key: string | number): void {
  const before = value[key]
  if (shape === '' && typeof before === 'string') return
  const after = read(shape as '', before, `${key}`)
  if (after !== before) value[key] = after
}

function isLike(shape: unknown, value: unknown): boolean {
  if (shape === 0) return Number.isSafeInteger(value) && Number(value) >= 0
  if (typeof shape === 'object') return isObject(value) && Array.isArray(shape) === Array.isArray(value)
  return typeof shape === typeof value && (!shape || shape === value)
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && !!value
}

/** Reads the member of a union that the text in field `tag` names; `otherwise` gets what is none of `members`. */
export function readMember<T>(
  value: unknown,
  path: string,
  tag: string,
  members: object,
  otherwise: (value: Json, path: string) => T,
): T {
  if (!isObject(value) || Array.isArray(value)) fail(value, path)
  const name = value[tag]
  if (typeof name !== 'string') fail(name, `${path}.${tag}`)
  // Members<T> ties the members to T.
  const shape = (members as Record<string, ''>)[name]
  return shape ? read<T>(shape as Shape<T>, value, path) : otherwise(value, path)
}

/** Throws `DecodeError`. */
export function fail(value: unknown, path: string): never {
  throw new DecodeError(value, path)
}
