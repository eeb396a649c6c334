import { type PersonHead, personKeys, type SenderState } from '../storage/person-places.ts'
import type { Transaction } from '../storage/transaction.ts'
import type { SenderId } from '../world.ts'
import type { Draft, OpenHead, OpenSender } from './opened.ts'
import { pendingLog } from './pending-log.ts'
import { openRows } from './rows.ts'
import { settle } from './settle.ts'

/** Opens a person's inbox; what is read of it is expected to be the same at the commit. */
export async function draftOf(transaction: Transaction): Promise<Draft> {
  const kept = (await transaction.get(personKeys.head)) ?? emptyHead
  const head: OpenHead = { ...kept, counts: { ...kept.counts } }
  const senders = new Map<SenderId, OpenSender>()
  const log = pendingLog(head)
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
    ...openRows(transaction),
    senderAsKept,
    async sender(id) {
      const open = await senderAsKept(id)
      await settle(draft, id, open)
      return open
    },
    append(change, sender) {
      touched = true
      return log.append(change, sender)
    },
    touch() {
      touched = true
    },
    save() {
      if (!touched) return
      transaction.put(personKeys.head, { ...head, counts: { ...head.counts } })
      for (const [id, open] of senders) transaction.put(personKeys.sender(id), { ...open, counts: { ...open.counts } })
      if (log.entries.length > 0) transaction.append(kept.top, log.entries)
    },
  }
  return draft
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
