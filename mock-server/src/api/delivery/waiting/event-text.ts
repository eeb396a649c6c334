import type { Position, ServerFrame } from '@minibell/protocol'
import { textOf } from '../socket/speaker.ts'

/**
 * One frame as one server-sent event. It has an `id` as long as everything up to there was told on this stream, so that whoever
 * goes on after the last one misses nothing.
 */
export function eventTexts(from: Position): (frame: ServerFrame) => string {
  let { offset } = from
  const isNext = (frame: ServerFrame): boolean => {
    if (frame.type !== 'batch' && !(frame.type === 'resumed' && frame.recovered)) return false
    if (frame.epoch !== from.epoch || frame.from > offset) return false
    offset = Math.max(offset, frame.to)
    return true
  }
  return (frame) => `${isNext(frame) ? `id: ${from.epoch}:${offset}\n` : ''}data: ${textOf(frame)}\n\n`
}

/** The position of an `id` that such a stream gave. */
export function positionOf(id: string): Position | undefined {
  const [, epoch, offset] = /^(.{0,128}):(\d{1,15})$/.exec(id) ?? []
  return epoch === undefined ? undefined : { epoch, offset: Number(offset) }
}
