import {
  type Change,
  type Counts,
  type InboxItem,
  isMarked,
  kindsOf,
  type Marks,
  marksOf,
  noMarks,
} from '@minibell/protocol'

/** What a slow client makes of a log, touching every item for every change. */
export interface Replayed {
  /** Newest first, with `kindsOf` their marks; without those that are gone or dismissed. */
  readonly items: readonly { readonly item: InboxItem; readonly marks: readonly string[] }[]
  readonly counts: Counts
  /** Names of senders that are muted. */
  readonly muted: readonly string[]
}

/** Of one scope. */
export function replay(changes: readonly Change[]): Replayed {
  const items = new Map<string, { readonly item: InboxItem; marks: Marks }>()
  const muted = new Set<string>()
  for (const change of changes) apply(change, items, muted)
  const shown = [...items.values()].filter(({ marks }) => !isMarked(marks, 'dismissed')).reverse()
  const listed = shown.filter(({ item }) => item.placement === 'list')
  return {
    items: shown.map(({ item, marks }) => ({ item, marks: kindsOf(marks) })),
    counts: {
      total: listed.length,
      unseen: listed.filter(({ item, marks }) => !isMarked(marks, 'seen') && !muted.has(item.sender)).length,
      unread: listed.filter(({ marks }) => !isMarked(marks, 'read')).length,
    },
    muted: [...muted].sort(),
  }
}

function apply(
  change: Change,
  items: Map<string, { readonly item: InboxItem; marks: Marks }>,
  muted: Set<string>,
): void {
  if (change.type === 'added') items.set(change.item.id, { item: change.item, marks: noMarks })
  if (change.type === 'withdrawn' || change.type === 'expired') items.delete(change.itemId)
  if (change.type === 'senderChanged') muted[change.sender.muted ? 'add' : 'delete'](change.sender.id)
  if (change.type === 'marked') {
    for (const id of change.itemIds) {
      const found = items.get(id)
      if (found) found.marks |= marksOf(change.kind)
    }
  }
  if (change.type === 'markedAll') {
    for (const found of items.values()) {
      const { offset, sender } = found.item
      if (offset <= change.upTo && (change.sender === undefined || change.sender === sender))
        found.marks |= marksOf(change.kind)
    }
  }
}
