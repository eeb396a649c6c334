/** JSON as it came; nothing of it is trusted. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Thrown when a backend does what the protocol does not say. */
export class Claim extends Error {}

/** Thrown when a check lacks what it needs: it says what to give. */
export class Lacking extends Error {}

/** Throws a `Claim` unless it holds. */
export function claim(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Claim(what)
}

export function equal(received: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(received), JSON.stringify(expected)]
  claim(is === should, `${what}: expected ${cut(should)}, received ${cut(is)}`)
}

/** The value at a path, `error.code`; `undefined` where there is nothing. */
export function at(value: Json | undefined, path: string): Json | undefined {
  let here = value
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined
    // Arrays are read by their index's text, as objects are by their keys.
    here = (here as { readonly [key: string]: Json | undefined })[key]
  }
  return here
}

export function list(value: Json | undefined, what: string): readonly Json[] {
  claim(Array.isArray(value), `${what} is a list, received ${cut(JSON.stringify(value))}`)
  return value
}

export function whole(value: Json | undefined, what: string): number {
  claim(Number.isSafeInteger(value), `${what} is a whole number, received ${cut(JSON.stringify(value))}`)
  return Number(value)
}

export function text(value: Json | undefined, what: string): string {
  claim(typeof value === 'string', `${what} is a text, received ${cut(JSON.stringify(value))}`)
  return value
}

export const cut = (shown = 'nothing'): string => (shown.length > 200 ? `${shown.slice(0, 200)}…` : shown)
