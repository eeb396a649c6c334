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
  placement: 'list bubble',
  sentAt: 0,
  'expiresAt?': 0,
  'language?': '',
}

/** A sender with every field of the wire. */
export const senderShape: Fields<Sender> = {
  id: '',
  name: '',
  'icon?': '',
  status: 'available removed',
  muted: false,
}

const changes: Members<Change, 'type'> = {
  added: { offset: 0, item: itemShape },
  withdrawn: { offset: 0, itemId: '' },
  expired: { offset: 0, itemId: '' },
  marked: { offset: 0, itemIds: [''], kind: 'seen read opened dismissed' },
  markedAll: { offset: 0, kind: 'seen read', upTo: 0, 'sender?': '' },
  senderChanged: { offset: 0, sender: senderShape },
  unsupported: { offset: 0, was: '' },
}

/** A change of an unknown type is `unsupported` and takes its offset. Throws `DecodeError`. */
export function decodeChange(value: unknown): Change {
  return readChange(value, 'change')
}

/** `decodeChange` inside a list at `path`. */
export function readChange(value: unknown, path: string): Change {
  return readMember<Change>(value, path, 'type', changes, ({ type, offset }) => ({
    type: 'unsupported',
    offset: read<number>(0, offset, `${path}.offset`),
    was: String(type),
  }))
}
