import type { Change, Counts, InboxItem, Marks, Sender } from '@minibell/protocol'
import type { TextMessage } from '../platform.ts'
import type { Occurrence, RecentWords } from '../rulebook/miniapp/service-attempt.ts'
import type { PersonId, SenderId } from '../world.ts'
import { type Key, keyOf, padded, prefixOf } from './key.ts'

/** The partition of one person's inbox; its log is the person's log. */
export function personPartition(person: PersonId): string {
  return keyOf('person', person).text
}

export const personPartitions = 'person/'

/** Written by every change of the inbox, so that it alone tells whether anything changed. */
export interface PersonHead {
  readonly top: number
  /** Offset of the newest item there ever was. */
  readonly last: number
  /** Of scope `host`. */
  readonly counts: Counts
  /** Everything at or below is seen, or read, whatever its row says. */
  readonly seenUpTo: number
  readonly readUpTo: number
  readonly texts: number
  /** Code 70011: the main switch. */
  readonly pushOff?: boolean
}

/** One sender in one person's inbox. */
export interface SenderState {
  /** As the log told it last. */
  readonly told?: Sender
  readonly muted: boolean
  readonly last: number
  /** As of the head's marks `headSeenUpTo` and `headReadUpTo`: a mark-all of the host does not touch every sender. */
  readonly counts: Counts
  readonly headSeenUpTo: number
  readonly headReadUpTo: number
  readonly seenUpTo: number
  readonly readUpTo: number
  /** MA-3: when the last send was accepted. */
  readonly acceptedAt?: number
  /** MA-17: words of the last accepted sends. */
  readonly recent?: readonly RecentWords[]
}

export interface ItemRow {
  readonly item: InboxItem
  readonly marks: Marks
}

export interface GoneRow extends ItemRow {
  readonly reason: 'withdrawn' | 'expired' | 'dismissed'
}

/** One entry of the log. `sender` absent: of all senders. */
export interface LogEntry {
  readonly sender?: SenderId
  readonly change: Change
}

export const personKeys = {
  head: keyOf<PersonHead>('head'),
  sender: (id: SenderId): Key<SenderState> => keyOf('sender', id),
  senders: prefixOf('sender'),
  /** Items that are listed, or shown as a bubble. */
  item: (offset: number): Key<ItemRow> => keyOf('item', padded(offset)),
  items: prefixOf('item'),
  /** The same items by sender. */
  itemOf: (sender: SenderId, offset: number): Key<number> => keyOf('of', sender, padded(offset)),
  itemsOf: (sender: SenderId): string => prefixOf('of', sender),
  gone: (offset: number): Key<GoneRow> => keyOf('gone', padded(offset)),
  offsetOf: (itemId: string): Key<number> => keyOf('id', itemId),
  due: (at: number, offset: number): Key<number> => keyOf('due', padded(at), padded(offset)),
  dues: prefixOf('due'),
  /** MA-4. */
  lastUsedAt: (sender: SenderId): Key<number> => keyOf('use', sender),
  uses: prefixOf('use'),
  /** MA-14: when a message about that occurrence was accepted. */
  told: (sender: SenderId, { scenario, action, id }: Occurrence): Key<number> =>
    keyOf('told', sender, scenario, action, id),
  text: (number: number): Key<TextMessage> => keyOf('text', padded(number)),
  texts: prefixOf('text'),
  textOf: (itemId: string): Key<number> => keyOf('textOf', itemId),
} as const
