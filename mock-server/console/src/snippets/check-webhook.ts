/** A module for Node that tells whether a call of a webhook is the platform's; `header` is `minibell-signature`, `body` the text as it came. */
export const checkWebhook = `import { createHmac, timingSafeEqual } from 'node:crypto'

export function isGenuine({ secret, header, body }) {
  const [, time, given] = /^t=(\\d+),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? []
  if (given === undefined) return false
  const wanted = createHmac('sha256', secret).update(time + '.' + body).digest()
  return timingSafeEqual(wanted, Buffer.from(given, 'hex'))
}
`
