import type { Socket } from '@minibell/ports'
import { errorOf } from './ask.ts'

declare function setTimeout(run: () => void, afterMs: number): number

/** The near end of a socket as hosts give it. */
export interface SocketTask<Message, Closed> {
  readonly onOpen: (listener: () => void) => unknown
  readonly onMessage: (listener: (message: Message) => void) => unknown
  readonly onClose: (listener: (closed: Closed) => void) => unknown
  readonly onError: (listener: (failure: object) => void) => unknown
  readonly send: (options: { readonly data: string }) => unknown
  readonly close: (options: { readonly code?: number; readonly reason?: string }) => unknown
}

/** How one host opens sockets and words what comes out of them. */
export interface SocketWays<Message, Closed> {
  /** May throw, or call `fail`, at once or later. */
  open(url: string, fail: (failure: unknown) => void): SocketTask<Message, Closed>
  /** Of a frame; anything but text is dropped. */
  textOf(message: Message): unknown
  endOf(closed: Closed): { readonly code?: number; readonly reason?: string }
}

/** `Socket` over a host's tasks. Hosts report one end twice or not at all: whatever comes first is the end. */
export function taskSocket<Message, Closed>({ open, textOf, endOf }: SocketWays<Message, Closed>): Socket {
  return (url, events) => {
    let isOpen = false
    let isOver = false
    let isUnwanted = false
    let task: SocketTask<Message, Closed> | undefined

    const end = ({ code = 1006, reason = '' }): void => {
      if (isOver) return
      isOver = true
      isOpen = false
      events.closed(code, reason)
    }
    // Never before the caller has its connection.
    const later = (code: number, reason: string): void => void setTimeout(() => end({ code, reason }), 0)
    const fail = (failure: unknown): void => later(1006, errorOf(failure).message)

    try {
      const mine = open(url, fail)
      task = mine
      mine.onOpen(() => {
        // Some hosts do not close what is not open yet.
        if (isUnwanted) mine.close({ code: 1000, reason: '' })
        if (isUnwanted || isOver) return
        isOpen = true
        events.opened()
      })
      mine.onMessage((message) => {
        const text = textOf(message)
        if (isOpen && typeof text === 'string') events.received(text)
      })
      mine.onClose((closed) => end(endOf(closed)))
      mine.onError(fail)
    } catch (error) {
      fail(error)
    }
    return {
      send: (data) => isOpen && task && task.send({ data }),
      close(code = 1000, reason = '') {
        isOpen = false
        isUnwanted = true
        if (!isOver && task) task.close({ code, reason })
        later(code, reason)
      },
    }
  }
}
