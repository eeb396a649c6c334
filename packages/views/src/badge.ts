import type { InboxSnapshot } from '@minibell/client'
import type { BubbleFormat } from './words/format.ts'
import { say } from './words/say.ts'
import type { BubbleWords } from './words/words.ts'

/** What stands at the capsule button and at every way into the inbox (decision 4): `text` is empty for a dot. */
export interface Badge {
  readonly text: string
  /** For screen readers; carries the whole number. */
  readonly label: string
}

/** How a host wants its badge. */
export interface BadgeOptions {
  /** Default `unseen`: opening a list surface clears it. */
  readonly counts?: 'unseen' | 'unread'
  /** Default `number`. */
  readonly look?: 'number' | 'dot'
}

/** A count where there is little room: "99+" above 99. */
export function countText(count: number, format: BubbleFormat): string {
  return count > 99 ? `${format.number(99)}+` : format.number(count)
}

/** `undefined` at 0. */
export function badgeOf(
  snapshot: Pick<InboxSnapshot, 'unseen' | 'unread'>,
  { words, format }: { readonly words: Pick<BubbleWords, 'newMessages'>; readonly format: BubbleFormat },
  options: BadgeOptions = {},
): Badge | undefined {
  const count = snapshot[options.counts || 'unseen']
  if (!count) return
  return { text: options.look === 'dot' ? '' : countText(count, format), label: say(words.newMessages, count, format) }
}
