import type { ServerFrame } from '../frames.ts'
import { changesShape } from './answers.ts'
import { readChange } from './change.ts'
import { fail, type Members, readMember } from './shape.ts'

const frames: Members<ServerFrame, 'type'> = {
  __proto__: null,
  hello: { protocol: 1, pingMs: 0, serverAt: 0 },
  resumed: changesShape,
  batch: { epoch: '', from: 0, to: 0, changes: [readChange] },
  clock: { serverAt: 0 },
  pong: {},
  // For transports of their own.
  receipted: {},
  bye: { code: '', 'retryAfterMs?': 0 },
}

/** What the platform says. Throws `DecodeError`; its path is `frame` itself for a type that this version does not know. */
export function decodeServerFrame(value: unknown): ServerFrame {
  return readMember<ServerFrame>(value, 'frame', 'type', frames, fail)
}
