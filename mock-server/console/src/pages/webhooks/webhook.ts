/** A webhook as the control API tells it: never with its secret. */
export interface ShownWebhook {
  readonly id: string
  readonly url: string
  /** Absent: everybody's messages. */
  readonly sender?: string
  /** Absent: all. */
  readonly events?: readonly string[]
}

/** One fact on its way to one webhook, or there. */
export interface WebhookDelivery {
  readonly id: string
  readonly webhook: string
  readonly fact: {
    readonly type: string
    readonly at: number
    readonly sender?: string
    readonly recipientId?: string
    readonly itemId?: string
    readonly upTo?: number
    readonly offset?: number
  }
  readonly state: 'waiting' | 'delivered' | 'given-up'
  readonly tries: readonly { readonly at: number; readonly status?: number }[]
  readonly round: number
  readonly dueAt: number
}

/** What a webhook may be told, each with what it means. */
export const webhookEvents = [
  { name: 'item.delivered', says: 'a message is in the inbox' },
  { name: 'item.withdrawn', says: 'it was taken back' },
  { name: 'item.expired', says: 'its time is over' },
  { name: 'receipt.delivered', says: 'a device has it' },
  { name: 'receipt.seen', says: 'it was on screen' },
  { name: 'receipt.read', says: 'it was read' },
  { name: 'receipt.opened', says: 'its jump was followed' },
  { name: 'receipt.dismissed', says: 'it was put aside' },
] as const
