import { ref, type ShallowRef, shallowRef } from 'vue'
import type { Inbox } from '../inbox.ts'
import type { InboxSnapshot } from '../snapshot.ts'
import { useInbox, useInboxEvent } from './index.ts'

/** Compiled, never called. */
export function Typed({ inbox }: { readonly inbox: Inbox }): void {
  const now: Readonly<ShallowRef<InboxSnapshot>> = useInbox(inbox)
  useInbox(shallowRef(inbox)).value.unseen
  useInbox(() => inbox).value.at(0)?.sender
  useInboxEvent(inbox, 'read', ({ itemIds, all }) => [now.value.length, itemIds.length, all])

  // @ts-expect-error: a snapshot is not to be replaced from outside.
  now.value = inbox.getSnapshot()
  // @ts-expect-error: no such event.
  useInboxEvent(inbox, 'arrived', () => {})
  // @ts-expect-error: an inbox, not its snapshot.
  useInbox(ref(0))
}
