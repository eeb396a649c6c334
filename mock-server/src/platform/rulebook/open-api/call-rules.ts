import type { PlatformRule } from '../rule.ts'
import { instantText, quoted, spanText } from '../words.ts'
import type { CallAttempt } from './call-attempt.ts'

type CallRule = PlatformRule<CallAttempt>

const page = 'Open API overview, message transmission'

const mediaType: CallRule = {
  id: 'OA-8.media-type',
  source: `${page}: Content-Type application/json; MEDIA_TYPE_NOT_ACCEPTABLE`,
  severity: 'deny',
  summary: 'A Content-Type that is sent is application/json in UTF-8.',
  check: ({ contentType }) => {
    if (contentType === undefined) return 'not-checkable'
    if (isJson(contentType)) return 'passed'
    return {
      code: 'MEDIA_TYPE_NOT_ACCEPTABLE',
      expected: 'Content-Type: application/json; charset=UTF-8',
      received: quoted(contentType),
      hint: { en: 'Send JSON and say so.', zh: '请使用 application/json。' },
    }
  },
}

const headers: CallRule = {
  id: 'OA-1.headers',
  source: `${page}: Signature, Client-Id and Request-Time are required`,
  severity: 'deny',
  summary: 'Signature, Client-Id and Request-Time are there and readable.',
  check: (attempt) => {
    if (!counts(attempt)) return 'not-checkable'
    if (attempt.unreadable === undefined) return 'passed'
    return {
      code: 'PARAM_ILLEGAL',
      expected:
        'Client-Id, Request-Time (ISO 8601 with a zone, or 13 digits of ms) and Signature: algorithm=RSA256,keyVersion=1,signature=…',
      received: `no readable ${attempt.unreadable}`,
      hint: { en: `Send ${attempt.unreadable}.`, zh: `请检查请求头 ${attempt.unreadable}。` },
    }
  },
}

const skew: CallRule = {
  id: 'OA-1.time',
  source: `${page}: Request-Time; how far it may be off is the operator's own setting`,
  severity: 'deny',
  summary: 'Request-Time is near the platform’s clock, where the operator asks for it.',
  check: (attempt) => {
    const { skewMs, requestedAt, now } = attempt
    if (!counts(attempt) || skewMs === undefined || requestedAt === undefined) return 'not-checkable'
    if (Math.abs(now - requestedAt) <= skewMs) return 'passed'
    return {
      code: 'PARAM_ILLEGAL',
      expected: `Request-Time within ${spanText(skewMs)} of ${instantText(now)}`,
      received: instantText(requestedAt),
      hint: { en: 'Set the clock of the machine that signs.', zh: '请校准签名服务器的时钟。' },
    }
  },
}

const client: CallRule = {
  id: 'OA-1.client',
  source: `${page}: Client-Id; INVALID_CLIENT`,
  severity: 'deny',
  summary: 'Client-Id is one that is registered.',
  check: (attempt) => {
    if (!counts(attempt) || attempt.clientId === undefined) return 'not-checkable'
    if (attempt.client) return 'passed'
    return {
      code: 'INVALID_CLIENT',
      expected: 'a registered Client-Id',
      received: quoted(attempt.clientId),
      hint: { en: 'Register the client and its public key first.', zh: '请先登记该 Client-Id 及其公钥。' },
    }
  },
}

const key: CallRule = {
  id: 'OA-1.key',
  source: `${page}: keyVersion, default the newest; KEY_NOT_FOUND`,
  severity: 'deny',
  summary: 'The client has a key of the version that is named.',
  check: (attempt) => {
    if (!counts(attempt) || !attempt.client) return 'not-checkable'
    if (attempt.verified !== undefined) return 'passed'
    return {
      code: 'KEY_NOT_FOUND',
      expected: `keyVersion: ${attempt.client.versions.join(', ') || 'there is none yet'}`,
      received: attempt.keyVersion === undefined ? 'no version' : quoted(attempt.keyVersion),
      hint: { en: 'Register that key, or sign with one that is.', zh: '请登记该版本的公钥或使用已登记的版本。' },
    }
  },
}

const signature: CallRule = {
  id: 'OA-1.signature',
  source: `${page}: RSA256 over method, URI, client id, time and body; INVALID_SIGNATURE`,
  severity: 'deny',
  summary: 'The signature is the client’s, over exactly what was sent.',
  check: (attempt) => {
    if (!counts(attempt) || attempt.verified === undefined) return 'not-checkable'
    if (attempt.verified) return 'passed'
    return {
      code: 'INVALID_SIGNATURE',
      expected:
        'RSA PKCS#1 v1.5 with SHA-256 over "POST <path>\\n<Client-Id>.<Request-Time>.<body>", base64, URL-encoded',
      received: 'a signature that does not match',
      hint: {
        en: 'Sign the exact bytes of the body, the path as it is sent and the very text of Request-Time.',
        zh: '请对实际发送的请求体字节、路径和 Request-Time 原文签名。',
      },
    }
  },
}

/** In the order of checks. */
export const callRules: readonly CallRule[] = [mediaType, headers, skew, client, key, signature]

function counts({ signatures, signed }: CallAttempt): boolean {
  return signatures === 'required' || (signatures === 'when-present' && signed)
}

/** Some clients send the header twice; one that says JSON, and none that says another charset, is enough. */
function isJson(contentType: string): boolean {
  const types = contentType.toLowerCase().split(',')
  const charset = /charset\s*=\s*"?([^\s";]+)/
  return (
    types.some((type) => type.split(';')[0]?.trim() === 'application/json') &&
    types.every((type) => ['utf-8', 'utf8', undefined].includes(charset.exec(type)?.[1]))
  )
}
