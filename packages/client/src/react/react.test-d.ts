import type { Inbox } from '../inbox.ts'
import { useInbox, useInboxEvent, useInboxValue } from './index.ts'

/** Compiled, never called. */
export function Typed({ inbox }: { readonly inbox: Inbox }): void {
  const unseen: number = useInbox(inbox).unseen
  const phase: 'live' | 'loading' | 'connecting' | 'offline' | 'error' = useInboxValue(inbox, (now) => now.status.phase)
  useInboxEvent(inbox, 'removed', ({ itemIds, reason }) => [unseen, phase, itemIds.length, reason])

  // @ts-expect-error: no such event.
  useInboxEvent(inbox, 'arrived', () => {})
  // @ts-expect-error: items, not one.
  useInboxEvent(inbox, 'received', (item) => item.id)
  // @ts-expect-error: a snapshot has no such value.
  useInboxValue(inbox, (now) => now.badge)
}
