import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { type AllowedOrigins, originAllowed } from '../../api/dispatch/origins.ts'
import type { Routes } from '../../api/routes.ts'
import { clientOf } from './fairness/client.ts'
import type { Fairness } from './fairness/fairness.ts'
import { answerAnyway } from './other-protocols.ts'

/** Larger frames are cut with 1009 unread; those between the protocol's 65,536 and this get its `bye malformed`. */
const largestFrame = 262_144

const path = '/delivery/v1/socket'

/** Takes upgrades to the delivery socket. Everything is refused before the handshake that would be refused as a request. */
export function serveSockets(
  server: Server,
  {
    routes,
    hostAllowed,
    allowOrigins,
    fair,
  }: {
    readonly routes: Routes
    readonly hostAllowed: (host: string | undefined) => boolean
    readonly allowOrigins: AllowedOrigins
    readonly fair: Fairness
  },
): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: largestFrame })
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const { host, origin, upgrade } = request.headers
    if (upgrade?.toLowerCase() !== 'websocket') return answerAnyway(server, { request, stream, head })
    if (!hostAllowed(host)) return refuse(stream, '421 Misdirected Request')
    if ((request.url ?? '').split('?')[0] !== path) return refuse(stream, '404 Not Found')
    if (!originAllowed(origin, { host: host ?? '', allow: allowOrigins })) return refuse(stream, '403 Forbidden')
    const entered = fair.enter(clientOf(request))
    if (!entered.ok) return refuse(stream, '429 Too Many Requests')
    // The handshake is the request: a socket that is open counts its frames by itself.
    entered.leave()
    sockets.handleUpgrade(request, stream, head, (socket) => attach(routes, socket, request))
  })
  return {
    close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

function attach(routes: Routes, socket: WebSocket, request: IncomingMessage): void {
  const { authorization } = request.headers
  // A frame that breaks the WebSocket protocol itself is answered by ws with 1002, 1007 or 1009; `close` follows.
  socket.on('error', () => undefined)
  routes.attach({
    url: request.url ?? path,
    headers: { authorization },
    send: (text) => socket.send(text, () => undefined),
    close: (code, reason) => socket.close(code, reason),
    onMessage: (listener) =>
      socket.on('message', (data: RawData, isBinary) => listener(isBinary ? data : data.toString())),
    onClose: (listener) => socket.on('close', listener),
    bufferedAmount: () => socket.bufferedAmount,
  })
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => stream.destroy())
}
