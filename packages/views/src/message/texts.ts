import type { InboxItem, TemplateLine } from '@minibell/protocol'
import type { Words } from '../words/words.ts'

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
  /** Never empty: a customer message without a title gives its text. */
  readonly title: string
  /** May be empty. */
  readonly content: string
  /** Lines with a keyword, in order. */
  readonly keywords: readonly { readonly keyword: string; readonly text: string }[]
  /** Everything below the title, in the sender's order: what a detail shows. */
  readonly body: readonly TemplateLine[]
  readonly picture?: { readonly url: string; readonly width: number; readonly height: number }
  /** An address outside the mini-program, shown as text and never followed. */
  readonly webAddress?: string
}

export function textsOf(item: InboxItem, words: Pick<Words, 'unsupported'>): MessageTexts {
  const { message } = item
  const brief = briefOf(item)
  const title = brief.title || brief.content
  const content = message.kind === 'unsupported' ? words.unsupported : brief.title ? brief.content : ''
  const lines = message.kind === 'template' ? message.lines : []
  return {
    title,
    content,
    keywords: lines.filter(hasKeyword),
    body: lines[0] || !content ? lines : [{ text: content }],
    ...('picture' in message && message.picture && { picture: message.picture }),
    ...('jump' in message && message.jump?.kind === 'web' && { webAddress: message.jump.url }),
  }
}

function hasKeyword(line: TemplateLine): line is TemplateLine & { readonly keyword: string } {
  return !!line.keyword
}
