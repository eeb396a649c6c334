import type { SenderRecord } from '@minibell/mock'
import { dayMs, firstName, spanText } from '../../look/words.ts'

/** One thing that a jump of the clock will change for a person and a mini-program. */
export interface Turn {
  readonly kind: 'may-get-next' | 'becomes-inactive' | 'comes-back'
  /** From now, > 0. */
  readonly inMs: number
  readonly says: string
}

/** What the forecast looks at. */
export interface Standing {
  readonly person: string
  readonly sender: string
  readonly lastUsedAt: number | undefined
  /** When the platform last accepted a service message of this sender for this person. */
  readonly lastAcceptedAt: number | undefined
}

/** MA-3: 1 message every 3 days. */
const spacingMs = 3 * dayMs
/** MA-4: day 30 is still active, so the 31st day begins inactivity. */
const activeMs = 31 * dayMs

/** What will change as time passes, soonest first. A next message is only foretold where the person will still be active. */
export function forecast(standing: Standing, now: number): readonly Turn[] {
  const inactiveInMs = standing.lastUsedAt === undefined ? 0 : standing.lastUsedAt + activeMs - now
  if (inactiveInMs <= 0) return []
  const name = firstName(standing.person)
  const turns: Turn[] = [
    { kind: 'becomes-inactive', inMs: inactiveInMs, says: `${name} becomes inactive for ${standing.sender}` },
  ]
  const nextInMs = standing.lastAcceptedAt === undefined ? 0 : standing.lastAcceptedAt + spacingMs - now
  if (nextInMs > 0 && nextInMs < inactiveInMs)
    turns.unshift({ kind: 'may-get-next', inMs: nextInMs, says: `${name} may get the next ${standing.sender} message` })
  return turns
}

/** MA-6: a capability that is disabled for a while; nothing for one that is not, or without an end. */
export function comesBack(
  { name, capability, disabledUntil }: Pick<SenderRecord, 'name' | 'capability' | 'disabledUntil'>,
  now: number,
): readonly Turn[] {
  if (capability !== 'disabled' || disabledUntil === undefined || disabledUntil <= now) return []
  return [{ kind: 'comes-back', inMs: disabledUntil - now, says: `${name} may send again` }]
}

/** How the person stands right now, as a sentence. */
export function standingText(standing: Standing, now: number): string {
  const name = firstName(standing.person)
  if (standing.lastUsedAt === undefined) return `${name} never used ${standing.sender}: nothing may be sent (MA-4).`
  if (standing.lastUsedAt + activeMs <= now)
    return `${name} is inactive for ${standing.sender}: nothing may be sent (MA-4).`
  const waitMs = standing.lastAcceptedAt === undefined ? 0 : standing.lastAcceptedAt + spacingMs - now
  if (waitMs > 0) return `${name} got a message: the next may follow in ${spanText(waitMs)} (MA-3).`
  return `${name} is active and may get a ${standing.sender} message now.`
}
