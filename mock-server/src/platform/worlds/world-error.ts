import { quoted } from '../rulebook/words.ts'

/** A world, or one record of it, is not what it should be. Nothing of it was taken. */
export class WorldError extends Error {
  override readonly name = 'WorldError'
  /** `senders[2].pages[0].path`; empty for the whole. */
  readonly path: string
  readonly value: unknown

  constructor(fault: { readonly path: string; readonly value: unknown; readonly expected: string }) {
    const place = fault.path === '' ? 'the world' : fault.path
    super(`Failed to load ${place}: it is ${shown(fault.value)}. Give ${fault.expected}.`)
    this.path = fault.path
    this.value = fault.value
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
