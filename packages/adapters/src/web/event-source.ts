import type { EventSourceLike } from '@minibell/ports'

/** Characters of one event at most; a platform's page of changes has far fewer. */
const longest = 4_194_304

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

/** Reads events from text in pieces of any length; false: one is longer than any should be. */
export function eventReader(received: (data: string, id: string) => void): (piece: string) => boolean {
  let rest = ''
  let data: string[] = []
  let id = ''

  const line = (text: string): void => {
    const [, name, value = ''] = /^([^:]*)(?:: ?)?(.*)$/.exec(text) || []
    if (name === 'data') data.push(value)
    if (name === 'id') id = value
    if (text) return
    const whole = data.join('\n')
    data = []
    if (whole) received(whole, id)
  }

  return (piece) => {
    // A carriage return at the end may be half of a line's end.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() || ''
    lines.forEach(line)
    return rest.length + data.join('').length <= longest
  }
}
