import type { Clock, Geometry, Http, Lifecycle, Random, Report, Socket, Storage, Timers } from '@minibell/ports'
import type { MiniApi } from './api.ts'
import { queuedHttp, type Send } from './http.ts'
import { miniGeometry, miniLifecycle } from './lifecycle.ts'
import { type MiniNavigator, type MiniNavigatorOptions, miniNavigator } from './navigator.ts'
import { type SocketWays, taskSocket } from './socket.ts'
import { miniStorage } from './storage.ts'
import { miniClock, miniRandom, miniReport, miniTimers } from './time.ts'

/** The ports of a mini-program. No `peers`: its pages share one logic thread. */
export interface MiniHost {
  readonly http: Http
  readonly socket: Socket
  readonly storage: Storage
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  readonly lifecycle: Lifecycle
  readonly navigator: MiniNavigator
  readonly geometry: Geometry
  readonly report: Report
}

/** What a mini-program may change. */
export interface MiniHostOptions extends MiniNavigatorOptions {
  /** Requests at a time; fewer leave the others to the mini-program itself. Default 6. */
  readonly requestsAtOnce?: number
}

/** How one host differs from the others. */
export interface Dialect<Message, Closed> {
  readonly api: MiniApi
  readonly send: Send
  readonly socket: SocketWays<Message, Closed>
  /** UTF-16 units of one stored value, of three bytes at most. */
  readonly partUnits: number
  readonly requestsAtOnce: number
}

export function miniHost<Message, Closed>(
  { api, send, socket, partUnits, requestsAtOnce }: Dialect<Message, Closed>,
  options: MiniHostOptions,
): MiniHost {
  return {
    http: queuedHttp(send, options.requestsAtOnce || requestsAtOnce),
    socket: taskSocket(socket),
    storage: miniStorage(api, partUnits),
    clock: miniClock,
    timers: miniTimers(),
    random: miniRandom,
    lifecycle: miniLifecycle(api),
    navigator: miniNavigator(api, options),
    geometry: miniGeometry(api),
    report: miniReport,
  }
}
