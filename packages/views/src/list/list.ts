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

/** Items in the order in which they are shown, `0 … length − 1`. */
export interface Listed {
  readonly length: number
  at(index: number): InboxItem | undefined
}

/** What a list shows, top to bottom. */
export interface List extends Listed {
  /** −1 when it is not shown. */
  indexOf(item: InboxItem): number
  /** How many wait behind the pill "3 new messages". */
  readonly waiting: number
}

/**
 * Newest first; grouped by sender, the sender of the newest item leads. All of an inbox by day costs the same whatever it holds; a
 * filter, one sender or groups by sender cost a pass over it.
 */
export function listOf(snapshot: InboxSnapshot, options: ListOptions = {}): List {
  const { filter, sender, group, upTo = Number.POSITIVE_INFINITY } = options
  const isIn = (item: InboxItem): boolean =>
    (!sender || item.sender === sender) && !(filter === 'unread' && snapshot.isRead(item))
  const all = (): readonly InboxItem[] => snapshot.slice(0, snapshot.length)
  const chosen = sender || filter === 'unread' ? listedOf(all().filter(isIn)) : snapshot
  const waiting = placeIn(chosen, upTo)
  const length = chosen.length - waiting
  if (group === 'sender') return { ...bySender(itemsOf(chosen).slice(waiting)), waiting }
  const at = (index: number): InboxItem | undefined => (index < 0 ? undefined : chosen.at(index + waiting))
  return {
    length,
    waiting,
    at,
    indexOf(item) {
      const index = placeIn(chosen, item.offset) - waiting
      return isSame(at(index), item) ? index : -1
    },
  }
}

/** The heading that stands before `items.at(index)`; `undefined` inside a group. */
export function headingOf(
  items: Listed,
  index: number,
  context: { readonly group: 'day' | 'sender'; readonly snapshot: InboxSnapshot; readonly speech: Speech },
): string | undefined {
  const item = items.at(index)
  const before = items.at(index - 1)
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

function isSame(one: InboxItem | undefined, other: InboxItem): boolean {
  return !!one && one.id === other.id
}

/** How many have a higher offset. */
function placeIn(items: Listed, offset: number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    // Between 0 and the length.
    if ((items.at(middle) as InboxItem).offset > offset) low = middle + 1
    else high = middle
  }
  return low
}

function listedOf(items: readonly InboxItem[]): Listed {
  return { length: items.length, at: (index) => items[index] }
}

function itemsOf({ length, at }: Listed): readonly InboxItem[] {
  return Array.from({ length }, (_, index) => at(index) as InboxItem) // within the length
}

function bySender(items: readonly InboxItem[]): Omit<List, 'waiting'> {
  const groups = new Map<string, InboxItem[]>()
  for (const item of items) {
    const group = groups.get(item.sender)
    if (group) group.push(item)
    else groups.set(item.sender, [item])
  }
  const placed = ([] as InboxItem[]).concat(...groups.values())
  const places = new Map(placed.map(({ id }, index) => [id, index]))
  return { ...listedOf(placed), indexOf: ({ id }) => places.get(id) ?? -1 }
}
