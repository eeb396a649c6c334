import type { Malformed } from './problem.ts'
import { malformed, type Read } from './shape.ts'

/** A whole number in a query, written in digits only. */
export function wholeNumber(
  query: URLSearchParams,
  bounds: { readonly name: string; readonly min: number; readonly max: number; readonly otherwise: number },
): Read<number> {
  const { name, min, max, otherwise } = bounds
  const text = query.get(name)
  if (text === null) return { ok: true, value: otherwise }
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return { ok: true, value }
  return { ok: false, problem: outOf(name, text, `a whole number from ${min} to ${max}`) }
}

/** A text in a query, of at most `max` UTF-16 units. */
export function shortText(
  query: URLSearchParams,
  bounds: { readonly name: string; readonly max: number },
): Read<string> {
  const value = query.get(bounds.name) ?? ''
  if (value.length <= bounds.max) return { ok: true, value }
  return { ok: false, problem: outOf(bounds.name, value, `at most ${bounds.max} UTF-16 units`) }
}

function outOf(field: string, text: string, expected: string): Malformed {
  return malformed({ what: 'query', field, expected, received: JSON.stringify(text.slice(0, 40)) })
}
