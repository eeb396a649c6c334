import type { Message } from './message.ts'

/** Who sent: a mini-program or an official account. */
export interface Sender {
  readonly id: string
  readonly name: string
  /** Address of a square picture, or a `data:` URL. */
  readonly icon?: string
  /** `removed`: its items stay listed as no longer available and jump nowhere (MA-19, JR-9). */
  readonly status: 'available' | 'removed'
  /** The recipient's own switch: its items arrive quietly, without bubble or badge. */
  readonly muted: boolean
}

/** One message addressed to one recipient. Immutable: what happens to it is told by changes. */
export interface InboxItem {
  /** Never repeats, not even across epochs. */
  readonly id: string
  /** The offset of the change that added it; newer is larger. */
  readonly offset: number
  readonly sender: string
  readonly message: Message
  /** `list`: all surfaces. `bubble`: bubble only, no list row, not counted (OA-3, PUSH). */
  readonly placement: 'list' | 'bubble'
  /** Platform's clock, ms since 1970. */
  readonly sentAt: number
  /** DL-7; absent: never. */
  readonly expiresAt?: number
  /** BCP 47, where the platform knows the language of the text. */
  readonly language?: string
}

/** What has happened to an item, strongest first. `delivered` < `seen` < `read`; `opened` implies `read`; `dismissed` stands beside them. */
export type ReceiptKind = 'delivered' | 'seen' | 'read' | 'opened' | 'dismissed'
