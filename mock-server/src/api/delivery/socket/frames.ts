import * as v from 'valibot'
import { bytesOf } from '../../dispatch/body.ts'
import { text } from '../../shape.ts'
import { receiptsShape } from '../receipts.ts'

/** Bytes of one frame, in either direction of the protocol's page. */
export const frameLimit = 65_536

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What a client may say, in JSON. */
export const frame = v.variant('type', [
  v.object({ type: v.literal('auth'), token: text(512) }),
  v.object({ type: v.literal('resume'), epoch: v.pipe(v.string(), v.maxLength(128)), offset, deviceId: text(128) }),
  v.object({ type: v.literal('receipts'), ...receiptsShape }),
  v.object({ type: v.literal('ping') }),
])

/** A client's frame as far as it can be answered; single receipts in it may still be malformed. */
export type HeardFrame = v.InferOutput<typeof frame>

/** `undefined` for binary, over-long, unparsable and unknown frames: all of them end the socket. */
export function readFrame(data: unknown): HeardFrame | undefined {
  if (typeof data !== 'string' || isOverLong(data)) return undefined
  try {
    const result = v.safeParse(frame, JSON.parse(data), { abortEarly: true })
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

function isOverLong(data: string): boolean {
  return data.length > frameLimit || bytesOf(data) > frameLimit
}
