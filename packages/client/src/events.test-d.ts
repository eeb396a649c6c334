import type { InboxItem } from '@minibell/protocol'
import type { Inbox, InboxEventName, InboxEvents } from './inbox.ts'

declare const inbox: Inbox

// Names and payloads of events are typed, whether the name is written or carried.
inbox.on('received', (items) => items.map((item: InboxItem) => item.id))
inbox.on('removed', ({ itemIds, reason }) => [itemIds.length, reason === 'expired'])
inbox.on('refused', ({ receipt, refusal }) => [receipt.receiptId, refusal.code])
inbox.on('resync', ({ lost }) => lost && lost.to - lost.from)
inbox.on('opened', (outcome) => {
  if (outcome.outcome === 'opened') return outcome.jump.path
  if (outcome.outcome === 'cancelled') return outcome.item.id
  // @ts-expect-error: only what failed has an error.
  return outcome.error
})
const name: InboxEventName = 'read'
inbox.on(name, (event) => event.itemIds.length)
const undo: () => void = inbox.on('read', ({ all }: InboxEvents['read']) => all)
undo()

// @ts-expect-error: no such event.
inbox.on('recieved', () => {})
// @ts-expect-error: `changed` is what `subscribe` is for.
inbox.on('changed', () => {})
// @ts-expect-error: items, not one.
inbox.on('received', (item) => item.id)
// @ts-expect-error: a payload is not to be written to.
inbox.on('removed', ({ itemIds }) => itemIds.push('x'))
