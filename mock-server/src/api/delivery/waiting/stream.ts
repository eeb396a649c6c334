import type { Report, Timers, Undo } from '@minibell/ports'
import type { Position } from '@minibell/protocol'
import type { DeliverySession, Platform } from '../../../platform/platform.ts'
import type { Answer } from '../../answer.ts'
import type { Sink } from '../../streaming.ts'
import { live } from '../socket/live.ts'
import { connectionRows } from '../socket/rows.ts'
import { type Speaker, speaker } from '../socket/speaker.ts'
import { eventTexts } from './event-text.ts'
import type { Held } from './held.ts'

export interface StreamParts {
  readonly timers: Timers
  readonly report: Report
  readonly pingMs: number
  readonly held: Held
}

interface Asked extends StreamParts {
  readonly session: DeliverySession
  readonly from: Position
}

/** Frames of the socket as server-sent events: hello, resumed, then batches; pong when there is nothing else to say. */
export function eventStream(platform: Platform, asked: Asked): Answer {
  return {
    status: 200,
    body: null,
    // Proxies that collect an answer before they pass it on would keep it for ever.
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
    verdict: 'ok',
    stream: (sink) => begin(platform, sink, asked),
  }
}

function begin(platform: Platform, sink: Sink, asked: Asked): Undo {
  const { session, from, held, timers, pingMs, report } = asked
  const undos: Undo[] = []
  const rows = connectionRows(platform, { url: '/delivery/v1/stream' })
  const wire = { ...sink, close: sink.end }
  const ended = (code: number, reason: string): void => {
    for (const undo of undos) undo()
    rows.closed({ code, reason, session })
  }
  const speak = speaker(wire, { ended, words: eventTexts(from) })
  const until = (undo: Undo): void => (speak.over() ? undo() : void undos.push(undo))
  rows.opened(session)
  until(held.add(session.token, () => speak.bye('closing')))
  until(beat(speak, timers, pingMs))
  tell(platform, { ...asked, speak, until }).catch((error: unknown) => {
    report(error, 'delivery stream')
    speak.bye('closing')
  })
  return speak.left
}

async function tell(
  platform: Platform,
  parts: Asked & { readonly speak: Speaker; readonly until: (undo: Undo) => void },
): Promise<void> {
  const { delivery, clock } = platform
  const { session, from, pingMs, speak, until } = parts
  until(delivery.ended(session, (reason) => speak.bye(reason === 'unknown' ? 'unauthorized' : 'expired')))
  const position = await delivery.position(session)
  speak.say({ type: 'hello', protocol: 1, ...position, pingMs, serverAt: clock.now() })
  until(clock.onMoved((at) => speak.say({ type: 'clock', serverAt: at })))
  await live(platform, { session, from, say: speak.say, until })
}

/** Every `pingMs`, so that both sides notice when nobody is there any more. */
function beat(speak: Speaker, timers: Timers, pingMs: number): Undo {
  let next: Undo = () => undefined
  const again = (): void => {
    next = timers.after(pingMs, () => {
      speak.say({ type: 'pong' })
      if (!speak.over()) again()
    })
  }
  again()
  return () => next()
}
