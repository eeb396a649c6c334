import type { InboxItem, TemplateLine } from '@minibell/protocol'
import type { ListWords } from '../words/words.ts'

/** Title and first text of a message of any kind; each may be empty. */
export function briefOf({ message }: InboxItem): { readonly title: string; readonly content: string } {
  // Whatever the kind, its texts have these names; what it lacks is undefined.
  const { title = '', content, text = '', lines } = message as AnyTexts
  const line = lines && lines.find(({ keyword }) => !keyword)
  return { title, content: content || (line ? line.text : text) }
}

interface AnyTexts {
  readonly title?: string
  readonly content?: string
  readonly text?: string
  readonly lines?: readonly TemplateLine[]
}

/** A message of any kind, as a list and its detail lay it out. All of it is text. */
export interface MessageTexts {
  /** Empty only when the message has no text at all: without a title it is the text. */
  readonly title: string
  /** May be empty. */
  readonly content: string
  /** Lines with a keyword, in order. */
  readonly keywords: readonly TemplateLine[]
  /** Everything below the title, in the sender's order: what a detail shows. */
  readonly body: readonly TemplateLine[]
  readonly picture: { readonly url: string; readonly width: number; readonly height: number } | undefined
  /** An address outside the mini-program, shown as text and never followed. */
  readonly webAddress: string | undefined
}

/** Every kind has a layout, those of later versions too. */
export function textsOf(item: InboxItem, words: Pick<ListWords, 'unsupported'>): MessageTexts {
  const { message } = item
  const { title, content } = briefOf(item)
  const lines = message.kind === 'template' ? message.lines : []
  const text = message.kind === 'unsupported' ? words.unsupported : title && content
  return {
    title: title || content,
    content: text,
    keywords: lines.filter(({ keyword }) => keyword),
    body: lines[0] || !text ? lines : [{ text }],
    picture: message.kind === 'customer' ? message.picture : undefined,
    webAddress: 'jump' in message && message.jump && message.jump.kind === 'web' ? message.jump.url : undefined,
  }
}
