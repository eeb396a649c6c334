import type { Person, SenderPage, SenderRecord, Template } from '../world.ts'
import { decodeTimeZone } from './decode-numbers.ts'
import { fieldsOf, textOf } from './fields.ts'
import { WorldError } from './world-error.ts'

/** Checks one sender, whole. Throws `WorldError`. Unknown fields are dropped. */
export function decodeSender(value: unknown, path: string): SenderRecord {
  const fields = fieldsOf(value, path)
  const icon = fields.optionalText('icon', { max: 65_536 })
  const reason = fields.optionalText('reason', { max: 1_000 })
  const accessKeySecret = fields.optionalText('accessKeySecret', { max: 128 })
  return {
    id: fields.text('id'),
    kind: fields.oneOf('kind', ['mini-program', 'official-account']),
    platform: fields.oneOf('platform', ['miniapp', 'open-api', 'wechat']),
    wireId: fields.text('wireId', { max: 32 }),
    name: fields.text('name', { max: 128 }),
    ...(icon !== undefined && { icon }),
    account: fields.text('account'),
    accountKind: fields.oneOf('accountKind', ['enterprise', 'personal']),
    capability: fields.oneOf('capability', capabilities),
    ...(fields.has('disabledUntil') && { disabledUntil: fields.member('disabledUntil', decodeInstant) }),
    ...(reason !== undefined && { reason }),
    ...(accessKeySecret !== undefined && { accessKeySecret }),
    pages: fields.list('pages', decodePage),
    status: fields.oneOf('status', ['available', 'removed']),
  }
}

export const capabilities = ['not-applied', 'in-review', 'granted', 'refused', 'disabled', 'revoked'] as const

function decodeInstant(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new WorldError({ path, value, expected: 'ms since 1970' })
}

function decodePage(value: unknown, path: string): SenderPage {
  const fields = fieldsOf(value, path)
  return {
    path: fields.text('path', { max: 512 }),
    title: fields.text('title', { max: 128 }),
    ...(fields.has('tab') && { tab: fields.flag('tab') }),
    ...(fields.has('kind') && { kind: fields.oneOf('kind', ['page', 'web-view']) }),
    ...(fields.has('topics') && { topics: fields.list('topics', (topic, at) => textOf(topic, at, 64)) }),
  }
}

/** Checks one person, whole. Throws `WorldError`. */
export function decodePerson(value: unknown, path: string): Person {
  const fields = fieldsOf(value, path)
  return {
    id: fields.text('id'),
    name: fields.text('name', { max: 128 }),
    language: fields.text('language'),
    timeZone: fields.member('timeZone', decodeTimeZone),
    recipientIds: fields.list('recipientIds', (item, itemPath) => {
      const ids = fieldsOf(item, itemPath)
      return { account: ids.text('account'), id: ids.text('id', { max: 128 }) }
    }),
  }
}

/** Checks one template, whole. Throws `WorldError`. */
export function decodeTemplate(value: unknown, path: string): Template {
  const fields = fieldsOf(value, path)
  const reason = fields.optionalText('reason', { max: 1_000 })
  return {
    code: fields.text('code'),
    sender: fields.text('sender'),
    channel: fields.oneOf('channel', ['INBOX', 'PUSH', 'SMS']),
    name: fields.text('name', { max: 128 }),
    status: fields.oneOf('status', ['in-review', 'approved', 'rejected', 'withdrawn', 'disabled']),
    ...(reason !== undefined && { reason }),
    defaultLanguage: fields.text('defaultLanguage'),
    texts: fields.member('texts', decodeTexts),
  }
}

function decodeTexts(value: unknown, path: string): Template['texts'] {
  fieldsOf(value, path)
  // `fieldsOf` has just seen that it is a plain object.
  const entries = Object.entries(value as object).map(([language, text]: [string, unknown]) => {
    const at = `${path}.${textOf(language, path, 64)}`
    return [language, { title: wording(text, at, 'title'), content: wording(text, at, 'content') }] as const
  })
  if (entries.length === 0)
    throw new WorldError({ path, value, expected: 'a title and a content in one language or more' })
  return Object.fromEntries(entries)
}

function wording(value: unknown, path: string, name: 'title' | 'content'): string {
  return fieldsOf(value, path).member(name, (text, at) => {
    if (typeof text === 'string' && text !== '' && text.length <= 4_096) return text
    throw new WorldError({ path: at, value: text, expected: 'a text of 1 to 4096 characters' })
  })
}
