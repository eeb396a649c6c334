import type { ByeCode, Change, ServerFrame } from '@minibell/protocol'
import type { Wire } from './wire.ts'

/** Bytes that may wait for a slow reader before it is called lagging. */
const bufferedLimit = 262_144

const closeCodes: Readonly<Record<ByeCode, number>> = {
  malformed: 4400,
  unauthorized: 4401,
  expired: 4401,
  lagging: 4408,
  flood: 4429,
  closing: 1001,
}

/** The server's side of one socket, until its last word. After that everything said is dropped. */
export interface Speaker {
  over(): boolean
  say(frame: ServerFrame): void
  bye(code: ByeCode, retryAfterMs?: number): void
  /** The other side closed. */
  left(): void
}

/** How a frame is put into words, and what is to be done once, before the last one leaves. */
interface Manner {
  readonly ended: (code: number, reason: string) => void
  /** Default: its JSON. */
  readonly words?: (frame: ServerFrame) => string
}

export function speaker(
  wire: Pick<Wire, 'send' | 'close' | 'bufferedAmount'>,
  { ended, words = textOf }: Manner,
): Speaker {
  let over = false

  const end = (code: number, reason: string): boolean => {
    if (over) return false
    over = true
    ended(code, reason)
    return true
  }

  const bye: Speaker['bye'] = (code, retryAfterMs) => {
    if (!end(closeCodes[code], code)) return
    wire.send(words({ type: 'bye', code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }))
    wire.close(closeCodes[code], code)
  }

  return {
    over: () => over,
    bye,
    say(frame) {
      if (over) return
      if ((wire.bufferedAmount?.() ?? 0) > bufferedLimit) bye('lagging')
      else wire.send(words(frame))
    },
    left() {
      end(1000, 'closed by the client')
    },
  }
}

type Batch = Extract<ServerFrame, { readonly type: 'batch' }>

const batches = new WeakMap<readonly Change[], Batch & { readonly text: string }>()

/** JSON; news that many sockets get is written once. */
export function textOf(frame: ServerFrame): string {
  if (frame.type !== 'batch') return JSON.stringify(frame)
  const { changes, epoch, from, to } = frame
  const known = batches.get(changes)
  if (known?.epoch === epoch && known.from === from && known.to === to) return known.text
  const text = JSON.stringify(frame)
  batches.set(changes, { ...frame, text })
  return text
}
