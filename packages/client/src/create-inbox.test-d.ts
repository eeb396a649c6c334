import { type Http, type Socket, virtualTime } from '@minibell/ports'
import { createInbox } from './create-inbox.ts'
import { polling } from './transports/polling.ts'
import { webSocket } from './transports/web-socket.ts'

declare const http: Http
declare const socket: Socket
const time = virtualTime()
const session = { url: '', person: 'amina', getToken: () => 'token' }
const host = { http, clock: time, timers: time, random: () => 0.5, report: () => undefined }

// A transport takes what it needs of the host, whole or written out in place.
createInbox({ host: { ...host, socket }, session, transports: [webSocket()] })
createInbox({
  host: {
    http,
    socket,
    clock: time,
    timers: time,
    random: () => 0.5,
    report: (error, context) => void [error, context],
  },
  session,
  transports: [webSocket(), polling()],
})
createInbox({ host, session, transports: [polling()] })

// @ts-expect-error: a host without sockets cannot carry this transport.
createInbox({ host, session, transports: [webSocket()] })
// @ts-expect-error: also beside one that needs none.
createInbox({ host, session, transports: [polling(), webSocket()] })
