import { DecodeError } from './decode-error.ts'

/** Checks a JSON value found at `path` and answers it, or what stands in its place; throws `DecodeError`. */
export type Reader<T> = (value: unknown, path: string) => T

/**
 * What a value must look like, by example, so that it is plain data: small, and shaken off where unused.
 * `''` any text, `'a'` that text, `0` an integer from 0 to 2⁵³ − 1, `1` that number, `false` a boolean, `[shape]` a list,
 * `{0: shape}` a map, `{name: shape}` an object, where `'name?'` may be absent; a reader decides for itself.
 */
export type Shape<T> =
  | Reader<T>
  | ([T] extends [string] ? T | '' : [T] extends [number] ? T : [T] extends [boolean] ? false : Inner<T>)

type Inner<T> = [T] extends [readonly (infer Entry)[]]
  ? readonly [Shape<Entry>]
  : [T] extends [Readonly<Record<string, string>>]
    ? Fields<T> | { readonly 0: '' }
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

type Json = Record<string, unknown>

/** Checks `value`, fresh from `JSON.parse`, in place: only what a reader replaces is written. Unknown fields stay. */
export function read<T>(shape: Shape<T>, value: unknown, path: string): T {
  if (typeof shape === 'function') return shape(value, path)
  if (!isLike(shape, value)) fail(value, path)
  // Shape<T> ties the form of the shape, which the value was found to have, to T; the compiler cannot follow that back.
  if (typeof shape === 'object') readEach(shape as Json, value as Json, path)
  return value as T
}

function readEach(shape: Json, value: Json, path: string): void {
  const every = shape[0]
  for (const name in every === undefined ? shape : value) {
    const inner = every === undefined ? shape[name] : every
    const key = every === undefined ? name.replace('?', '') : name
    // The values of an object that is a shape are shapes.
    if (key === name || value[key] !== undefined) value[key] = read(inner as '', value[key], `${path}.${key}`)
  }
}

function isLike(shape: unknown, value: unknown): boolean {
  if (shape === 0) return Number.isSafeInteger(value) && Number(value) >= 0
  return typeOf(shape) === typeOf(value) && (!shape || typeof shape === 'object' || shape === value)
}

/** Tells lists and null from objects. */
function typeOf(value: unknown): string {
  return Object.prototype.toString.call(value)
}

/** Reads the member of a union that the text in field `tag` names; `otherwise` gets what is none of `members`. */
export function readMember<T>(
  value: unknown,
  path: string,
  tag: string,
  members: object,
  otherwise: (value: Json, path: string) => T,
): T {
  const source = read<Json>({ [tag]: '' }, value, path)
  // The field was found to be text, and Members<T> ties the members to T.
  const shape = (members as Record<string, ''>)[source[tag] as string]
  return shape ? read<T>(shape as Shape<T>, value, path) : otherwise(source, path)
}

/** Throws `DecodeError`. */
export function fail(value: unknown, path: string): never {
  throw new DecodeError(value, path)
}
