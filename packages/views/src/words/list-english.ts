import { bubbleEnglish } from './bubble-english.ts'
import type { ListWords, Words } from './words.ts'

/** What lists and sheets say from their first paint. Marked pure, so that a page that shows only the bubble drops it. */
export const listEnglish: ListWords & Pick<Words, 'times'> = /* @__PURE__ */ Object.assign({}, bubbleEnglish, {
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
  settings: 'Message settings',
  muted: 'Muted',
  unsupported: 'This version cannot show this message.',
  gone: 'No longer available',
  loading: 'Loading messages',
  offline: 'You are offline',
  notLoaded: 'Messages did not load',
  retry: 'Try again',
  refresh: 'Refresh',
  empty: 'No messages yet',
  emptyHint: 'Messages from your mini-programs show up here.',
  allRead: 'All caught up',
  times: {
    now: 'now',
    today: 'today',
    yesterday: 'yesterday',
    minute: { other: '{n} min. ago' },
    hour: { other: '{n} hr. ago' },
    day: { one: '{n} day ago', other: '{n} days ago' },
  },
})
