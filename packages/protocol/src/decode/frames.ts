import type { ServerFrame } from '../frames.ts'
import { changesShape } from './answers.ts'
import { decodeChange } from './change.ts'
import { fail, type Members, maybe, readMember, text, whole } from './shape.ts'

const frames: Members<ServerFrame, 'type'> = {
  __proto__: null,
  hello: { protocol: (value) => (value === 1 ? value : fail(value)), pingMs: whole, serverAt: whole },
  resumed: changesShape,
  batch: { epoch: text, from: whole, to: whole, changes: [decodeChange] },
  clock: { serverAt: whole },
  pong: {},
  // For transports of their own.
  receipted: {},
  bye: { code: text, retryAfterMs: /* @__PURE__ */ maybe(whole) },
}

/** What the platform says. Throws `DecodeError`; its path is empty for a type that this version does not know. */
export function decodeServerFrame(value: unknown): ServerFrame {
  return readMember<ServerFrame>(value, 'type', frames, fail)
}
