import type { Change } from '../change.ts'
import type { InboxItem, Sender } from '../item.ts'
import { decodeMessage } from './message.ts'
import { type Fields, type Members, maybe, read, readMember, text, whole } from './shape.ts'

/** `message` is never refused. */
export const itemShape: Fields<InboxItem> = {
  id: text,
  offset: whole,
  sender: text,
  message: decodeMessage,
  sentAt: whole,
  expiresAt: /* @__PURE__ */ maybe(whole),
}

/** A sender with the fields that a surface cannot do without. */
export const senderShape: Fields<Sender> = { id: text, name: text }

const gone = { offset: whole, itemId: text } as const

const changes: Members<Change, 'type'> = {
  __proto__: null,
  added: { offset: whole, item: itemShape },
  withdrawn: gone,
  expired: gone,
  marked: { offset: whole, itemIds: [text] },
  markedAll: { offset: whole, upTo: whole, sender: /* @__PURE__ */ maybe(text) },
  senderChanged: { offset: whole, sender: senderShape },
  unsupported: { offset: whole },
}

/** A change of an unknown type is `unsupported` and takes its offset. Throws `DecodeError`. */
export function decodeChange(value: unknown): Change {
  return readMember<Change>(value, 'type', changes, (change) => {
    const { type, offset } = read<{ type: string; offset: number }>({ offset: whole }, change)
    return { type: 'unsupported', offset, was: type }
  })
}
