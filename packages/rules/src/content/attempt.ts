import type { Bilingual } from '../rule.ts'
import type { Classified } from './prohibited/classifier.ts'

/** A service message as it was sent (MA-8); a part that was not sent is absent. */
export interface ContentAttempt {
  readonly title?: string | undefined
  readonly content?: string | undefined
  readonly jumpUrl?: string | undefined
  /** What the message is about, as its sender declares it: `balance` (MA-15). */
  readonly topic?: string | undefined
  /** The business scenario, the user's action in it and which time it is: an order's number, a bill's month (MA-14). */
  readonly scenario?: string | undefined
  readonly action?: string | undefined
  readonly occurrence?: string | undefined
}

/** What the platform knows of the sender, of the recipient and of the message. Each rule says `not-checkable` where it lacks a part. */
export interface ContentContext {
  /** The sender's id on its wire, the only one a link may carry. */
  readonly appId: string
  /** The sender's id inside. */
  readonly sender: string
  /** The registered pages; absent where they are not known, as in an editor: then MA-12 cannot be checked to its end. */
  readonly pages?: readonly RegisteredPage[]
  readonly shareHosts?: readonly string[]
  /** ms since 1970, now; absent: all of `history` counts as recent. */
  readonly now?: number | undefined
  /** What this recipient got from this sender, in any order, withdrawn messages included; absent before a recipient is known. */
  readonly history?: readonly SentMessage[] | undefined
  /** What operators ruled about this very message (MA-15, MA-18). */
  readonly rulings?: readonly Ruling[] | undefined
  /** What classifiers said that take their time; the rules' own speaks besides. */
  readonly classified?: readonly Classified[] | undefined
}

/** A page as the manifest writes it: no leading slash, no extension. */
export interface RegisteredPage {
  readonly path: string
  readonly kind?: 'page' | 'web-view'
  /** What the page is about, in the words of `ContentAttempt.topic`; absent: not declared (MA-15). */
  readonly topics?: readonly string[]
}

/** A message that was sent to the recipient before. */
export interface SentMessage {
  readonly title: string
  readonly content: string
  /** ms since 1970. */
  readonly at: number
  readonly scenario?: string | undefined
  readonly action?: string | undefined
  readonly occurrence?: string | undefined
}

/** An operator's word against a message. */
export interface Ruling {
  /** `MA-15`: it is false; `MA-18`: it is unreasonable or inappropriate. */
  readonly statement: 'MA-15' | 'MA-18'
  /** For the developer. */
  readonly reason: string
}

/** The parts of a message that hold text. */
export type TextPart = 'title' | 'content'

/** What hints call the parts. */
export const partNames: Readonly<Record<TextPart | 'jumpUrl', Bilingual>> = {
  title: { en: 'the title', zh: '标题' },
  content: { en: 'the content', zh: '内容' },
  jumpUrl: { en: 'the jump URL', zh: '跳转地址' },
}
