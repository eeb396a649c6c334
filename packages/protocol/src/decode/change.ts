import type { Change } from '../change.ts'
import type { InboxItem, Sender } from '../item.ts'
import { decodeMessage } from './message.ts'
import { type Fields, type Members, read, readMember } from './shape.ts'

/** `message` is never refused. */
export const itemShape: Fields<InboxItem> = {
  id: '',
  offset: 0,
  sender: '',
  message: decodeMessage,
  sentAt: 0,
  'expiresAt?': 0,
}

/** A sender with the fields that a surface cannot do without. */
export const senderShape: Fields<Sender> = { id: '', name: '' }

const goneShape = { offset: 0, itemId: '' } as const

const changes: Members<Change, 'type'> = {
  __proto__: null,
  added: { offset: 0, item: itemShape },
  withdrawn: goneShape,
  expired: goneShape,
  marked: { offset: 0, itemIds: [''] },
  markedAll: { offset: 0, upTo: 0, 'sender?': '' },
  senderChanged: { offset: 0, sender: senderShape },
  unsupported: { offset: 0 },
}

/** A change of an unknown type is `unsupported` and takes its offset. Throws `DecodeError`. */
export function decodeChange(value: unknown): Change {
  return readChange(value, 'change')
}

/** `decodeChange` inside a list at `path`. */
export function readChange(value: unknown, path: string): Change {
  return readMember<Change>(value, path, 'type', changes, (change) => {
    const { type, offset } = read<{ type: string; offset: number }>({ offset: 0 }, change, path)
    return { type: 'unsupported', offset, was: type }
  })
}
