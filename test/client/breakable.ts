import { fallback, longPolling, polling, serverSentEvents, type Transport, webSocket } from '@minibell/client'
import type { EventSourceLike, Http, Socket } from '@minibell/ports'
import { type PhoneHost, phones } from './rig.ts'

/** All ways as one, in order of preference. */
export const everyWay = (): Transport<PhoneHost> =>
  fallback([webSocket(), serverSentEvents(), longPolling(), polling({ everyMs: 5_000 })])

/** Ports that can be broken, and what was asked of them: `socket`, `stream`, `long poll`. */
export async function breakable() {
  const rig = await phones()
  const { mock } = rig
  const broken = { socket: false, eventSource: false, longPoll: false, http: false }
  const opened: string[] = []
  const ends = new Set<() => void>()

  const socket: Socket = (url, events) => {
    opened.push('socket')
    let isOver = false
    const closed = (code: number, reason: string): void => {
      if (!isOver) events.closed(code, reason)
      isOver = true
    }
    if (broken.socket) Promise.resolve().then(() => closed(1006, ''))
    if (broken.socket) return { send() {}, close() {} }
    const one = mock.socket(url, { ...events, received: (text) => isOver || events.received(text), closed })
    ends.add(() => {
      closed(1006, '')
      one.close()
    })
    return one
  }

  const eventSource: EventSourceLike = (url, headers, events) => {
    opened.push('stream')
    if (broken.eventSource) Promise.resolve().then(() => events.closed('offline'))
    if (broken.eventSource) return () => undefined
    let isOver = false
    const undo = mock.eventSource(url, headers, events)
    const end = (tell: boolean): void => {
      if (isOver) return
      isOver = true
      undo()
      if (tell) events.closed('cut')
    }
    ends.add(() => end(true))
    return () => end(false)
  }

  const http: Http = (request) => {
    const isLongPoll = request.url.includes('waitMs')
    if (isLongPoll) opened.push('long poll')
    if (broken.http || (broken.longPoll && isLongPoll))
      return { response: Promise.reject(new Error('offline')), abort() {} }
    return mock.http(request)
  }

  /** Ends what is open, without a word. */
  const cut = (): void => {
    for (const end of [...ends]) end()
    ends.clear()
  }
  return { ...rig, broken, opened, cut, host: { socket, eventSource, http } }
}

export const count = (list: readonly string[], name: string): number => list.filter((one) => one === name).length
