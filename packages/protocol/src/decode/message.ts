import type { Jump, PageJump } from '../jump.ts'
import type { Message } from '../message.ts'
import { type Fields, fail, type Members, read, readMember } from './shape.ts'

const pageShape: Fields<PageJump> = { kind: 'page', sender: '', path: '', query: readQuery }

const jumps: Members<Jump, 'kind'> = { page: pageShape, web: { url: '' } }

const messages: Members<Message, 'kind'> = {
  service: { title: '', content: '', jump: pageShape },
  template: { title: '', lines: [{ 'keyword?': '', text: '' }], 'jump?': readJump },
  customer: { type: '', 'title?': '', text: '', 'picture?': { url: '', width: 0, height: 0 }, 'jump?': readJump },
  unsupported: { was: '', title: '' },
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

function readQuery(value: unknown, path: string): Readonly<Record<string, string>> {
  read({}, value, path)
  const query = value as Readonly<Record<string, string>>
  for (const key of Object.keys(query)) read('', query[key], path)
  // Every value was just found to be text.
  return query
}
