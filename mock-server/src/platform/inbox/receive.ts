import type { Receipt, ReceiptsAnswer, RefusedReceipt } from '@minibell/protocol'
import type { Core } from '../core.ts'
import type { DeliverySession } from '../platform.ts'
import { personKeys, personPartition } from '../storage/person-places.ts'
import type { Transaction } from '../storage/transaction.ts'
import { draftOf } from './draft.ts'
import { markAll } from './mark-all.ts'
import { markItem } from './mark-item.ts'
import type { Draft } from './opened.ts'

/**
 * DL-5: takes a batch in its order, as one commit. A sender's session knows no items but that sender's. A receipt of all that
 * means offsets of another epoch goes as far as the item that it names, or is refused: they mean other items here.
 */
export async function receive(
  core: Core,
  session: DeliverySession,
  batch: { readonly receipts: readonly Receipt[]; readonly deviceId: string },
): Promise<ReceiptsAnswer> {
  const answer = await core.transactions.write(personPartition(session.person), async (transaction) => {
    await loadItems(transaction, batch.receipts)
    const draft = await draftOf(transaction)
    const accepted: string[] = []
    const refused: RefusedReceipt[] = []
    for (const receipt of batch.receipts) {
      const today = await translated(draft, receipt, core.epoch())
      const code = today ? await take(draft, session, today) : 'other-epoch'
      if (code === 'ok') accepted.push(receipt.receiptId)
      else refused.push({ receiptId: receipt.receiptId, code })
    }
    draft.save()
    return { accepted, refused }
  })
  core.journal.write(rowOf(session, batch, answer))
  await core.news.tell({
    kind: 'receipts',
    session,
    receipts: batch.receipts.filter(({ receiptId }) => answer.accepted.includes(receiptId)),
  })
  return answer
}

/** A receipt of all that means another epoch, in the offsets of this one; none when the item that it names was never here. */
async function translated(draft: Draft, receipt: Receipt, epoch: string): Promise<Receipt | undefined> {
  if (!('all' in receipt) || receipt.epoch === undefined || receipt.epoch === epoch) return receipt
  const found = receipt.newest === undefined ? undefined : await draft.find(receipt.newest)
  return found && { ...receipt, all: { ...receipt.all, upTo: found.row.item.offset } }
}

async function take(
  draft: Draft,
  { scope }: DeliverySession,
  receipt: Receipt,
): Promise<'ok' | RefusedReceipt['code']> {
  const own = scope.kind === 'sender' ? scope.sender : undefined
  if ('all' in receipt) {
    const { upTo, sender = own } = receipt.all
    if (!Number.isSafeInteger(upTo) || upTo < 0) return 'malformed'
    if (own !== undefined && sender !== own) return 'unknown-item'
    await markAll(draft, { kind: receipt.kind, upTo, ...(sender !== undefined && { sender }) })
    return 'ok'
  }
  const found = await draft.find(receipt.itemId)
  if (!found || (own !== undefined && found.row.item.sender !== own)) return 'unknown-item'
  await markItem(draft, found, receipt.kind)
  return 'ok'
}

/** Two reads for the whole batch instead of three for each receipt. */
async function loadItems(transaction: Transaction, receipts: readonly Receipt[]): Promise<void> {
  const ids = receipts.flatMap((receipt) => ('itemId' in receipt ? [personKeys.offsetOf(receipt.itemId)] : []))
  await transaction.load(ids)
  const offsets = await Promise.all(ids.map((key) => transaction.get(key)))
  await transaction.load(offsets.flatMap((offset) => (offset === undefined ? [] : [personKeys.item(offset)])))
}

function rowOf(
  { person, scope }: DeliverySession,
  { receipts, deviceId }: { readonly receipts: readonly Receipt[]; readonly deviceId: string },
  answer: ReceiptsAnswer,
) {
  const kinds = [...new Set(receipts.map((receipt) => ('all' in receipt ? `all ${receipt.kind}` : receipt.kind)))]
  const refused = answer.refused.length > 0 ? `, ${answer.refused.length} refused` : ''
  return {
    kind: 'receipt' as const,
    summary: `${person}: ${kinds.join(', ')} (${answer.accepted.length} accepted${refused})`,
    request: { deviceId, receipts },
    answer,
    person,
    ...(scope.kind === 'sender' && { sender: scope.sender }),
  }
}
