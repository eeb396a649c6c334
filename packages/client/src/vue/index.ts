import { type MaybeRefOrGetter, type ShallowRef, shallowRef, toValue, watchEffect } from 'vue'
import type { Inbox, InboxEventName, InboxEvents } from '../inbox.ts'
import type { InboxSnapshot } from '../snapshot.ts'

/**
 * The snapshot of now, as a shallow ref: items stay the plain frozen objects that they are. Follows `inbox` when that is a ref or
 * a getter, and ends with the component or effect scope that it was called in.
 */
export function useInbox(inbox: MaybeRefOrGetter<Inbox>): Readonly<ShallowRef<InboxSnapshot>> {
  const snapshot = shallowRef(toValue(inbox).getSnapshot())
  watchEffect(
    (cleanUp) => {
      const { getSnapshot, subscribe } = toValue(inbox)
      const take = (): void => {
        snapshot.value = getSnapshot()
      }
      take()
      cleanUp(subscribe(take))
    },
    { flush: 'sync' },
  )
  return snapshot
}

/** Calls `listener` until the component or effect scope that it was called in ends. */
export function useInboxEvent<Name extends InboxEventName>(
  inbox: MaybeRefOrGetter<Inbox>,
  name: Name,
  listener: (event: InboxEvents[Name]) => void,
): void {
  watchEffect((cleanUp) => cleanUp(toValue(inbox).on(name, listener)), { flush: 'sync' })
}

/** Connects the inbox as long as the component lives: for the one that lives as long as the person is signed in. */
export function useStarted(inbox: MaybeRefOrGetter<Inbox>): void {
  watchEffect((cleanUp) => cleanUp(toValue(inbox).start()), { flush: 'sync' })
}
