import type { HttpRequest } from '@minibell/ports'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Webhook } from '../../platform/index.ts'
import type { WebhookFact } from './webhook-facts.ts'

const timeoutMs = 10_000

/** One try. The body is the same in all of them; `sentAt` and with it the signature are those of this try. */
export function webhookRequest(
  { url, secret }: Webhook,
  { id, fact, sentAt }: { readonly id: string; readonly fact: WebhookFact; readonly sentAt: number },
): HttpRequest {
  const body = JSON.stringify({ id, ...fact })
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'minibell-webhook',
    'minibell-webhook-id': id,
    'minibell-signature': webhookSignature(secret, { sentAt, body }),
  }
  return { method: 'POST', url, headers, body, timeoutMs }
}

/** `t=MS,v1=HEX`: HMAC-SHA256 with the secret over the time, a full stop and the body as it is. */
export function webhookSignature(
  secret: string,
  { sentAt, body }: { readonly sentAt: number; readonly body: string },
): string {
  return `t=${sentAt},v1=${bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${sentAt}.${body}`)))}`
}
