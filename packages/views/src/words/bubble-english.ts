import type { BubbleWords } from './words.ts'

/** The capsule bubble's share of `english`, in a module of its own so that a page that shows only the bubble ships no more. */
export const bubbleEnglish: BubbleWords = {
  newMessages: { one: '{n} new message', other: '{n} new messages' },
  messagesFrom: '{messages} from {sender}',
  close: 'Close',
  failed: 'This message did not open',
}
