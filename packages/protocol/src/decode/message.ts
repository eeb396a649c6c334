import type { Jump, PageJump } from '../jump.ts'
import type { Message } from '../message.ts'
import { amount, fail, list, object, record, text, union } from './read.ts'

const jumps = /* @__PURE__ */ union<Jump>('kind', {
  page: /* @__PURE__ */ record('sender path', '', { query: readQuery }),
  web: /* @__PURE__ */ record('url'),
})

const picture = /* @__PURE__ */ record('url', '', { width: amount, height: amount })

const messages = /* @__PURE__ */ union<Message>('kind', {
  service: /* @__PURE__ */ record('title content', '', { jump: readPageJump }),
  template: /* @__PURE__ */ record('title', '', {
    lines: /* @__PURE__ */ list(/* @__PURE__ */ record('keyword? text')),
    'jump?': jumps,
  }),
  customer: /* @__PURE__ */ record('type title? text', '', { 'picture?': picture, 'jump?': jumps }),
  unsupported: /* @__PURE__ */ record('was title'),
})

/** Never throws: a message of an unknown kind, or a malformed one, is `unsupported` and still listed. */
export function decodeMessage(value: unknown): Message {
  try {
    return messages(value, '')
  } catch {
    const { kind, title } = Object(value)
    return { kind: 'unsupported', was: textOr(kind), title: textOr(title) }
  }
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function readPageJump(value: unknown, path: string): PageJump {
  const jump = jumps(value, path)
  return jump.kind === 'page' ? jump : fail(value, path)
}

function readQuery(value: unknown, path: string): Readonly<Record<string, string>> {
  const query = object(value, path)
  for (const key of Object.keys(query)) text(query[key], path)
  // Every value was just found to be text.
  return query as Record<string, string>
}
