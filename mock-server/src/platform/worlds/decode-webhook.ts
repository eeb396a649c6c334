import { type Webhook, webhookEvents } from '../world.ts'
import { type Decode, fieldsOf } from './fields.ts'
import { WorldError } from './world-error.ts'

/** Checks one webhook, whole. Throws `WorldError`. */
export function decodeWebhook(value: unknown, path: string): Webhook {
  const fields = fieldsOf(value, path)
  const id = fields.text('id', { max: 64 })
  if (!/^[\w.-]+$/.test(id) || id === 'deliveries')
    throw new WorldError({ path: `${path}.id`, value: id, expected: 'letters, digits and -._, and not "deliveries"' })
  const url = fields.text('url', { max: 512 })
  if (!/^https?:\/\/[^\s#@]+$/i.test(url))
    throw new WorldError({ path: `${path}.url`, value: url, expected: 'an http or https address' })
  const secret = fields.member('secret', decodeSecret)
  return {
    id,
    url,
    secret,
    ...(fields.has('sender') && { sender: fields.text('sender') }),
    ...(fields.has('events') && {
      events: fields.list('events', (event, at) => fieldsOf({ event }, at).oneOf('event', webhookEvents)),
    }),
  }
}

/** Never told in a refusal. */
const decodeSecret: Decode<string> = (value, path) => {
  if (typeof value === 'string' && /^[^\p{Cc}]{16,256}$/u.test(value)) return value
  throw new WorldError({
    path,
    value: '(hidden)',
    expected: 'a text of 16 to 256 characters without control characters',
  })
}
