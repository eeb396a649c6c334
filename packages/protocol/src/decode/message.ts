import type { Jump, PageJump } from '../jump.ts'
import type { Message } from '../message.ts'
import { type Check, fail, type Members, maybe, read, readMember, text } from './shape.ts'

const query: Check<PageJump['query']> = (value) => {
  Object.values(read<object>({}, value)).forEach(text)
  return value as PageJump['query'] // each was checked
}

const jumps: Members<Jump, 'kind'> = { __proto__: null, page: { sender: text, path: text, query }, web: { url: text } }

const jump: Check<Jump> = (value) => readMember(value, 'kind', jumps, fail)

const page: Check<PageJump> = (value) => {
  const found = jump(value)
  return found.kind === 'page' ? found : fail(value)
}

const maybeJump = /* @__PURE__ */ maybe(jump)

const messages: Members<Message, 'kind'> = {
  __proto__: null,
  service: { title: text, content: text, jump: page },
  template: { title: text, lines: [{ text }], jump: maybeJump },
  customer: { text, picture: /* @__PURE__ */ maybe({ url: text }), jump: maybeJump },
  unsupported: { title: text },
}

/** Never throws: a message of an unknown kind, or a malformed one, is `unsupported` and still listed. */
export function decodeMessage(value: unknown): Message {
  try {
    return readMember<Message>(value, 'kind', messages, fail)
  } catch {
    const { kind, title } = Object(value)
    return { kind: 'unsupported', was: textOr(kind), title: textOr(title) }
  }
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
