import type { InboxItem, TemplateLine } from '@minibell/protocol'
import type { BubbleWords } from '../words/words.ts'

/** A message of any kind, as every surface lays it out. All of it is text. */
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

export function textsOf(item: InboxItem, words: Pick<BubbleWords, 'unsupported'>): MessageTexts {
  const { message } = item
  if (message.kind === 'unsupported') return plain(message.title, words.unsupported)
  const web = message.jump?.kind === 'web' ? { webAddress: message.jump.url } : {}
  if (message.kind === 'service') return plain(message.title, message.content)
  if (message.kind === 'template') return { ...template(message.title, message.lines), ...web }
  const texts = message.title ? plain(message.title, message.text) : plain(message.text, '')
  return { ...texts, ...(message.picture && { picture: message.picture }), ...web }
}

function plain(title: string, content: string): MessageTexts {
  return { title, content, keywords: [], body: content ? [{ text: content }] : [] }
}

function template(title: string, lines: readonly TemplateLine[]): MessageTexts {
  const keywords: { keyword: string; text: string }[] = []
  for (const { keyword, text } of lines) if (keyword) keywords.push({ keyword, text })
  const content = lines.find(({ keyword }) => !keyword)
  return { title, content: content ? content.text : '', keywords, body: lines }
}
