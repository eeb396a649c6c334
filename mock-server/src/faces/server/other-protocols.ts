import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** Named by `Connection`, and of no use once the answer is HTTP/1.1. */
const left = new Set(['connection', 'upgrade', 'http2-settings'])

/**
 * Answers a request that would rather go on in another protocol as if it had not asked, which HTTP allows: Java's client asks for `h2c`
 * with its first request. Node hands such a connection over half-read, so it is read anew from the request line on.
 */
export function answerAnyway(
  server: Server,
  { request, stream, head }: { readonly request: IncomingMessage; readonly stream: Duplex; readonly head: Buffer },
): void {
  const { rawHeaders, method, url } = request
  const lines = rawHeaders.flatMap((name, at) => {
    const isKept = at % 2 === 0 && !left.has(name.toLowerCase())
    return isKept ? [`${name}: ${rawHeaders[at + 1] ?? ''}`] : []
  })
  const closes = /\bclose\b/i.test(request.headers.connection ?? '')
  const text = [`${method} ${url} HTTP/1.1`, ...lines, ...(closes ? ['connection: close'] : []), '', ''].join('\r\n')
  stream.unshift(Buffer.concat([Buffer.from(text, 'latin1'), head]))
  // A connection over TLS has had its handshake.
  server.emit('encrypted' in stream ? 'secureConnection' : 'connection', stream)
}
