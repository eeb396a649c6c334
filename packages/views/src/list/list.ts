import type { InboxSnapshot } from '@minibell/client'
import type { InboxItem } from '@minibell/protocol'
import type { Speech } from '../words/say.ts'
import { dayText } from '../words/time-text.ts'

/** Which items, in which order. */
export interface ListOptions {
  /** Default `all`. */
  readonly filter?: 'all' | 'unread'
  /** Default: every sender of the scope. */
  readonly sender?: string | null | undefined
  /** Default `day`. */
  readonly group?: 'day' | 'sender'
  /** Items above this offset wait behind the pill, because the reader has scrolled down. Default: none waits. */
  readonly upTo?: number | undefined
}

/** What a list shows, top to bottom. */
export interface List {
  readonly items: readonly InboxItem[]
  /** How many wait behind the pill "3 new messages". */
  readonly waiting: number
}

/** Newest first; grouped by sender, the sender of the newest item leads. */
export function listOf(snapshot: InboxSnapshot, options: ListOptions = {}): List {
  const { filter, sender, group, upTo = Number.POSITIVE_INFINITY } = options
  const chosen = snapshot
    .slice(0, snapshot.length)
    .filter((item) => (!sender || item.sender === sender) && !(filter === 'unread' && snapshot.isRead(item)))
  const shown = chosen.filter(({ offset }) => offset <= upTo)
  return { items: group === 'sender' ? bySender(shown) : shown, waiting: chosen.length - shown.length }
}

/** The heading that stands before `items[index]`; `undefined` inside a group. */
export function headingOf(
  items: readonly InboxItem[],
  index: number,
  context: { readonly group: 'day' | 'sender'; readonly snapshot: InboxSnapshot; readonly speech: Speech },
): string | undefined {
  const item = items[index]
  const before = items[index - 1]
  if (!item || (before && isTogether(item, before, context))) return undefined
  const { group, snapshot, speech } = context
  return group === 'sender' ? snapshot.sender(item.sender).name : dayText(item.sentAt, speech.now, speech.format)
}

function isTogether(
  one: InboxItem,
  other: InboxItem,
  { group, speech }: { readonly group: 'day' | 'sender'; readonly speech: Speech },
): boolean {
  if (group === 'sender') return one.sender === other.sender
  return speech.format.day(one.sentAt) === speech.format.day(other.sentAt)
}

function bySender(items: readonly InboxItem[]): readonly InboxItem[] {
  const senders = new Map<string, number>()
  const placeOf = ({ sender }: InboxItem): number => {
    const place = senders.get(sender) || senders.size + 1
    senders.set(sender, place)
    return place
  }
  const placed = items.map((item) => ({ item, place: placeOf(item) }))
  return placed.sort((one, other) => one.place - other.place).map(({ item }) => item)
}
