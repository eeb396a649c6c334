import {
  degrees,
  type GovernanceNumbers,
  type RuleNumbers,
  type Rung,
  reportKinds,
  violationKinds,
} from '../rulebook/numbers.ts'
import type { RuleSet } from '../world.ts'
import { type Decode, type Fields, fieldsOf, textOf } from './fields.ts'
import { WorldError } from './world-error.ts'

/** Checks numbers of the MiniApp rules; absent ones are the source's. Throws `WorldError`. */
export function decodeNumbers(value: unknown, path: string): Partial<RuleNumbers> {
  const fields = fieldsOf(value, path)
  const optional = <Name extends keyof RuleNumbers>(name: Name, decode: Decode<NonNullable<RuleNumbers[Name]>>) =>
    fields.has(name) ? { [name]: fields.member(name, decode) } : {}
  return {
    ...optional('rate', decodeRate),
    ...optional('frequency', decodeFrequency),
    ...optional('recency', decodeRecency),
    ...optional('recipients', whole(1)),
    ...optional('quietHours', decodeQuietHours),
    ...optional('calls', decodeCalls),
    ...(fields.has('signatures') && { signatures: fields.oneOf('signatures', ['off', 'when-present', 'required']) }),
    ...optional('files', decodeFiles),
    ...optional('content', decodeContent),
    ...optional('similarity', decodeSimilarity),
    ...optional('governance', decodeGovernance),
    ...optional('severities', decodeSeverities),
  }
}

/** Checks a revision of the rules, whole. Throws `WorldError`. */
export function decodeRuleSet(value: unknown, path: string): RuleSet {
  const fields = fieldsOf(value, path)
  return {
    name: fields.text('name'),
    version: fields.text('version'),
    effectiveAt: fields.member('effectiveAt', whole(0)),
    bulletin: fields.member('bulletin', (said, at) => {
      const words = fieldsOf(said, at)
      const zh = words.optionalText('zh', { max: 1_000 })
      return { en: words.text('en', { max: 1_000 }), ...(zh !== undefined && { zh }) }
    }),
    numbers: fields.has('numbers') ? fields.member('numbers', decodeNumbers) : {},
  }
}

/** A whole number of at least `least`. Throws `WorldError`. */
export function whole(least: number): Decode<number> {
  return (value, path) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value
    throw new WorldError({ path, value, expected: `a whole number of ${least} or more` })
  }
}

const positive: Decode<number> = (value, path) => {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1_000_000) return value
  throw new WorldError({ path, value, expected: 'a number of 0 to 1,000,000' })
}

const decodeRate: Decode<RuleNumbers['rate']> = (value, path) => {
  const fields = fieldsOf(value, path)
  return { messages: fields.member('messages', whole(0)), perMs: fields.member('perMs', whole(1)) }
}

const decodeCalls: Decode<NonNullable<RuleNumbers['calls']>> = (value, path) => {
  const fields = fieldsOf(value, path)
  return { calls: fields.member('calls', whole(0)), perMs: fields.member('perMs', whole(1)) }
}

const modes = ['rolling', 'calendar'] as const

const decodeFrequency: Decode<RuleNumbers['frequency']> = (value, path) => {
  const fields = fieldsOf(value, path)
  return { mode: fields.oneOf('mode', modes), days: fields.member('days', days) }
}

/** 0 to 36,500. Throws `WorldError`. */
export const days: Decode<number> = (value, path) => {
  const count = whole(0)(value, path)
  if (count <= 36_500) return count
  throw new WorldError({ path, value, expected: 'at most 36,500 days' })
}

const decodeRecency: Decode<RuleNumbers['recency']> = (value, path) => {
  const fields = fieldsOf(value, path)
  return {
    mode: fields.oneOf('mode', modes),
    days: fields.member('days', days),
    boundary: fields.oneOf('boundary', ['inclusive', 'exclusive']),
  }
}

const decodeFiles: Decode<RuleNumbers['files']> = (value, path) => {
  const fields = fieldsOf(value, path)
  return { recipients: fields.member('recipients', whole(1)), perSecond: fields.member('perSecond', whole(1)) }
}

const decodeContent: Decode<RuleNumbers['content']> = (value, path) => {
  const fields = fieldsOf(value, path)
  return {
    titleMax: fields.member('titleMax', whole(1)),
    warnAbove: fields.member('warnAbove', whole(1)),
    max: fields.member('max', whole(1)),
  }
}

const decodeSimilarity: Decode<RuleNumbers['similarity']> = (value, path) => {
  const fields = fieldsOf(value, path)
  return {
    days: fields.member('days', days),
    threshold: fields.member('threshold', positive),
    warnAt: fields.member('warnAt', whole(1)),
    refuseAt: fields.member('refuseAt', whole(2)),
  }
}

const decodeQuietHours: Decode<NonNullable<RuleNumbers['quietHours']>> = (value, path) => {
  const fields = fieldsOf(value, path)
  return {
    from: fields.member('from', timeOfDay),
    to: fields.member('to', timeOfDay),
    ...(fields.has('timeZone') && { timeZone: fields.member('timeZone', decodeTimeZone) }),
  }
}

const timeOfDay: Decode<string> = (value, path) => {
  if (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return value
  throw new WorldError({ path, value, expected: 'a time of day, HH:MM' })
}

/** An IANA name. Throws `WorldError`. */
export function decodeTimeZone(value: unknown, path: string): string {
  const name = textOf(value, path, 64)
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return name
  } catch {
    throw new WorldError({ path, value, expected: 'an IANA time zone such as Africa/Nairobi' })
  }
}

const decodeSeverities: Decode<NonNullable<RuleNumbers['severities']>> = (value, path) => {
  const fields = fieldsOf(value, path)
  // `fieldsOf` has just seen that it is a plain object.
  const ids = Object.keys(value as object).map((id) => textOf(id, path, 64))
  return Object.fromEntries(ids.map((id) => [id, fields.oneOf(id, ['deny', 'warn', 'human'])]))
}

const decodeGovernance: Decode<GovernanceNumbers> = (value, path) => {
  const fields = fieldsOf(value, path)
  return {
    automatic: fields.flag('automatic'),
    windowDays: fields.member('windowDays', days),
    weights: named(fields, 'weights', violationKinds),
    degrees: named(fields, 'degrees', degrees),
    reports: named(fields, 'reports', reportKinds),
    ladder: fields.list('ladder', decodeRung),
  }
}

/** A step of a ladder. Throws `WorldError`. */
export const decodeRung: Decode<Rung> = (value, path) => {
  const fields = fieldsOf(value, path)
  return {
    points: fields.member('points', positive),
    step: fields.oneOf('step', ['warned', 'disabled', 'revoked', 'removed']),
    ...(fields.has('days') && { days: fields.member('days', days) }),
  }
}

/** One number for each of the names. Throws `WorldError`. */
export function named<Name extends string>(
  fields: Fields,
  member: string,
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  return fields.member(member, (value, path) => {
    const inner = fieldsOf(value, path)
    // Every name gets its number, and no other does.
    return Object.fromEntries(names.map((name) => [name, inner.member(name, positive)])) as Record<Name, number>
  })
}
