import { DecodeError } from './decode-error.ts'

/** Answers a JSON value that is as it must be, or what stands in its place; throws `DecodeError` with the path from the value. */
export type Check<T> = (value: unknown) => T

/** What a value must look like, as plain data, so that it is small, and shaken off where unused: a check, `[shape]` for a list, `{name: shape}` for an object. */
export type Shape<T> =
  | Check<T>
  | ([T] extends [readonly (infer Entry)[]] ? readonly [Shape<Entry>] : [T] extends [object] ? Fields<T> : never)

/** A shape for the fields of T that its readers rely on; the others are taken as they come. */
export type Fields<T> = { readonly [Name in keyof T]?: Shape<T[Name]> }

/** A shape for every member of a union, by the text in its field `Tag`. */
export type Members<Union, Tag extends keyof Union> = {
  readonly [Name in Union[Tag] & string]: Fields<Extract<Union, Readonly<Record<Tag, Name>>>>
} & {
  /** `null`: names of Object are nobody's. */
  readonly __proto__: null
}

type Json = Record<string | number, unknown>

/** Checks `value`, fresh from `JSON.parse`, in place: only what a check replaces is written. Unknown fields stay. */
export function read<T>(shape: Shape<T>, value: unknown): T {
  if (typeof shape === 'function') return shape(value)
  const isList = Array.isArray(shape)
  if (Object(value) !== value || Array.isArray(value) !== isList) fail(value)
  let key: string | number = 0
  try {
    // Shape<T> ties the form of the shape, which the value was found to have, to T; the compiler cannot follow that back.
    if (isList) for (; key in (value as unknown[]); key += 1) put(value as Json, key, shape[0])
    else for (key in shape) put(value as Json, key, shape[key as keyof Shape<T>] as Shape<unknown>)
  } catch (error) {
    // Places are named on the way out, when something was found: most values are as they should be.
    const found = error as DecodeError // checks throw nothing else
    throw new DecodeError(found.value, key + (found.path && `.${found.path}`))
  }
  return value as T
}

function put(object: Json, key: string | number, shape: Shape<unknown>): void {
  const before = object[key]
  const after = read(shape, before)
  if (after !== before) object[key] = after
}

/** Reads the member of a union that the text in field `tag` names; `otherwise` gets what is none of `members`. */
export function readMember<T>(value: unknown, tag: string, members: object, otherwise: (value: Json) => T): T {
  const name: unknown = Object(value)[tag]
  // Members<T> ties the members to T.
  const shape = typeof name === 'string' && (members as Record<string, Shape<T>>)[name]
  return shape ? read(shape, value) : otherwise(read<Json>({ [tag]: text }, value))
}

/** Any text; where only some words are known the others are taken as they come. */
export const text = <Text extends string>(value: unknown): Text =>
  typeof value === 'string' ? (value as Text) : fail(value) // as the sentence above says

/** An integer from 0 to 2⁵³ − 1. */
export const whole: Check<number> = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail(value) // an integer is a number

/** `undefined` stays. */
export function maybe<T>(shape: Shape<T>): Check<T | undefined> {
  return (value) => (value === undefined ? value : read(shape, value))
}

/** Throws `DecodeError`. */
export function fail(value: unknown): never {
  throw new DecodeError(value, '')
}
