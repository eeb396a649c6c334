import type { InboxSnapshot } from '@minibell/client'
import type { Words } from '../words/words.ts'
import type { List } from './list.ts'

/** What the list area shows. `loading` and `rows` have the same geometry, so that nothing jumps when rows come. */
export type ListFace =
  | { readonly kind: 'loading' }
  | { readonly kind: 'rows' }
  | { readonly kind: 'empty' | 'failed'; readonly title: string; readonly text: string }

/** One quiet line over what is on screen already; `retry` says whether a button belongs to it. */
export interface ListLine {
  readonly text: string
  readonly retry: boolean
}

export function listFaceOf(
  snapshot: InboxSnapshot,
  list: List,
  view: { words: Words; filter: 'all' | 'unread' },
): ListFace {
  const { words, filter } = view
  const { phase } = snapshot.status
  if (list.items.length > 0) return { kind: 'rows' }
  if (phase === 'error') return { kind: 'failed', title: words.failedTitle, text: words.failedText }
  if (!snapshot.position) {
    return phase === 'offline' ? { kind: 'failed', title: words.failedTitle, text: words.offline } : { kind: 'loading' }
  }
  if (snapshot.hasMore) return { kind: 'loading' }
  return filter === 'unread' && snapshot.length > 0
    ? { kind: 'empty', title: words.allReadTitle, text: words.allReadText }
    : { kind: 'empty', title: words.emptyTitle, text: words.emptyText }
}

/** Said only over rows: an empty area says it itself. `connecting` is not worth a word. */
export function listLineOf({ status }: Pick<InboxSnapshot, 'status'>, words: Words): ListLine | undefined {
  if (status.phase === 'offline') return { text: words.offline, retry: false }
  return status.phase === 'error' ? { text: `${words.failedTitle}.`, retry: true } : undefined
}
