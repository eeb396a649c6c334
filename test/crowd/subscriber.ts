import { WebSocket } from 'ws'

/** A client of docs/delivery-protocol.md that keeps its place. */
export interface Subscriber {
  readonly epoch: string
  /** Whether the server took `from` for a place in this life of the log. */
  readonly recovered: boolean
  /** Up to here it has heard everything. */
  offset(): number
  /** Frames of the log that left something out; none, unless the server is wrong. */
  gaps(): number
  /** Code of the close, and of the `bye` before it. */
  readonly closed: Promise<{ readonly code: number; readonly bye: string | undefined }>
  /** Reads nothing more, or goes on. */
  pause(): void
  goOn(): void
  leave(): void
}

type Frame = {
  readonly type: string
  readonly code?: string
  readonly epoch: string
  readonly recovered: boolean
  readonly from: number
  readonly to: number
}

/** Resolves when the server answered `resume`. `from`: the place to go on at. */
export async function subscriber(
  url: string,
  {
    token,
    from = { epoch: '', offset: 0 },
  }: { readonly token: string; readonly from?: { readonly epoch: string; readonly offset: number } },
): Promise<Subscriber> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/delivery/v1/socket`, {
    perMessageDeflate: false,
    headers: { authorization: `Bearer ${token}` },
  })
  let [offset, gaps, bye]: [number, number, string | undefined] = [0, 0, undefined]
  // Who is silent for twice the server's interval is taken for gone.
  const beat = setInterval(() => socket.send('{"type":"ping"}'), 15_000)
  const closed = new Promise<{ readonly code: number; readonly bye: string | undefined }>((resolve) =>
    socket.on('close', (code) => {
      clearInterval(beat)
      resolve({ code, bye })
    }),
  )
  const resumed = await new Promise<Frame>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', (data) => {
      // The server's own word, which the contract's tests hold.
      const frame = JSON.parse(String(data)) as Frame
      if (frame.type === 'hello') socket.send(JSON.stringify({ type: 'resume', ...from, deviceId: 'crowd' }))
      if (frame.type === 'bye') bye = frame.code
      if (frame.type === 'resumed') [offset] = [frame.to]
      if (frame.type === 'resumed') resolve(frame)
      if (frame.type !== 'batch' || frame.to <= offset) return
      if (frame.from > offset) gaps += 1
      offset = frame.to
    })
  })
  return {
    epoch: resumed.epoch,
    recovered: resumed.recovered,
    offset: () => offset,
    gaps: () => gaps,
    closed,
    pause: () => socket.pause(),
    goOn: () => socket.resume(),
    leave: () => socket.terminate(),
  }
}
