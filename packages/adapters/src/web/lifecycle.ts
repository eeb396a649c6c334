import type { Lifecycle } from '@minibell/ports'
import { listen } from './listen.ts'

/** The tab's visibility and the browser's word on the network. A page out of the back-forward cache counts as shown. */
export const webLifecycle: Lifecycle = {
  visible: () => !document.hidden,
  online: () => navigator.onLine,
  on: (listener) =>
    listen(['pageshow', 'online', 'offline', 'visibilitychange'], (event) => {
      // A page that has just been loaded was shown before, and has asked already.
      if ((event as PageTransitionEvent).persisted !== false) listener()
    }),
}
