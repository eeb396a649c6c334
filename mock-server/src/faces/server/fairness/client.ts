import type { IncomingMessage } from 'node:http'

/** Who asks: where from, and with which token. */
export function clientOf({ socket, headers, url = '' }: IncomingMessage): {
  readonly address: string | undefined
  readonly token: string | undefined
} {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  const token = bearer ?? /[?&]access_token=([^&#]+)/.exec(url)?.[1]
  return { address: socket.remoteAddress, token }
}
