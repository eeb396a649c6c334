import { type WebSocketHandler, ws } from 'msw'
import type { Routes } from '../../api/routes.ts'

/** The delivery socket as one `ws.link`. MSW's own list of clients is never used: it forgets nobody. */
export function socketHandler(routes: Routes, origin: string): WebSocketHandler {
  const link = ws.link(`${origin.replace(/^http/i, 'ws')}/delivery/v1/socket`)
  return link.addEventListener('connection', ({ client }) => {
    routes.attach({
      url: client.url.href,
      send: (text) => client.send(text),
      // MSW delivers a frame one microtask after it was sent, and none after closing: the last word would be lost.
      close: (code, reason) => void Promise.resolve().then(() => client.close(code, reason)),
      onMessage: (listener) => client.addEventListener('message', (event) => listener(event.data)),
      onClose: (listener) => client.addEventListener('close', () => listener()),
    })
  })
}
