import type { DeveloperPush } from '../../platform/official-account/records.ts'
import { pushCipher } from './cipher.ts'
import { isNothing, type PassiveReply, readReply } from './passive-reply.ts'
import { readFields, type WireObject } from './read-fields.ts'
import { signatureOf } from './signature.ts'

/** The answer to a push in the developer's mode: encrypted takes ciphertext alone, compatible either, plain none. */
export function openReply(body: string, server: DeveloperPush, appId: string): PassiveReply {
  const { mode, aesKey } = server
  if (mode === 'plain' || aesKey === undefined || isNothing(body)) return readReply(body)
  const read = readFields(body)
  if (!read.ok) return { kind: 'malformed', why: read.why }
  if (typeof read.fields['Encrypt'] === 'string') return decrypted(read.fields, { token: server.token, aesKey, appId })
  return mode === 'compatible' ? readReply(body) : { kind: 'malformed', why: 'Encrypt is missing in encrypted mode' }
}

function decrypted(
  { Encrypt, MsgSignature, TimeStamp, Nonce }: WireObject,
  { token, aesKey, appId }: { readonly token: string; readonly aesKey: string; readonly appId: string },
): PassiveReply {
  const signed = [TimeStamp, Nonce, Encrypt].map((value) => (typeof value === 'string' ? value : ''))
  if (MsgSignature !== signatureOf(token, ...signed)) return { kind: 'malformed', why: 'MsgSignature does not match' }
  const opened = pushCipher(aesKey, appId).decrypt(String(Encrypt))
  if (!opened.ok) return { kind: 'malformed', why: `Encrypt cannot be read: ${opened.why}` }
  if (opened.appId !== appId) return { kind: 'malformed', why: `the appid inside is "${opened.appId.slice(0, 40)}"` }
  return readReply(opened.message)
}
