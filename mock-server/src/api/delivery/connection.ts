import type { Report, Timers, Undo } from '@minibell/ports'
import type { DeliverySession, Platform } from '../../platform/platform.ts'
import { tally } from './flood.ts'
import { type HeardFrame, readFrame } from './frames.ts'
import { inOrder } from './in-order.ts'
import { live } from './live.ts'
import { receive } from './receipts.ts'
import { connectionRows } from './rows.ts'
import { type Speaker, speaker } from './speaker.ts'
import { bearerOf } from './tokens.ts'
import type { Wire } from './wire.ts'

export interface ConnectionParts {
  readonly timers: Timers
  readonly report: Report
  readonly pingMs: number
}

const limits = { authMs: 10_000, frames: { max: 100, withinMs: 1000 }, waiting: 200 }

/** One socket of docs/delivery-protocol.md, from its first frame to its last word. Frames are answered in order. */
export function connection(
  platform: Platform,
  parts: ConnectionParts & { readonly wire: Wire; readonly gone: () => void },
): Pick<Speaker, 'bye'> {
  const { wire, timers, report, gone } = parts
  const rows = connectionRows(platform, wire)
  const undos: Undo[] = []
  /** What was begun while the socket went is taken back at once. */
  const until = (undo: Undo): void => (speak.over() ? undo() : void undos.push(undo))
  const talk = dialogue(platform, { ...parts, rows, until }, (code, reason) => {
    for (const undo of undos) undo()
    rows.closed({ code, reason, session: talk.session() })
    gone()
  })
  const { speak } = talk
  const turns = inOrder({
    skip: speak.over,
    failed(error) {
      report(error, 'delivery socket')
      speak.bye('closing')
    },
  })
  const inTime = tally(timers, limits.frames)

  wire.onMessage((data) => {
    if (speak.over()) return
    talk.heard()
    if (!inTime() || turns.length() > limits.waiting) return void speak.bye('flood', limits.frames.withinMs)
    const frame = readFrame(data)
    if (frame) turns.add(() => talk.answer(frame))
    else speak.bye('malformed')
  })
  wire.onClose(speak.left)
  undos.push(() => talk.forget())
  const token = bearerOf(wire.headers?.['authorization'])
  if (token !== undefined) turns.add(() => talk.greet(token))
  return speak
}

interface Dialogue {
  readonly speak: Speaker
  session(): DeliverySession | undefined
  /** Something came: the silence starts anew. */
  heard(): void
  greet(token: string): Promise<void>
  answer(frame: HeardFrame): Promise<void>
  forget(): void
}

function dialogue(
  platform: Platform,
  parts: ConnectionParts & {
    readonly wire: Wire
    readonly rows: ReturnType<typeof connectionRows>
    readonly until: (undo: Undo) => void
  },
  ended: (code: number, reason: string) => void,
): Dialogue {
  const { timers, pingMs, rows, until } = parts
  const speak = speaker(parts.wire, ended)
  let session: DeliverySession | undefined
  let resumed = false
  let forget = timers.after(limits.authMs, () => speak.bye('unauthorized'))

  const heard = (): void => {
    if (!session) return
    forget()
    forget = timers.after(2 * pingMs, () => speak.bye('closing'))
  }

  const greet = async (token: string): Promise<void> => {
    const found = await platform.delivery.session(token)
    if (speak.over()) return
    if (found === 'unknown') return speak.bye('unauthorized')
    if (found === 'expired') return speak.bye('expired')
    session = found
    heard()
    until(platform.delivery.ended(found, (reason) => speak.bye(reason === 'unknown' ? 'unauthorized' : 'expired')))
    const position = await platform.delivery.position(found)
    if (speak.over()) return
    rows.opened(found)
    speak.say({ type: 'hello', protocol: 1, ...position, pingMs, serverAt: platform.clock.now() })
    until(platform.clock.onMoved((at) => speak.say({ type: 'clock', serverAt: at })))
  }

  const answer = async (frame: HeardFrame): Promise<void> => {
    if (!session) return frame.type === 'auth' ? greet(frame.token) : speak.bye('unauthorized')
    if (frame.type === 'ping') return speak.say({ type: 'pong' })
    if (frame.type === 'receipts') {
      return speak.say({ type: 'receipted', ...(await receive(platform, { session, body: frame })) })
    }
    if (frame.type === 'auth' || resumed) return speak.bye('malformed')
    resumed = true
    await live(platform, { session, from: frame, say: speak.say, until })
  }

  return { speak, session: () => session, heard, greet, answer, forget: () => forget() }
}
