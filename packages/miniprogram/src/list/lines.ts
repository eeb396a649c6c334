import { listFaceOf, listLineOf, type Older, say } from '@minibell/views'
import type { Data } from '../changes.ts'
import type { Shown } from './cell.ts'

/** What stands around the rows. */
export interface Around {
  readonly filter: 'all' | 'unread'
  /** Sentence about the last tap; `''` for none. */
  readonly said: string
  readonly older: ReturnType<Older['phase']>
  /** How often the list was asked to its top: a host scrolls when the value differs from the last. */
  readonly toTop: number
}

/** All of a list but its rows, as the markup draws it; an empty text draws nothing. */
export function linesOf({ list, snapshot, speech, words }: Shown, { filter, said, older, toTop }: Around): Data {
  const { format } = speech
  const face = listFaceOf(snapshot, list, { words, filter })
  const line = face.kind === 'rows' ? listLineOf(snapshot, words) : undefined
  const empty = face.kind === 'empty' ? face : { title: '', text: '', retry: false }
  return {
    kind: face.kind,
    emptyTitle: empty.title,
    emptyText: empty.text,
    emptyRetry: empty.retry ? words.retry : '',
    line: line ? line.text : '',
    lineRetry: line && line.retry ? words.retry : '',
    pill: list.waiting ? say(words.newMessages, list.waiting, format) : '',
    older: older === 'idle' ? '' : older === 'failed' ? words.notLoaded : words.loading,
    olderRetry: older === 'failed' ? words.retry : '',
    filter,
    all: words.all,
    unread: words.unread,
    unreadCount: snapshot.unread ? format.number(snapshot.unread) : '',
    label: words.messages,
    loading: words.loading,
    said,
    top: toTop ? (toTop % 2) / 100 : 0,
  }
}
