import type { Timers, Undo } from '@minibell/ports'
import type { DeliverySession, Platform } from '../../../platform/platform.ts'
import { receive } from '../receipts.ts'
import type { HeardFrame } from './frames.ts'
import { live } from './live.ts'
import type { ConnectionRows } from './rows.ts'
import type { Speaker } from './speaker.ts'

/** How long a socket may be without a token. */
const authMs = 10_000

/** What is said on one socket, in the order of the protocol: token, hello, resume, live. */
export interface Dialogue {
  session(): DeliverySession | undefined
  /** Something came: the silence starts anew. */
  heard(): void
  greet(token: string): Promise<void>
  answer(frame: HeardFrame): Promise<void>
  /** No time-out fires after it. */
  forget(): void
}

export interface DialogueParts {
  readonly speak: Speaker
  readonly timers: Timers
  readonly pingMs: number
  readonly rows: ConnectionRows
  /** Takes back when the socket is over; at once when it is already. */
  readonly until: (undo: Undo) => void
}

export function dialogue(platform: Platform, parts: DialogueParts): Dialogue {
  const { speak, timers, pingMs } = parts
  let session: DeliverySession | undefined
  let resumed = false
  let forget = timers.after(authMs, () => speak.bye('unauthorized'))

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
    await hello(platform, { ...parts, session: found })
  }

  const answer = async (frame: HeardFrame): Promise<void> => {
    if (!session) return frame.type === 'auth' ? greet(frame.token) : speak.bye('unauthorized')
    if (frame.type === 'ping') return speak.say({ type: 'pong' })
    if (frame.type === 'receipts') {
      return speak.say({ type: 'receipted', ...(await receive(platform, { session, body: frame })) })
    }
    if (frame.type === 'auth' || resumed) return speak.bye('malformed')
    resumed = true
    await live(platform, { session, from: frame, say: speak.say, until: parts.until })
  }

  return { session: () => session, heard, greet, answer, forget: () => forget() }
}

/** The first word, then every move of the clock, until the session ends. */
async function hello(
  platform: Platform,
  { session, speak, rows, pingMs, until }: DialogueParts & { readonly session: DeliverySession },
): Promise<void> {
  const { delivery, clock } = platform
  until(delivery.ended(session, (reason) => speak.bye(reason === 'unknown' ? 'unauthorized' : 'expired')))
  const position = await delivery.position(session)
  if (speak.over()) return
  rows.opened(session)
  speak.say({ type: 'hello', protocol: 1, ...position, pingMs, serverAt: clock.now() })
  until(clock.onMoved((at) => speak.say({ type: 'clock', serverAt: at })))
}
