import { bubbleEnglish } from './bubble-english.ts'
import type { Words } from './words.ts'

/** Marked pure, so that a page that shows only the bubble drops it. Replace any of it: `{ ...english, messages: 'Inbox' }`. */
export const english: Words = /* @__PURE__ */ Object.assign({}, bubbleEnglish, {
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
  unsupported: 'This version cannot show this message.',
  withdrawn: 'The sender took this message back.',
  expired: 'This message has expired.',
  removed: 'This mini-program is no longer available.',
  gone: 'No longer available',
  notFound: 'The page of this message no longer exists.',
  loading: 'Loading messages',
  offline: 'You are offline',
  notLoaded: 'Messages did not load',
  retry: 'Try again',
  empty: 'No messages yet',
  emptyHint: 'Messages from your mini-programs show up here.',
  allRead: 'All caught up',
})
