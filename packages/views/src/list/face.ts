import type { InboxSnapshot } from '@minibell/client'
import type { ListWords } from '../words/words.ts'
import type { Listed } from './listed.ts'

/** What the list area shows. `loading` and `rows` have the same geometry, so that nothing jumps when rows come. */
export type ListFace =
  | { readonly kind: 'loading' }
  | { readonly kind: 'rows' }
  /** `text` may be empty; `retry` says whether a button belongs to it. */
  | { readonly kind: 'empty'; readonly title: string; readonly text: string; readonly retry: boolean }

/** One quiet line over what is on screen already. */
export interface ListLine {
  readonly text: string
  readonly retry: boolean
}

/** Rows win over every state of the connection: what is on screen stays. */
export function listFaceOf(
  { status, position, length, hasMore }: Pick<InboxSnapshot, 'status' | 'position' | 'length' | 'hasMore'>,
  { length: shown }: Listed,
  { words, filter }: { readonly words: ListWords; readonly filter: 'all' | 'unread' },
): ListFace {
  const { phase } = status
  const empty = (title: string, text: string, retry: boolean): ListFace => ({ kind: 'empty', title, text, retry })
  if (shown) return { kind: 'rows' }
  if (phase === 'error') return empty(words.notLoaded, '', true)
  if (!position && phase === 'offline') return empty(words.offline, words.notLoaded, true)
  if (!position || hasMore) return { kind: 'loading' }
  if (length && filter === 'unread') return empty(words.allRead, '', false)
  return phase === 'offline' ? empty(words.empty, words.offline, true) : empty(words.empty, words.emptyHint, false)
}

/** Said only over rows: an empty area says it itself. `connecting` is not worth a word. */
export function listLineOf({ status }: Pick<InboxSnapshot, 'status'>, words: ListWords): ListLine | undefined {
  if (status.phase === 'offline') return { text: words.offline, retry: false }
  return status.phase === 'error' ? { text: words.notLoaded, retry: true } : undefined
}
