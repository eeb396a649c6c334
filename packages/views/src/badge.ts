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

/** `undefined` at 0; "99+" above 99. */
export function badgeOf(
  snapshot: Pick<InboxSnapshot, 'unseen' | 'unread'>,
  { words, format }: { readonly words: Pick<BubbleWords, 'newMessages'>; readonly format: BubbleFormat },
  options: BadgeOptions = {},
): Badge | undefined {
  const count = snapshot[options.counts || 'unseen']
  if (!count) return
  const text = count > 99 ? `${format.number(99)}+` : format.number(count)
  return { text: options.look === 'dot' ? '' : text, label: say(words.newMessages, count, format) }
}
