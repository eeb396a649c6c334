import type { EventSourceLike, Http, Socket } from '@minibell/ports'
import { textBody } from '../../api/dispatch/body.ts'
import type { Routes } from '../../api/routes.ts'
import { inProcessEvents } from './event-source.ts'
import { inProcessHttp } from './http.ts'
import { inProcessSocket } from './socket.ts'

/** A platform as ports of a client, in the same process. */
export interface InProcess {
  readonly http: Http
  readonly socket: Socket
  readonly eventSource: EventSourceLike
  /** For code that takes a `fetch`; relative addresses are not resolved. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
}

/** A body that was given as text is not read through a stream. */
const faceOf = (init: RequestInit | undefined) => (typeof init?.body === 'string' ? { read: textBody(init.body) } : {})

/** Deterministic: `http` and `socket` take microtasks only, in order; nothing is looked up and no port is opened. */
export function inProcess(routes: Routes): InProcess {
  return {
    http: inProcessHttp(routes),
    socket: inProcessSocket(routes),
    eventSource: inProcessEvents(routes),
    fetch: async (input, init) => {
      const response = await routes.fetch(new Request(input, init), faceOf(init))
      if (response.type === 'error') throw new TypeError('Failed to fetch: the connection ended without an answer.')
      return response
    },
  }
}
