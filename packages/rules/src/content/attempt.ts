import type { Bilingual } from '../rule.ts'

/** A service message as it was sent (MA-8); a part that was not sent is absent. */
export interface ContentAttempt {
  readonly title?: string | undefined
  readonly content?: string | undefined
  readonly jumpUrl?: string | undefined
}

/** What the platform knows of the sender. */
export interface ContentContext {
  /** The sender's id on its wire, the only one a link may carry. */
  readonly appId: string
  /** The sender's id inside. */
  readonly sender: string
  /** The registered pages; absent where they are not known, as in an editor: then MA-12 cannot be checked to its end. */
  readonly pages?: readonly RegisteredPage[]
  readonly shareHosts?: readonly string[]
}

/** A page as the manifest writes it: no leading slash, no extension. */
export interface RegisteredPage {
  readonly path: string
  readonly kind?: 'page' | 'web-view'
}

/** The parts of a message that hold text. */
export type TextPart = 'title' | 'content'

/** What hints call the parts. */
export const partNames: Readonly<Record<TextPart | 'jumpUrl', Bilingual>> = {
  title: { en: 'the title', zh: '标题' },
  content: { en: 'the content', zh: '内容' },
  jumpUrl: { en: 'the jump URL', zh: '跳转地址' },
}
