import { decodeServerFrame } from '@minibell/protocol'
import type { Part } from './part.ts'

/** Takes frames that the host handed over; made by `pushes`. */
export type Pushes = Part<'pushes'>

/** A push that is a frame of the protocol (`batch`, `resumed`, `clock`; as text or as an object) is news at once, without a request. */
export function pushes(): Pushes {
  return (core) => {
    const { host, store, ingest } = core
    core.ingest = (payload) => {
      const value = typeof payload === 'string' ? parsed(payload) : payload
      if (!store.at() || !/^(batch|resumed|clock)$/.test(Object(value).type)) return ingest()
      try {
        core.hear(decodeServerFrame(value))
      } catch (error) {
        host.report(error, 'ingest')
        ingest()
      }
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
