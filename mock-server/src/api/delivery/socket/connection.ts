import type { Report, Timers, Undo } from '@minibell/ports'
import type { Platform } from '../../../platform/platform.ts'
import { bearerOf } from '../tokens.ts'
import { dialogue } from './dialogue.ts'
import { tally } from './flood.ts'
import { readFrame } from './frames.ts'
import { inOrder } from './in-order.ts'
import { connectionRows } from './rows.ts'
import { type Speaker, speaker } from './speaker.ts'
import type { Wire } from './wire.ts'

export interface ConnectionParts {
  readonly timers: Timers
  readonly report: Report
  readonly pingMs: number
}

/** Frames in a second, and frames that wait for their turn. */
const limits = { frames: { max: 100, withinMs: 1000 }, waiting: 200 }

/** One socket of docs/delivery-protocol.md, from its first frame to its last word. Frames are answered in order. */
export function connection(
  platform: Platform,
  parts: ConnectionParts & { readonly wire: Wire; readonly gone: () => void },
): Pick<Speaker, 'bye'> {
  const { wire, timers, report, gone, pingMs } = parts
  const rows = connectionRows(platform, wire)
  const undos: Undo[] = []
  const ended = (code: number, reason: string): void => {
    talk.forget()
    for (const undo of undos) undo()
    rows.closed({ code, reason, session: talk.session() })
    gone()
  }
  const speak = speaker(wire, { ended })
  const until = (undo: Undo): void => (speak.over() ? undo() : void undos.push(undo))
  const talk = dialogue(platform, { speak, timers, pingMs, rows, until })
  const failed = (error: unknown): void => {
    report(error, 'delivery socket')
    speak.bye('closing')
  }
  const turns = inOrder({ skip: speak.over, failed })
  const inTime = tally(timers, limits.frames)

  wire.onMessage((data) => {
    if (speak.over()) return
    talk.heard()
    if (!inTime() || turns.length() > limits.waiting) return speak.bye('flood', limits.frames.withinMs)
    const frame = readFrame(data)
    if (frame) turns.add(() => talk.answer(frame))
    else speak.bye('malformed')
  })
  wire.onClose(speak.left)
  const token = bearerOf(wire.headers?.['authorization'])
  if (token !== undefined) turns.add(() => talk.greet(token))
  return speak
}
