import type { InboxItem, PageJump, ServiceMessage } from '@minibell/protocol'
import type { NewChange } from './fake-log.ts'

/** A service message of `kijani` that leads to a bill; the log gives it its offset. */
export function sampleItem(id: string, over: Partial<InboxItem> = {}): InboxItem {
  return { id, offset: 0, sender: 'kijani', message: sampleMessage(), placement: 'list', sentAt: 0, ...over }
}

/** The change that adds `sampleItem`. */
export function sampleAdded(id: string, over: Partial<InboxItem> = {}): NewChange {
  return { type: 'added', item: sampleItem(id, over) }
}

/** Leads to `pages/bill/detail?id=2041` of `kijani`, but for what `jump` says. */
export function sampleMessage(jump: Partial<PageJump> = {}): ServiceMessage {
  const to = { kind: 'page', sender: 'kijani', path: 'pages/bill/detail', query: { id: '2041' }, ...jump } as const
  return { kind: 'service', title: 'Your bill', content: 'KSh 1,240 is due on 28 November.', jump: to }
}
