import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { KeyPair } from './self-made.ts'

/** A server of HTTP/1, over TLS where there is a certificate. Throws what Node says of a pair that is none. */
export function makeServer(
  listener: RequestListener,
  { tls, ...limits }: ServerOptions & { readonly tls: KeyPair | undefined },
): Server {
  return tls
    ? createSecureServer({ ...limits, cert: tls.cert, key: tls.key }, listener)
    : createServer(limits, listener)
}
