import type { Socket } from '@minibell/ports'

/** `Socket` by `WebSocket`. Takes relative and http addresses too: they are of the page, and become ws ones. */
export const browserSocket: Socket = (url, events) => {
  let open: WebSocket | undefined
  try {
    open = new WebSocket(new URL(url, location.href).href.replace(/^http/, 'ws'))
    open.onopen = events.opened
    open.onmessage = ({ data }) => typeof data === 'string' && events.received(data)
    open.onclose = ({ code, reason }) => events.closed(code, reason)
  } catch (error) {
    // A page of https may not open ws, and says so by throwing.
    setTimeout(() => events.closed(1006, String(error)))
  }
  return {
    send: (text) => open && open.readyState === 1 && open.send(text),
    close: (code, reason) => open && open.close(code, reason),
  }
}
