import type { BubbleWords, Words } from './words.ts'

/** The capsule bubble's share of `english`, apart so that a page that shows only the bubble ships no more. */
export const bubbleEnglish: BubbleWords = {
  newMessages: { one: '{n} new message', other: '{n} new messages' },
  newMessagesFrom: { one: '{n} new message from {sender}', other: '{n} new messages from {sender}' },
  close: 'Close',
  unsupported: 'This version cannot show this message.',
  outcomes: {
    withdrawn: 'The sender took this message back.',
    expired: 'This message has expired.',
    removed: 'This mini-program is no longer available.',
    unknown: 'This message is no longer here.',
    notFound: 'This page no longer exists.',
    failed: 'The page did not open. Try again.',
  },
}

/** Replace any of it: `{ ...english, messages: 'Inbox' }`. */
export const english: Words = {
  ...bubbleEnglish,
  messages: 'Messages',
  all: 'All',
  unread: 'Unread',
  markAllRead: 'Mark all read',
  markRead: 'Mark read',
  details: 'Details',
  dismiss: 'Dismiss',
  dismissed: 'Dismissed',
  actions: 'Actions for {title}',
  openPage: 'Open page',
  back: 'Back',
  muted: 'Muted',
  gone: 'No longer available',
  loading: 'Loading messages',
  offline: 'You are offline. This is what was here before.',
  failedTitle: 'Messages did not load',
  failedText: 'Something went wrong on the way.',
  historyFailed: 'Older messages did not load.',
  retry: 'Try again',
  emptyTitle: 'No messages yet',
  emptyText: 'Messages from mini-programs that you use will show up here.',
  allReadTitle: 'All caught up',
  allReadText: 'Every message has been read.',
}
