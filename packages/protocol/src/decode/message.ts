import type { Jump, PageJump } from '../jump.ts'
import type { Message } from '../message.ts'
import { type Fields, fail, type Members, readMember } from './shape.ts'

const pageShape: Fields<PageJump> = { kind: 'page', sender: '', path: '', query: { '*': '' } }

const jumps: Members<Jump, 'kind'> = { __proto__: null, page: pageShape, web: { url: '' } }

const messages: Members<Message, 'kind'> = {
  __proto__: null,
  service: { title: '', content: '', jump: pageShape },
  template: { title: '', lines: [{ text: '' }], 'jump?': readJump },
  customer: { text: '', 'picture?': { url: '' }, 'jump?': readJump },
  unsupported: { title: '' },
}

/** Never throws: a message of an unknown kind, or a malformed one, is `unsupported` and still listed. */
export function decodeMessage(value: unknown): Message {
  try {
    return readMember<Message>(value, 'message', 'kind', messages, fail)
  } catch {
    const { kind, title } = Object(value)
    return { kind: 'unsupported', was: textOr(kind), title: textOr(title) }
  }
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function readJump(value: unknown, path: string): Jump {
  return readMember(value, path, 'kind', jumps, fail)
}
