import type { Change, Receipt } from '@minibell/protocol'
import type { InboxFact, SenderChange } from '../../platform/inbox-news.ts'
import type { PersonId, Platform, SenderId, WebhookEvent } from '../../platform/index.ts'

/** What a webhook says. Ids are the wire's: no person of ours is in it. */
export interface WebhookFact {
  readonly type: WebhookEvent
  /** Platform's time, ms. Of a receipt, when it happened on the device. */
  readonly at: number
  /** `miniappId`, `appId`; absent: a receipt of all senders' messages. */
  readonly sender?: string
  /** Under the sender's operating account, where the person has one. */
  readonly recipientId?: string
  /** Absent: all up to the offset `upTo`. */
  readonly itemId?: string
  readonly upTo?: number
  /** Of `item.delivered`: its place among the recipient's. */
  readonly offset?: number
}

/** A fact with whose it is, by our ids. */
export interface OwnedFact {
  readonly owner: SenderId | undefined
  readonly fact: WebhookFact
  /** The same whichever process tells of it, and however often. */
  readonly name: string
}

interface Bare {
  readonly type: WebhookEvent
  /** Unique among those of a type, a person and an item. */
  readonly of: string
  readonly owner: SenderId | undefined
  readonly more: Pick<WebhookFact, 'at' | 'itemId' | 'upTo' | 'offset'>
}

/** What developers are told of a fact of an inbox; nothing of muting, and of marks only what receipts say. */
export async function factsOf(platform: Platform, fact: InboxFact): Promise<readonly OwnedFact[]> {
  const at = platform.clock.now()
  const person = fact.kind === 'changes' ? fact.person : fact.session.person
  const bare =
    fact.kind === 'changes'
      ? fact.changes.flatMap((change) => bareChange(change, at))
      : await Promise.all(fact.receipts.map((receipt) => bareReceipt(platform, fact, { receipt, at })))
  return Promise.all(bare.map((one) => named(platform, person, one)))
}

const changeEvents: Partial<Record<Change['type'], WebhookEvent>> = {
  added: 'item.delivered',
  withdrawn: 'item.withdrawn',
  expired: 'item.expired',
}

function bareChange({ sender, change }: SenderChange, at: number): readonly Bare[] {
  const type = changeEvents[change.type]
  if (!type) return []
  if (change.type === 'added')
    return [
      {
        type,
        of: String(change.offset),
        owner: change.item.sender,
        more: { at, itemId: change.item.id, offset: change.offset },
      },
    ]
  return [
    {
      type,
      of: String(change.offset),
      owner: sender,
      more: { at, ...('itemId' in change && { itemId: change.itemId }) },
    },
  ]
}

async function bareReceipt(
  platform: Platform,
  { session }: Extract<InboxFact, { readonly kind: 'receipts' }>,
  { receipt, at }: { readonly receipt: Receipt; readonly at: number },
): Promise<Bare> {
  const type = `receipt.${receipt.kind}` as const
  const happenedAt = at - receipt.agoMs
  const of = receipt.receiptId
  if ('itemId' in receipt) {
    const owner = await platform.delivery.senderOf(session, receipt.itemId)
    return { type, of, owner, more: { at: happenedAt, itemId: receipt.itemId } }
  }
  const own = session.scope.kind === 'sender' ? session.scope.sender : undefined
  return { type, of, owner: receipt.all.sender ?? own, more: { at: happenedAt, upTo: receipt.all.upTo } }
}

async function named(platform: Platform, personId: PersonId, { type, of, owner, more }: Bare): Promise<OwnedFact> {
  const sender = owner === undefined ? undefined : await platform.directory.sender(owner)
  const person = await platform.directory.person(personId)
  const recipientId = person?.recipientIds.find(({ account }) => account === sender?.account)?.id
  const fact = {
    type,
    ...more,
    ...(sender && { sender: sender.wireId }),
    ...(recipientId !== undefined && { recipientId }),
  }
  return { owner, fact, name: `${type} ${personId} ${more.itemId ?? ''} ${of}` }
}
