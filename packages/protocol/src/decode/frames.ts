import type { ServerFrame } from '../frames.ts'
import { readChanges, readReceiptsAnswer } from './answers.ts'
import { readChange } from './change.ts'
import { fail, list, oneOf, record, union } from './read.ts'

const readFrame = /* @__PURE__ */ union<ServerFrame>('type', {
  hello: /* @__PURE__ */ record('epoch', 'base top pingMs serverAt', {
    protocol: (value, path) => (value === 1 ? value : fail(value, path)),
  }),
  resumed: readChanges,
  batch: /* @__PURE__ */ record('epoch', 'from to', { changes: /* @__PURE__ */ list(readChange) }),
  clock: /* @__PURE__ */ record('', 'serverAt'),
  pong: /* @__PURE__ */ record(''),
  receipted: readReceiptsAnswer,
  bye: /* @__PURE__ */ record('', 'retryAfterMs?', {
    code: /* @__PURE__ */ oneOf('unauthorized expired malformed flood lagging closing'),
  }),
})

/** What the platform says. Throws `DecodeError`; its path is `frame` itself for a type that this version does not know. */
export function decodeServerFrame(value: unknown): ServerFrame {
  return readFrame(value, 'frame')
}
