import type { InboxSnapshot } from '@minibell/client'
import type { InboxItem } from '@minibell/protocol'
import type { Speech } from '../words/say.ts'
import { dayText } from '../words/time-text.ts'
import { grouping } from './grouping.ts'
import { type Listed, placeIn } from './listed.ts'

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
  /** What passes filter and sender, where the caller keeps that from one change to the next. Default: found by a pass. */
  readonly chosen?: Listed | undefined
  /** Groups by sender, kept likewise. Default: made by a pass. */
  readonly grouped?: ReturnType<typeof grouping> | undefined
}

/** What a list shows, top to bottom. */
export interface List extends Listed {
  /** −1 when it is not shown. */
  indexOf(item: InboxItem): number
  /** How many wait behind the pill "3 new messages". */
  readonly waiting: number
}

/**
 * Newest first; grouped by sender, the sender of the newest item leads. All of an inbox by day costs the same whatever it holds; so do a
 * filter, one sender and groups by sender, where `chosen` and `grouped` are kept, and a pass over it where they are not.
 */
export function listOf(snapshot: InboxSnapshot, options: ListOptions = {}): List {
  const { filter, sender, group, upTo = Number.POSITIVE_INFINITY, grouped = grouping() } = options
  const isIn = (item: InboxItem): boolean =>
    (!sender || item.sender === sender) && !(filter === 'unread' && snapshot.isRead(item))
  const all = (): readonly InboxItem[] => snapshot.slice(0, snapshot.length)
  const chosen = options.chosen || (sender || filter === 'unread' ? listedOf(all().filter(isIn)) : snapshot)
  const waiting = placeIn(chosen, upTo)
  const length = chosen.length - waiting
  const at = (index: number): InboxItem | undefined => (index < 0 ? undefined : chosen.at(index + waiting))
  if (group === 'sender') return { ...grouped({ length, at }), waiting }
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
  return group === 'sender' ? snapshot.sender(item.sender).name : dayText(item.sentAt, speech)
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

function listedOf(items: readonly InboxItem[]): Listed {
  return { length: items.length, at: (index) => items[index] }
}
