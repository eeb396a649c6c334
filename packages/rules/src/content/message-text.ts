import { excerptOf, type Folded, fold } from '../text/fold.ts'
import type { ContentAttempt, TextPart } from './attempt.ts'

/** Title and content as one text, so that what is split over both is found. */
export interface MessageText {
  readonly source: string
  readonly folded: Folded
  /** What stands in the message at a place of a folded text made from `folded`, and in which part. */
  at(view: Folded, start: number, end: number): { readonly part: TextPart; readonly excerpt: string }
  /** The same for a place in `source`. */
  inSource(start: number, end: number): { readonly part: TextPart; readonly excerpt: string }
}

/** Ends the title like a sentence of its own. */
const border = ' ; '

/** As many UTF-16 units are looked at in each part; what is longer is refused by MA-9. */
export const mostScanned = 2_000

/** `undefined` when the message has neither title nor content. */
export function messageText({ title, content }: ContentAttempt): MessageText | undefined {
  if (title === undefined && content === undefined) return undefined
  if (!last || last.title !== title || last.content !== content) last = { title, content, text: textOf(title, content) }
  return last.text
}

/** One message is asked about by many rules in a row. */
let last:
  | { readonly title: string | undefined; readonly content: string | undefined; readonly text: MessageText }
  | undefined

function textOf(title: string | undefined, content: string | undefined): MessageText {
  const head = (title ?? '').slice(0, mostScanned)
  const source = head + border + (content ?? '').slice(0, mostScanned)
  const folded = fold(source)
  return {
    source,
    folded,
    inSource: (start, end) => ({ part: start < head.length ? 'title' : 'content', excerpt: source.slice(start, end) }),
    at: (view, start, end) => ({
      part: (view.from[start] ?? 0) < head.length ? 'title' : 'content',
      excerpt: excerptOf(source, view, start, end).trim(),
    }),
  }
}
