import type { Clock, Http, Lifecycle, Random, Report, Socket, Storage, Timers } from '@minibell/ports'
import { webHttp } from './http.ts'
import { webLifecycle } from './lifecycle.ts'
import { type WebNavigator, type WebNavigatorOptions, webNavigator } from './navigator.ts'
import { browserSocket } from './socket.ts'
import { webStorage } from './storage.ts'
import { webClock, webRandom, webTimers } from './time.ts'

/** The ports that every page has. Where its capsule button is, `webGeometry` tells. */
export interface WebHost {
  readonly http: Http
  readonly socket: Socket
  readonly storage: Storage
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  readonly lifecycle: Lifecycle
  readonly navigator: WebNavigator
  readonly report: Report
}

/** All parts below at once; who wants fewer bytes puts a host together from the parts. */
export function webHost(options: WebNavigatorOptions = {}): WebHost {
  return {
    http: webHttp,
    socket: browserSocket,
    storage: webStorage(),
    clock: webClock,
    timers: webTimers,
    random: webRandom,
    lifecycle: webLifecycle,
    navigator: webNavigator(options),
    report: webReport,
  }
}

/** To the console, with the place where it happened. */
export const webReport: Report = (error, context) => console.error(`minibell: ${context}`, error)
