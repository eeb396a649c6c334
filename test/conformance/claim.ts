import { canonical, type Json } from './json.ts'

/** Thrown when what a platform did is not what the documents say. */
export class Claim extends Error {}

/** Throws a `Claim` unless `what` is as the documents say. */
export function claim(holds: boolean, what: string): void {
  if (!holds) throw new Claim(what)
}

export function equal(received: Json | undefined, expected: Json, what: string): void {
  claim(
    canonical(received) === canonical(expected),
    `${what}: expected ${shown(expected)}, received ${shown(received)}`,
  )
}

/** One of several answers that the documents leave open. */
export function among(received: Json | undefined, allowed: readonly Json[], what: string): void {
  const isAllowed = allowed.some((one) => canonical(one) === canonical(received))
  claim(isAllowed, `${what}: expected one of ${shown(allowed)}, received ${shown(received)}`)
}

function shown(value: Json | undefined): string {
  const text = canonical(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
