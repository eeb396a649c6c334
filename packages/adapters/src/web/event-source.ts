import type { EventSourceLike } from '@minibell/ports'
import { eventReader } from '../stream/event-reader.ts'

/** `EventSourceLike` by a streamed `fetch`, since a browser's own `EventSource` sends no `Authorization`. */
export const webEvents: EventSourceLike = (url, headers, events) => {
  const control = new AbortController()
  let over = false

  const end = (reason: string): void => {
    if (over) return
    over = true
    control.abort()
    events.closed(reason)
  }

  const read = async (): Promise<void> => {
    const asked = { headers: { accept: 'text/event-stream', ...headers }, signal: control.signal }
    const response = await fetch(url, { ...asked, cache: 'no-store' })
    if (response.status !== 200 || !response.body) return end(await response.text())
    const reader = response.body.getReader()
    const decoder = new TextDecoder()
    const take = eventReader((data, id) => over || events.received(data, id))
    if (over) return
    events.opened()
    for (let next = await reader.read(); !next.done; next = await reader.read())
      if (!take(decoder.decode(next.value, { stream: true }))) return end('An event is too long.')
    end('')
  }

  read().catch((error) => end(String(error)))
  return () => {
    over = true
    control.abort()
  }
}
