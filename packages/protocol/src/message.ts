import type { Jump, PageJump } from './jump.ts'

/** Content of an inbox item. All texts are plain text, never markup. */
export type Message = ServiceMessage | TemplateMessage | CustomerMessage | UnsupportedMessage

/** Title, content and jump URL (MA-8). */
export interface ServiceMessage {
  readonly kind: 'service'
  readonly title: string
  readonly content: string
  readonly jump: PageJump
}

/** Reviewed wording, filled in: a title and lines; a line without a keyword is running text. */
export interface TemplateMessage {
  readonly kind: 'template'
  readonly title: string
  readonly lines: readonly TemplateLine[]
  readonly jump?: Jump
}

/** One line of a template message, in the order of the wording. */
export interface TemplateLine {
  readonly keyword?: string
  readonly text: string
}

/** A customer-service message (CS-1); `type` is the platform's: text, image, news … */
export interface CustomerMessage {
  readonly kind: 'customer'
  readonly type: string
  readonly title?: string
  readonly text: string
  /** Address of a picture with its size in px, so that nothing moves when it loads. */
  readonly picture?: { readonly url: string; readonly width: number; readonly height: number }
  readonly jump?: Jump
}

/** A kind this version does not know. It is still listed, by `title`, and never dropped. */
export interface UnsupportedMessage {
  readonly kind: 'unsupported'
  /** The kind that came. */
  readonly was: string
  readonly title: string
}
