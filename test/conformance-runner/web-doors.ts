import type { Doors, OpenSocket } from '../conformance/doors.ts'

/** The doors that every page and every Node has: its own `fetch` and `WebSocket`. */
export function webDoors(baseUrl: string): Doors {
  return { fetch: (url, init) => fetch(url, init), openSocket, baseUrl }
}

const openSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url)
  socket.addEventListener('open', () => events.opened())
  socket.addEventListener('message', ({ data }) => events.received(String(data)))
  socket.addEventListener('close', ({ code }) => events.closed(code))
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    close: () => socket.close(),
  }
}
