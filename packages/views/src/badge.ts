import type { InboxSnapshot } from '@minibell/client'
import { type Speech, say } from './words/say.ts'
import type { BubbleWords } from './words/words.ts'

/** What stands at the capsule button and at every way into the inbox (decision 4). `label` is for screen readers. */
export type Badge =
  | { readonly kind: 'none' }
  | { readonly kind: 'dot'; readonly label: string }
  | { readonly kind: 'number'; readonly text: string; readonly label: string }

export interface BadgeOptions {
  /** Default `unseen`: opening a list surface clears it. */
  readonly counts?: 'unseen' | 'unread'
  /** Default `number`. */
  readonly look?: 'number' | 'dot'
}

/** Nothing at 0, "99+" above 99; the label always carries the whole number. */
export function badgeOf(
  snapshot: Pick<InboxSnapshot, 'unseen' | 'unread'>,
  speech: Pick<Speech<Pick<BubbleWords, 'newMessages'>>, 'words' | 'format'>,
  options: BadgeOptions = {},
): Badge {
  const count = snapshot[options.counts ?? 'unseen']
  if (count <= 0) return { kind: 'none' }
  const label = say(speech.words.newMessages, speech.format, { n: count })
  if (options.look === 'dot') return { kind: 'dot', label }
  const text = count > 99 ? `${speech.format.number(99)}+` : speech.format.number(count)
  return { kind: 'number', text, label }
}
