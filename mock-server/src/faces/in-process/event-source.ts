import type { EventSourceLike } from '@minibell/ports'
import type { Routes } from '../../api/routes.ts'

/** Relative addresses are of this origin; nothing is ever looked up. */
const base = 'http://minibell.test'

/** The `EventSourceLike` port onto routes in the same process: each event takes one microtask, in the order it was said. */
export function inProcessEvents(routes: Pick<Routes, 'answer'>): EventSourceLike {
  return (url, headers, events) => {
    let over = false
    let left = (): void => undefined
    const later = (step: () => void): void => void Promise.resolve().then(() => (over ? undefined : step()))
    const end = (reason: string): void =>
      later(() => {
        over = true
        events.closed(reason)
      })
    const begin = async (): Promise<void> => {
      const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
      const asked = { method: 'GET', url: new URL(url, base), headers: Object.fromEntries(lower) }
      const { stream, body } = await routes.answer(asked)
      if (over) return
      if (!stream) return end(body ?? '')
      events.opened()
      left = stream({ send: (text) => later(() => tell(text, events)), end: () => end('') })
    }
    begin().catch((error: unknown) => end(String(error)))
    return () => {
      if (over) return
      over = true
      left()
    }
  }
}

/** What is said at once is one event, whole. */
function tell(text: string, events: Parameters<EventSourceLike>[2]): void {
  const data = /^data: (.*)$/m.exec(text)?.[1]
  if (data !== undefined) events.received(data, /^id: (.*)$/m.exec(text)?.[1] ?? '')
}
