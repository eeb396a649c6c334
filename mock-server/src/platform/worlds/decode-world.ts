import type { WechatSettings } from '../official-account/records.ts'
import type { AccessGrant, Scope } from '../platform.ts'
import type { RuleNumbers } from '../rulebook/numbers.ts'
import type { Person, PersonId, RuleSet, SenderId, SenderRecord, Template } from '../world.ts'
import { decodeNumbers, decodeRuleSet } from './decode-numbers.ts'
import { decodeOfficial, decodeWechatSettings, type LoadedAccount } from './decode-official.ts'
import { decodePerson, decodeSender, decodeTemplate } from './decode-records.ts'
import { decodeTenant, type LoadedTenant } from './decode-tenant.ts'
import { type Decode, type Fields, fieldsOf } from './fields.ts'
import { instantOf } from './instant.ts'
import { checkReferences } from './references.ts'
import { WorldError } from './world-error.ts'

/** A world that was checked, every instant in ms since 1970. */
export interface LoadedWorld extends LoadedTenant {
  readonly name: string
  readonly clock?: { readonly at: number; readonly running: boolean }
  readonly seed?: number
  readonly senders: readonly SenderRecord[]
  readonly persons: readonly Person[]
  readonly uses: readonly { readonly person: PersonId; readonly sender: SenderId; readonly at: number }[]
  readonly templates: readonly Template[]
  readonly accessTokens: readonly (AccessGrant & { readonly token: string })[]
  readonly sessions: readonly LoadedSession[]
  readonly miniapp?: Partial<RuleNumbers>
  readonly ruleSets: readonly RuleSet[]
  readonly officialAccounts: readonly LoadedAccount[]
  readonly wechat?: WechatSettings
  readonly state?: unknown
}

export interface LoadedSession {
  readonly token: string
  readonly person: PersonId
  readonly scope: Scope
  /** Exports carry it; a seed's session never ends. */
  readonly expiresAt?: number
  readonly revoked?: true
}

/** Durations in it count from its own clock where it has one, else from `now`. Throws `WorldError`. */
export function decodeWorld(value: unknown, now: number): LoadedWorld {
  const fields = fieldsOf(value, '')
  fields.oneOf('format', ['minibell-world'])
  fields.member('version', exactly(1))
  const clock = fields.has('clock') ? fields.member('clock', decodeClock(now)) : undefined
  const at = clock?.at ?? now
  const world: LoadedWorld = {
    name: fields.text('name'),
    ...(clock && { clock }),
    ...(fields.has('seed') && { seed: fields.member('seed', decodeSeed) }),
    senders: fields.list('senders', decodeSender),
    persons: fields.list('persons', decodePerson),
    uses: fields.list('uses', decodeUse(at)),
    templates: fields.list('templates', decodeTemplate),
    accessTokens: fields.list('accessTokens', decodeToken(at)),
    sessions: fields.list('sessions', decodeSession(at)),
    ...decodeTenant(fields, at),
    ...(fields.has('miniapp') && { miniapp: fields.member('miniapp', decodeNumbers) }),
    ruleSets: fields.list('ruleSets', decodeRuleSet),
    officialAccounts: fields.list('officialAccounts', decodeOfficial(at)),
    ...(fields.has('wechat') && { wechat: fields.member('wechat', decodeWechatSettings) }),
    ...(fields.has('state') && { state: fields.member('state', (state) => state) }),
  }
  checkReferences(world)
  return world
}

/** `host`, or one sender. Throws `WorldError`. */
export function decodeScope(value: unknown, path: string): Scope {
  const fields = fieldsOf(value, path)
  const kind = fields.oneOf('kind', ['host', 'sender'])
  return kind === 'host' ? { kind } : { kind, sender: fields.text('sender') }
}

function exactly(number: number): Decode<number> {
  return (value, path) => {
    if (value === number) return number
    throw new WorldError({ path, value, expected: String(number) })
  }
}

function decodeSeed(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw new WorldError({ path, value, expected: 'a whole number' })
}

function instant(fields: Fields, name: string, now: number): number {
  return fields.member(name, (value, path) => instantOf(value, path, now))
}

function decodeClock(now: number): Decode<{ readonly at: number; readonly running: boolean }> {
  return (value, path) => {
    const fields = fieldsOf(value, path)
    return { at: instant(fields, 'at', now), running: fields.flag('running') }
  }
}

function decodeUse(now: number): Decode<LoadedWorld['uses'][number]> {
  return (value, path) => {
    const fields = fieldsOf(value, path)
    return { person: fields.text('person'), sender: fields.text('sender'), at: instant(fields, 'at', now) }
  }
}

function decodeToken(now: number): Decode<LoadedWorld['accessTokens'][number]> {
  return (value, path) => {
    const fields = fieldsOf(value, path)
    return {
      token: fields.text('token', { max: 128 }),
      person: fields.text('person'),
      sender: fields.text('sender'),
      expiresAt: instant(fields, 'expiresAt', now),
      scopes: fields.list('scopes', (scope, at) => fieldsOf({ scope }, at).text('scope')),
    }
  }
}

function decodeSession(now: number): Decode<LoadedSession> {
  return (value, path) => {
    const fields = fieldsOf(value, path)
    return {
      token: fields.text('token', { max: 128 }),
      person: fields.text('person'),
      scope: fields.member('scope', decodeScope),
      ...(fields.has('expiresAt') && { expiresAt: instant(fields, 'expiresAt', now) }),
      ...(fields.has('revoked') && fields.flag('revoked') && { revoked: true as const }),
    }
  }
}
