import type { Clock, Socket, SocketEvents } from '@minibell/ports'
import type { ClientFrame, ServerFrame } from '@minibell/protocol'
import type { FakeLog } from './fake-log.ts'
import type { Levers } from './fake-platform.ts'

/** One socket that a client opened. */
export interface FakeConnection {
  readonly url: string
  /** Frames that the client said, oldest first. */
  readonly said: readonly ClientFrame[]
  /** Says a frame; text goes out as it is. */
  say(frame: ServerFrame | string): void
  /** Ends it as a network does, without a word before. */
  cut(code?: number): void
  isOpen(): boolean
  /** It was resumed: batches are said on it. */
  isLive(): boolean
  /** Answers nothing any more. */
  deafen(): void
}

/** Sockets that speak for `log` as the protocol says, within microtasks. */
export function fakeSocket(
  log: FakeLog,
  { clock, levers }: { readonly clock: Clock; readonly levers: Levers },
): { readonly socket: Socket; readonly connections: readonly FakeConnection[] } {
  const connections: FakeConnection[] = []
  const hello = (): ServerFrame => {
    const { epoch, offset: top } = log.position()
    return { type: 'hello', protocol: 1, epoch, base: log.base(), top, pingMs: 20_000, serverAt: clock.now() }
  }

  const greet = (token: string): ServerFrame => {
    const { tokens } = levers
    if (!tokens || tokens.good.includes(token)) return hello()
    return { type: 'bye', code: tokens.expired.includes(token) ? 'expired' : 'unauthorized' }
  }

  const socket: Socket = (url, events) => {
    const connection = connect(url, events, (frame) => {
      if (frame.type === 'auth') return greet(frame.token)
      if (frame.type === 'ping') return { type: 'pong' }
      if (frame.type === 'resume')
        return { type: 'resumed', ...log.changes(frame.epoch, frame.offset, levers.pageSize ?? 200) }
      return undefined
    })
    connections.push(connection)
    Promise.resolve().then(levers.noSockets ? () => connection.cut() : connection.open)
    return { send: connection.hear, close: (code = 1000) => connection.cut(code) }
  }
  return { socket, connections }
}

interface Ends extends FakeConnection {
  open(): void
  hear(text: string): void
}

function connect(url: string, events: SocketEvents, answer: (frame: ClientFrame) => ServerFrame | undefined): Ends {
  const said: ClientFrame[] = []
  let state: 'opening' | 'open' | 'closed' = 'opening'
  let live = false
  let deaf = false

  const later = (run: () => void): void => void Promise.resolve().then(run)
  const say = (frame: ServerFrame | string): void =>
    later(() => {
      if (state === 'open') events.received(typeof frame === 'string' ? frame : JSON.stringify(frame))
    })
  const cut = (code = 1006): void => {
    if (state === 'closed') return
    state = 'closed'
    live = false
    later(() => events.closed(code, ''))
  }

  return {
    url,
    said,
    say,
    cut,
    isOpen: () => state === 'open',
    isLive: () => live,
    deafen() {
      deaf = true
    },
    open() {
      if (state !== 'opening') return
      state = 'open'
      events.opened()
    },
    hear(text) {
      if (state !== 'open') return
      const frame = JSON.parse(text) as ClientFrame // what our client says is what its types say
      said.push(frame)
      const word = deaf ? undefined : answer(frame)
      if (word) say(word)
      if (word?.type === 'resumed') live = true
      if (word?.type === 'bye') later(() => cut(4401))
    },
  }
}
