import { type EventSourceLike, type Http, type Socket, virtualTime } from '@minibell/ports'
import { createInbox } from '../create-inbox.ts'
import { fallback } from './fallback.ts'
import { longPolling } from './long-polling.ts'
import { polling } from './polling.ts'
import { serverSentEvents } from './server-sent-events.ts'
import { webSocket } from './web-socket.ts'

declare const http: Http
declare const socket: Socket
declare const eventSource: EventSourceLike
const time = virtualTime()
const session = { url: '', person: 'amina', getToken: () => 'token' }
const host = { http, clock: time, timers: time, random: () => 0.5, report: () => undefined }

// Several as one need what all of them need, and nothing else.
const both = fallback([webSocket(), serverSentEvents(), longPolling(), polling()])
createInbox({ host: { ...host, socket, eventSource }, session, transports: [both] })
createInbox({ host, session, transports: [fallback([longPolling(), polling()], { failures: 1 })] })

// @ts-expect-error: a host without event streams cannot carry them all.
createInbox({ host: { ...host, socket }, session, transports: [both] })
