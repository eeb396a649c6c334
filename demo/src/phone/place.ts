import { formatQuery, parseQuery } from '@minibell/protocol'
import type { PhoneState } from './phone-state.ts'

/** Where the phone is, as the page's hash keeps it over a reload: `person=amina&app=kijani&page=pages/bill/detail&query=id%3D2041`. */
const keys = ['person', 'app', 'page', 'query'] as const

/** The hash with the phone's place in it; other parts stay. Pages below the one in front are not kept. */
export function hashWithPlace(hash: string, state: PhoneState): string {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  for (const key of keys) parts.delete(key)
  const walkthrough = parts.get('walkthrough')
  parts.delete('walkthrough')
  const page = state.front === undefined ? undefined : state.stacks[state.front]?.at(-1)
  parts.set('person', state.person)
  if (state.front !== undefined) parts.set('app', state.front)
  if (page) parts.set('page', page.path)
  if (page && Object.keys(page.query).length > 0) parts.set('query', formatQuery(page.query))
  const place = parts.toString().replaceAll('%2F', '/')
  return walkthrough === null ? place : `walkthrough=${walkthrough}&${place}`
}

/** What the hash says of the phone; `fallback` where it says nothing. */
export function placeIn(hash: string, fallback: PhoneState): PhoneState {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  const person = parts.get('person')
  if (person === null) return fallback
  const front = parts.get('app') ?? undefined
  const path = parts.get('page')
  if (front === undefined || path === null) return { person, front, stacks: {} }
  return { person, front, stacks: { [front]: [{ path, query: parseQuery(parts.get('query') ?? '') }] } }
}
