import type { Change } from '../change.ts'
import type { InboxItem, Sender } from '../item.ts'
import { decodeMessage } from './message.ts'
import { flag, list, object, oneOf, record, text, union, whole } from './read.ts'

export const readItem = /* @__PURE__ */ record<InboxItem>('id sender language?', 'offset sentAt expiresAt?', {
  message: decodeMessage,
  placement: /* @__PURE__ */ oneOf('list bubble'),
})

export const readSender = /* @__PURE__ */ record<Sender>('id name icon?', '', {
  status: /* @__PURE__ */ oneOf('available removed'),
  muted: flag,
})

const readGone = /* @__PURE__ */ record<object>('itemId', 'offset')

export const readChange = /* @__PURE__ */ union<Change>(
  'type',
  {
    added: /* @__PURE__ */ record('', 'offset', { item: readItem }),
    withdrawn: readGone,
    expired: readGone,
    marked: /* @__PURE__ */ record('', 'offset', {
      itemIds: /* @__PURE__ */ list(text),
      kind: /* @__PURE__ */ oneOf('seen read opened dismissed'),
    }),
    markedAll: /* @__PURE__ */ record('sender?', 'offset upTo', { kind: /* @__PURE__ */ oneOf('seen read') }),
    senderChanged: /* @__PURE__ */ record('', 'offset', { sender: readSender }),
    unsupported: /* @__PURE__ */ record('was', 'offset'),
  },
  (value, path) => {
    const { type, offset } = object(value, path)
    return { type: 'unsupported', offset: whole(offset, `${path}.offset`), was: text(type, `${path}.type`) }
  },
)

/** A change of an unknown type is `unsupported` and takes its offset. Throws `DecodeError`. */
export function decodeChange(value: unknown): Change {
  return readChange(value, 'change')
}
