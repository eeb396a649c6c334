import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Inbox, InboxEventName, InboxEvents } from '../inbox.ts'
import type { InboxSnapshot } from '../snapshot.ts'

/** The snapshot of now; the component renders again whenever it is another one. A server renders what the inbox has. */
export function useInbox(inbox: Inbox): InboxSnapshot {
  return useSyncExternalStore(inbox.subscribe, inbox.getSnapshot, inbox.getSnapshot)
}

/**
 * One value of the snapshot, `(now) => now.unseen`; the component renders again only when that value is another one. `select` gives
 * a number, a text or an object of the snapshot's own: a new object each time would never come to rest.
 */
export function useInboxValue<Value>(inbox: Inbox, select: (now: InboxSnapshot) => Value): Value {
  const value = (): Value => select(inbox.getSnapshot())
  return useSyncExternalStore(inbox.subscribe, value, value)
}

/** Calls the `listener` of the latest render, as long as the component is mounted. It may be a new function each time. */
export function useInboxEvent<Name extends InboxEventName>(
  inbox: Inbox,
  name: Name,
  listener: (event: InboxEvents[Name]) => void,
): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => inbox.on(name, (event) => latest.current(event)), [inbox, name])
}

/** Connects the inbox while the component is mounted: for the one component that lives as long as the person is signed in. */
export function useStarted(inbox: Inbox): void {
  useEffect(() => inbox.start(), [inbox])
}
