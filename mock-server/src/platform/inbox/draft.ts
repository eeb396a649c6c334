import type { Change } from '@minibell/protocol'
import { type ItemRow, type LogEntry, type PersonHead, personKeys, type SenderState } from '../storage/person-places.ts'
import type { Transaction } from '../storage/transaction.ts'
import type { SenderId } from '../world.ts'
import type { Draft, NewChange, OpenHead, OpenSender } from './opened.ts'
import { settle } from './settle.ts'

/** Opens a person's inbox; what is read of it is expected to be the same at the commit. */
export async function draftOf(transaction: Transaction): Promise<Draft> {
  const kept = (await transaction.get(personKeys.head)) ?? emptyHead
  const head: OpenHead = { ...kept, counts: { ...kept.counts } }
  const senders = new Map<SenderId, OpenSender>()
  const changedRows = new Map<number, ItemRow | undefined>()
  const entries: LogEntry[] = []
  let touched = false

  const senderAsKept = async (id: SenderId): Promise<OpenSender> => {
    const stored = (await transaction.get(personKeys.sender(id))) ?? emptySender
    const open = senders.get(id) ?? { ...stored, counts: { ...stored.counts } }
    senders.set(id, open)
    return open
  }

  const draft: Draft = {
    transaction,
    head,
    changedRows,
    senderAsKept,
    async sender(id) {
      const open = await senderAsKept(id)
      await settle(draft, id, open)
      return open
    },
    async find(itemId) {
      const offset = await transaction.get(personKeys.offsetOf(itemId))
      if (offset === undefined) return undefined
      const row = await transaction.get(personKeys.item(offset))
      if (row) return { listed: true, row }
      const gone = await transaction.get(personKeys.gone(offset))
      return gone && { listed: false, row: gone }
    },
    putRow(row) {
      changedRows.set(row.item.offset, row)
      transaction.put(personKeys.item(row.item.offset), row)
    },
    putGone(row) {
      const { offset, sender, expiresAt } = row.item
      changedRows.set(offset, undefined)
      transaction.put(personKeys.item(offset), undefined)
      transaction.put(personKeys.itemOf(sender, offset), undefined)
      if (expiresAt !== undefined) transaction.put(personKeys.due(expiresAt, offset), undefined)
      transaction.put(personKeys.gone(offset), row)
    },
    append(change, sender) {
      head.top += 1
      touched = true
      const entry = merged(entries[entries.length - 1], change, sender)
      if (entry) {
        head.top -= 1
        entries[entries.length - 1] = entry
        return head.top
      }
      // `NewChange` is a `Change` without its offset.
      entries.push({ ...(sender !== undefined && { sender }), change: { ...change, offset: head.top } as Change })
      return head.top
    },
    touch() {
      touched = true
    },
    save() {
      if (!touched) return
      transaction.put(personKeys.head, { ...head, counts: { ...head.counts } })
      for (const [id, open] of senders) transaction.put(personKeys.sender(id), { ...open, counts: { ...open.counts } })
      if (entries.length > 0) transaction.append(kept.top, entries)
    },
  }
  return draft
}

/** A receipt more of the same kind and sender joins the entry before it, so that a batch is one change. */
function merged(before: LogEntry | undefined, change: NewChange, sender?: SenderId): LogEntry | undefined {
  if (before?.change.type !== 'marked' || change.type !== 'marked') return undefined
  if (before.sender !== sender || before.change.kind !== change.kind) return undefined
  return { ...before, change: { ...before.change, itemIds: [...before.change.itemIds, ...change.itemIds] } }
}

const noCounts = { total: 0, unseen: 0, unread: 0 }
const emptyHead: PersonHead = { top: 0, last: 0, counts: noCounts, seenUpTo: 0, readUpTo: 0, texts: 0 }
const emptySender: SenderState = {
  muted: false,
  last: 0,
  counts: noCounts,
  headSeenUpTo: 0,
  headReadUpTo: 0,
  seenUpTo: 0,
  readUpTo: 0,
}
