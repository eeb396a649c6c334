import { type TemplateClass, type TemplateKind, templateKinds } from '@minibell/rules'
import type {
  AccountMedia,
  AccountTemplate,
  DeveloperPush,
  Follower,
  LibraryEntry,
  LibraryKeyword,
  OfficialAccount,
  Operation,
  WechatSettings,
} from '../official-account/records.ts'
import { decodePenalties } from './decode-penalties.ts'
import { type Decode, type Fields, fieldsOf, listOf, textOf } from './fields.ts'
import { instantOf } from './instant.ts'
import { WorldError } from './world-error.ts'

/** An account with what a world lists below it. */
export interface LoadedAccount {
  readonly account: OfficialAccount
  readonly followers: readonly Follower[]
  readonly templates: readonly AccountTemplate[]
}

/** `now`: what durations count from. Throws `WorldError`. */
export function decodeOfficial(now: number): Decode<LoadedAccount> {
  return (value, path) => {
    const fields = fieldsOf(value, path)
    return {
      account: decodeAccount(value, path, now),
      followers: fields.list('followers', (each, at) => decodeFollower(each, at, now)),
      templates: fields.list('templates', (each, at) => decodeAccountTemplate(each, at, now)),
    }
  }
}

/** Checks one account, whole; durations count from `now`. Throws `WorldError`. */
export function decodeAccount(value: unknown, path: string, now = 0): OfficialAccount {
  const fields = fieldsOf(value, path)
  const at = instants(fields, now)
  return {
    sender: fields.text('sender'),
    secret: fields.text('secret'),
    originalId: fields.text('originalId'),
    type: fields.oneOf('type', ['service', 'subscription']),
    verified: fields.flag('verified'),
    payment: fields.flag('payment'),
    ...flag(fields, 'overseas'),
    registeredAt: fields.member('registeredAt', (instant, where) => instantOf(instant, where, now)),
    plugin: fields.oneOf('plugin', ['open', 'closed']),
    ...(fields.has('industries') && { industries: fields.member('industries', decodePair) }),
    ...at('industriesChangedAt'),
    ...(fields.has('miniPrograms') && { miniPrograms: fields.list('miniPrograms', words(32)) }),
    ...(fields.has('recycled') && { recycled: fields.list('recycled', words(32)) }),
    ...(fields.has('push') && { push: fields.member('push', decodePush) }),
    ...at('customerSwitchAt'),
    ...(fields.has('withoutTypes') && { withoutTypes: fields.list('withoutTypes', words(32)) }),
    ...(fields.has('media') && { media: fields.list('media', decodeMedia) }),
  }
}

/** Checks one of an account's media. Throws `WorldError`. */
export const decodeMedia: Decode<AccountMedia> = (value, path) => {
  const fields = fieldsOf(value, path)
  const text = (name: 'title' | 'text' | 'url') => {
    const found = fields.optionalText(name, { max: 512 })
    return found === undefined ? {} : { [name]: found }
  }
  return {
    id: fields.text('id', { max: 128 }),
    type: fields.oneOf('type', ['image', 'voice', 'video', 'thumb', 'news', 'article', 'card']),
    ...text('title'),
    ...text('text'),
    ...(fields.has('picture') && { picture: fields.member('picture', decodePicture) }),
    ...text('url'),
  }
}

const decodePicture: Decode<NonNullable<AccountMedia['picture']>> = (value, path) => {
  const fields = fieldsOf(value, path)
  const url = fields.text('url', { max: 20_000 })
  if (!/^(https:\/\/\S+|data:image\/\S+)$/i.test(url))
    throw new WorldError({ path: `${path}.url`, value: url.slice(0, 80), expected: 'an https or data:image address' })
  return { url, width: fields.member('width', whole), height: fields.member('height', whole) }
}

/** Checks one follower. Throws `WorldError`. */
export function decodeFollower(value: unknown, path: string, now = 0): Follower {
  const fields = fieldsOf(value, path)
  const at = instants(fields, now)
  return {
    openid: fields.text('openid', { max: 128 }),
    followedAt: fields.member('followedAt', (instant, where) => instantOf(instant, where, now)),
    ...at('unfollowedAt'),
    ...flag(fields, 'refuses'),
    ...flag(fields, 'unreachable'),
    ...flag(fields, 'blacklisted'),
    ...at('servedAt'),
    ...(fields.has('operations') && {
      operations: fields.list('operations', (each, where) => decodeOperation(each, where, now)).slice(-50),
    }),
    ...(fields.has('consents') && { consents: fields.list('consents', words(64)) }),
  }
}

/** Checks one operation of a user (WT-2). Throws `WorldError`. */
export function decodeOperation(value: unknown, path: string, now: number): Operation {
  const fields = fieldsOf(value, path)
  const subject = fields.optionalText('subject', { max: 128 })
  return {
    at: fields.member('at', (instant, where) => instantOf(instant, where, now)),
    kind: fields.text('kind'),
    ...(subject !== undefined && { subject }),
  }
}

/** Checks one template of an account. Throws `WorldError`. */
export function decodeAccountTemplate(value: unknown, path: string, now = 0): AccountTemplate {
  const fields = fieldsOf(value, path)
  const nonCompliant = fields.optionalText('nonCompliant', { max: 1_000 })
  return {
    id: fields.text('id'),
    libraryId: fields.text('libraryId', { max: 32 }),
    ...shape(fields),
    content: fields.member('content', prose),
    addedAt: fields.member('addedAt', (instant, where) => instantOf(instant, where, now)),
    ...(nonCompliant !== undefined && { nonCompliant }),
  }
}

/** Checks one entry of the library. Throws `WorldError`. */
export function decodeLibraryEntry(value: unknown, path: string): LibraryEntry {
  const fields = fieldsOf(value, path)
  const entry: LibraryEntry = {
    id: fields.text('id', { max: 32 }),
    ...shape(fields),
    ...(fields.has('content') && { content: fields.member('content', prose) }),
  }
  const number = entry.form === 'historical' ? /^(OPEN)?TM\d+$/ : /^\d+$/
  if (!number.test(entry.id))
    throw new WorldError({ path: `${path}.id`, value: entry.id, expected: `a number of a ${entry.form} entry` })
  if ((entry.form === 'historical') !== (entry.content !== undefined))
    throw new WorldError({ path: `${path}.content`, value: entry.content, expected: 'a content, historical only' })
  return entry
}

/** Checks the settings of the WeChat platform. Throws `WorldError`. */
export function decodeWechatSettings(value: unknown, path: string): WechatSettings {
  const fields = fieldsOf(value, path)
  return {
    ...(fields.has('profile') && { profile: fields.oneOf('profile', ['source', 'current']) }),
    ...(fields.has('neverServed') && { neverServed: fields.oneOf('neverServed', ['refuse', 'part-V']) }),
    ...(fields.has('dailySends') && { dailySends: fields.member('dailySends', whole) }),
    ...(fields.has('dailyCustomerSends') && { dailyCustomerSends: fields.member('dailyCustomerSends', whole) }),
    ...flag(fields, 'zeroMsgIds'),
    ...flag(fields, 'stripped'),
    ...(fields.has('penalties') && { penalties: fields.member('penalties', decodePenalties) }),
    ...(fields.has('endings') && { endings: fields.oneOf('endings', ['review', 'literal']) }),
    ...(fields.has('payment') && { payment: fields.oneOf('payment', ['none', 'unlimited-48h']) }),
    ...(fields.has('menuItemId') && { menuItemId: fields.oneOf('menuItemId', ['sent', 'zero', 'missing']) }),
    ...(fields.has('pushAttempts') && { pushAttempts: fields.member('pushAttempts', whole) }),
  }
}

/** What entries and templates share. */
function shape(fields: Fields) {
  const kindOf = fields.oneOf<TemplateClass>('class', ['instant', 'monthly', 'irregular', 'general'])
  return {
    form: fields.oneOf('form', ['historical', 'category'] as const),
    title: fields.text('title', { max: 128 }),
    class: kindOf,
    kind: fields.oneOf<TemplateKind>('kind', templateKinds[kindOf]),
    ...flag(fields, 'disaster'),
    industries: fields.list('industries', industry),
    ...(fields.has('keywords') && { keywords: fields.list('keywords', decodeKeyword) }),
    example: fields.member('example', prose),
  }
}

const decodeKeyword: Decode<LibraryKeyword> = (value, path) => {
  const fields = fieldsOf(value, path)
  const example = fields.optionalText('example', { max: 200 })
  return {
    name: fields.text('name'),
    key: fields.text('key'),
    ...(fields.has('values') && { values: fields.list('values', words(64)) }),
    ...(example !== undefined && { example }),
  }
}

const decodePush: Decode<DeveloperPush> = (value, path) => {
  const fields = fieldsOf(value, path)
  const url = fields.text('url', { max: 512 })
  if (!/^https?:\/\/\S+$/i.test(url))
    throw new WorldError({ path: `${path}.url`, value: url, expected: 'an http or https address' })
  const mode = fields.oneOf('mode', ['plain', 'compatible', 'encrypted'])
  const aesKey = fields.optionalText('aesKey')
  if (aesKey === undefined ? mode !== 'plain' : !/^[A-Za-z0-9]{43}$/.test(aesKey))
    throw new WorldError({ path: `${path}.aesKey`, value: aesKey, expected: '43 letters and digits' })
  return {
    url,
    token: fields.text('token', { max: 32 }),
    ...(aesKey !== undefined && { aesKey }),
    mode,
    ...(fields.has('format') && { format: fields.oneOf('format', ['xml', 'json']) }),
  }
}

const industry: Decode<number> = (value, path) => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 41) return value
  throw new WorldError({ path, value, expected: 'the code of an industry, 1 to 41' })
}

const decodePair: Decode<readonly [number, number]> = (value, path) => {
  const [first, second, ...others] = listOf(value, path, industry)
  if (first !== undefined && second !== undefined && first !== second && others.length === 0) return [first, second]
  throw new WorldError({ path, value, expected: 'two different industries' })
}

const whole: Decode<number> = (value, path) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new WorldError({ path, value, expected: 'a whole number of 0 or more' })
}

/** Line breaks are allowed. */
const prose: Decode<string> = (value, path) => {
  if (typeof value === 'string' && value !== '' && value.length <= 4_096) return value
  throw new WorldError({ path, value, expected: 'a text of 1 to 4096 characters' })
}

function words(max: number): Decode<string> {
  return (value, path) => textOf(value, path, max)
}

function flag<Name extends string>(fields: Fields, name: Name): { readonly [Member in Name]?: boolean } {
  // The computed member has exactly this name.
  return (fields.has(name) ? { [name]: fields.flag(name) } : {}) as { readonly [Member in Name]?: boolean }
}

function instants(fields: Fields, now: number) {
  return <Name extends string>(name: Name): { readonly [Member in Name]?: number } =>
    // As in `flag`.
    (fields.has(name) ? { [name]: fields.member(name, (instant, where) => instantOf(instant, where, now)) } : {}) as {
      readonly [Member in Name]?: number
    }
}
