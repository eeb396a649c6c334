import type { HttpRequest } from '@minibell/ports'
import type { DeveloperPush } from '../../platform/official-account/records.ts'
import { pushCipher } from './cipher.ts'
import { signatureOf } from './signature.ts'
import { type WireField, writeFields } from './write-fields.ts'

/** What makes one request unlike another: seconds, digits, 16 bytes. */
export interface Stamp {
  readonly timestamp: string
  readonly nonce: string
  readonly random: Uint8Array
}

/** One message or event, as its fields; the first is `ToUserName`. */
export interface Push {
  readonly appId: string
  readonly openId: string
  readonly fields: readonly WireField[]
}

/** The platform drops the connection then. */
export const answerWithinMs = 5_000

/** CS-1: the signed POST, in the mode that the developer chose. */
export function pushRequest(server: DeveloperPush, push: Push, stamp: Stamp): HttpRequest {
  const { mode, aesKey, token, format = 'xml' } = server
  const { timestamp, nonce } = stamp
  const signed = { ...signedQuery(server, stamp), openid: push.openId }
  const headers = { 'content-type': contentTypes[format] }
  if (mode === 'plain' || aesKey === undefined) {
    const body = writeFields(format, push.fields)
    return { method: 'POST', url: withQuery(server.url, signed), headers, body, timeoutMs: answerWithinMs }
  }
  const encrypt = pushCipher(aesKey, push.appId).encrypt(writeFields(format, push.fields), stamp.random)
  const query = { ...signed, encrypt_type: 'aes', msg_signature: signatureOf(token, timestamp, nonce, encrypt) }
  const shown = mode === 'encrypted' ? push.fields.filter(([name]) => name === 'ToUserName') : push.fields
  const body = writeFields(format, [...shown, ['Encrypt', encrypt]])
  return { method: 'POST', url: withQuery(server.url, query), headers, body, timeoutMs: answerWithinMs }
}

/** The GET that must be answered with `echostr` as it is; not encrypted in any mode. */
export function urlCheckRequest(server: DeveloperPush, echostr: string, stamp: Omit<Stamp, 'random'>): HttpRequest {
  const url = withQuery(server.url, { ...signedQuery(server, stamp), echostr })
  return { method: 'GET', url, timeoutMs: answerWithinMs }
}

const contentTypes = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' } as const

function signedQuery(
  { token }: DeveloperPush,
  { timestamp, nonce }: Omit<Stamp, 'random'>,
): Readonly<Record<string, string>> {
  return { signature: signatureOf(token, timestamp, nonce), timestamp, nonce }
}

function withQuery(url: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const [address = ''] = url.split('#')
  return `${address}${address.includes('?') ? '&' : '?'}${pairs.join('&')}`
}
