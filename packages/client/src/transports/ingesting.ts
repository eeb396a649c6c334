import { decodeServerFrame } from '@minibell/protocol'
import type { Line, Transport } from './transport.ts'

/** A transport with a second way in. */
export type Ingesting<Host> = Transport<Host> & {
  /**
   * Takes what the host handed over, as text or as an object: a frame of the protocol is news at once, anything else is a hint that
   * there may be some, and asked for. Before the inbox is connected it is asked for then. Never throws.
   */
  ingest(payload?: unknown): void
}

/** `by` with `ingest` for pushes that come another way: a host's own push, a silent notification, a message of a worker. */
export function ingesting<Host>(by: Transport<Host>): Ingesting<Host> {
  let line: Line<Host> | undefined
  let isWaiting = false

  const take = ({ frame, pull, host }: Line<Host>, payload: unknown): void => {
    const value = typeof payload === 'string' ? parsed(payload) : payload
    const { type } = Object(value)
    try {
      if (type === 'batch' || type === 'resumed' || type === 'clock') frame(decodeServerFrame(value))
      else pull()
    } catch (error) {
      host.report(error, 'ingest')
      pull()
    }
  }

  const transport: Transport<Host> = (to) => {
    line = to
    const gone = (): void => {
      if (line === to) line = undefined
    }
    const attempt = by({
      ...to,
      closed() {
        gone()
        to.closed()
      },
    })
    if (isWaiting) to.pull()
    isWaiting = false
    return {
      ...attempt,
      stop() {
        gone()
        attempt.stop()
      },
    }
  }

  return Object.assign(transport, {
    ingest(payload?: unknown): void {
      if (line) take(line, payload)
      else isWaiting = true
    },
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
