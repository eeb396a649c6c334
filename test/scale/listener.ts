import type { Balancer } from './ask.ts'
import { rest } from './ask.ts'

/** What a phone saw of one person's log, over however many connections to whichever servers. */
export interface Heard {
  readonly person: string
  /** Changes by offset, as JSON. */
  readonly changes: ReadonlyMap<number, string>
  readonly connections: number
  /** What the protocol does not allow; none is what is hoped for. */
  readonly wrong: readonly string[]
}

interface Frame {
  readonly type: string
  readonly epoch?: string
  readonly base?: number
  readonly recovered?: boolean
  readonly from?: number
  readonly to?: number
  readonly top?: number
  readonly changes?: readonly { readonly offset: number }[]
}

/** Listens until the undo, reconnecting to another server whenever the connection ends, from where it was. */
export function listenTo(
  balance: Balancer,
  person: string,
): { readonly heard: Heard; position(): number; stop(): void } {
  const changes = new Map<number, string>()
  const wrong: string[] = []
  const state = { epoch: '', offset: 0, connections: 0, isOpen: true }
  let socket: WebSocket | undefined

  const take = (frame: Frame): void => {
    const { from = 0, to = 0, epoch = '' } = frame
    if (state.epoch !== '' && epoch !== state.epoch) wrong.push(`another epoch ${epoch}`)
    if (frame.recovered === false) return
    if (from > state.offset) {
      // A hint was lost or a page is due: the rest comes with the next connection.
      socket?.close()
      return
    }
    for (const change of frame.changes ?? []) {
      const text = JSON.stringify(change)
      const known = changes.get(change.offset)
      if (known !== undefined && known !== text) wrong.push(`offset ${change.offset} was ${known}, now ${text}`)
      changes.set(change.offset, text)
    }
    state.offset = Math.max(state.offset, to)
    if (frame.top !== undefined && frame.top > to) socket?.close()
  }
  const hear = (frame: Frame): void => {
    if (frame.type === 'hello') {
      if (state.epoch === '') state.epoch = frame.epoch ?? ''
      socket?.send(JSON.stringify({ type: 'resume', epoch: state.epoch, offset: state.offset, deviceId: 'd' }))
    }
    if (frame.type === 'resumed' && frame.recovered === false) wrong.push(`not recovered from ${state.offset}`)
    if (frame.type === 'resumed' || frame.type === 'batch') take(frame)
  }
  const connected = (api: string): Promise<void> =>
    new Promise((resolve) => {
      const mine = new WebSocket(`${api.replace(/^http/, 'ws')}/delivery/v1/socket`)
      socket = mine
      mine.addEventListener('open', () => {
        state.connections += 1
        mine.send(JSON.stringify({ type: 'auth', token: `session-${person}` }))
      })
      mine.addEventListener('message', ({ data }) => hear(JSON.parse(String(data))))
      mine.addEventListener('close', () => resolve())
      mine.addEventListener('error', () => resolve())
    })
  const run = async (): Promise<void> => {
    while (state.isOpen) {
      const api = balance()
      if (api !== undefined) await connected(api)
      await rest(50)
    }
  }
  void run()
  return {
    position: () => state.offset,
    get heard() {
      return { person, changes, connections: state.connections, wrong }
    },
    stop() {
      state.isOpen = false
      socket?.close()
    },
  }
}
