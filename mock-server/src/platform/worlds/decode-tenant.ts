import type { ClientRecord, Consent, OpenApiSettings, SenderId, TokenSource, Webhook } from '../world.ts'
import { decodeWebhook } from './decode-webhook.ts'
import { type Decode, type Fields, fieldsOf, textOf } from './fields.ts'
import { instantOf } from './instant.ts'
import { WorldError } from './world-error.ts'

/** The open API's part of a world; absent lists are empty. */
export interface LoadedTenant {
  readonly clients: readonly ClientRecord[]
  readonly openApi?: OpenApiSettings
  readonly consents: readonly Consent[]
  readonly authCodes: readonly (TokenSource & { readonly code: string })[]
  readonly refreshTokens: readonly (TokenSource & { readonly token: string })[]
  readonly superApp?: { readonly url: string }
  readonly webhooks: readonly Webhook[]
}

/** `now`: what durations count from. Throws `WorldError`. */
export function decodeTenant(fields: Fields, now: number): LoadedTenant {
  return {
    clients: fields.list('clients', decodeClient),
    ...(fields.has('openApi') && { openApi: fields.member('openApi', decodeSettings) }),
    consents: fields.list('consents', decodeConsent),
    authCodes: fields.list('authCodes', (value, path) => ({
      code: fieldsOf(value, path).text('code', { max: 64 }),
      ...decodeSource(value, path, now),
    })),
    refreshTokens: fields.list('refreshTokens', (value, path) => ({
      token: fieldsOf(value, path).text('token', { max: 128 }),
      ...decodeSource(value, path, now),
    })),
    ...(fields.has('superApp') && { superApp: fields.member('superApp', decodeSuperApp) }),
    webhooks: fields.list('webhooks', decodeWebhook),
  }
}

/** Checks one client of the open API, whole. Throws `WorldError`. */
export function decodeClient(value: unknown, path: string): ClientRecord {
  const fields = fieldsOf(value, path)
  const keys = fields.list('keys', decodeKey)
  const repeated = keys.find(({ version }, index) => keys.findIndex((key) => key.version === version) < index)
  if (repeated)
    throw new WorldError({ path: `${path}.keys`, value: repeated.version, expected: 'each version at most once' })
  return {
    id: fields.text('id', { max: 128 }),
    keys,
    ...(fields.has('senders') && { senders: fields.list<SenderId>('senders', (id, at) => textOf(id, at, 64)) }),
  }
}

const decodeKey: Decode<ClientRecord['keys'][number]> = (value, path) => {
  const fields = fieldsOf(value, path)
  return {
    version: fields.member('version', atLeast(1)),
    publicKey: fields.member('publicKey', (key, at) => {
      const bare = typeof key === 'string' ? key.replace(/-----[A-Z ]+-----|\s/g, '') : ''
      if (/^[A-Za-z0-9+/]{64,2048}={0,2}$/.test(bare)) return bare
      throw new WorldError({ path: at, value: key, expected: 'an RSA public key, base64 of X.509 or PEM' })
    }),
  }
}

/** Checks the settings of the open API. Throws `WorldError`. */
export function decodeSettings(value: unknown, path: string): OpenApiSettings {
  const fields = fieldsOf(value, path)
  return {
    ...(fields.has('profile') && { profile: fields.oneOf('profile', ['source', 'current']) }),
    ...(fields.has('mode') && { mode: fields.oneOf('mode', ['strict', 'lenient']) }),
    ...(fields.has('signatures') && {
      signatures: fields.oneOf('signatures', ['off', 'when-present', 'required']),
    }),
    ...(fields.has('skewMs') && { skewMs: fields.member('skewMs', atLeast(0)) }),
    ...(fields.has('rate') && { rate: fields.member('rate', decodeWindow) }),
    ...(fields.has('frequency') && { frequency: fields.member('frequency', decodeWindow) }),
    ...(fields.has('trafficStatus') && { trafficStatus: fields.oneOf('trafficStatus', ['F', 'U']) }),
  }
}

const decodeWindow: Decode<{ readonly messages: number; readonly perMs: number }> = (value, path) => {
  const fields = fieldsOf(value, path)
  return { messages: fields.member('messages', atLeast(0)), perMs: fields.member('perMs', atLeast(1)) }
}

/** Checks one consent. Throws `WorldError`. */
export function decodeConsent(value: unknown, path: string): Consent {
  const fields = fieldsOf(value, path)
  return {
    person: fields.text('person'),
    sender: fields.text('sender'),
    channel: fields.oneOf('channel', ['INBOX', 'PUSH', 'SMS']),
    agreed: fields.flag('agreed'),
  }
}

function decodeSource(value: unknown, path: string, now: number): TokenSource {
  const fields = fieldsOf(value, path)
  return {
    person: fields.text('person'),
    sender: fields.text('sender'),
    scopes: fields.list('scopes', (scope, at) => textOf(scope, at, 64)),
    expiresAt: fields.member('expiresAt', (instant, at) => instantOf(instant, at, now)),
    ...(fields.has('used') && fields.flag('used') && { used: true as const }),
  }
}

/** Checks the address of a super app: http or https, no query. Throws `WorldError`. */
export function decodeSuperApp(value: unknown, path: string): { readonly url: string } {
  const url = fieldsOf(value, path).text('url', { max: 512 })
  if (/^https?:\/\/[^\s?#]+$/i.test(url)) return { url: url.replace(/\/+$/, '') }
  throw new WorldError({ path: `${path}.url`, value: url, expected: 'an http or https address without a query' })
}

function atLeast(least: number): Decode<number> {
  return (value, path) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value
    throw new WorldError({ path, value, expected: `a whole number of ${least} or more` })
  }
}
