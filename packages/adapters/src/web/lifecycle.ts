import type { Lifecycle } from '@minibell/ports'

/** The tab's visibility and the browser's word on the network. A page out of the back-forward cache counts as shown. */
export const webLifecycle: Lifecycle = {
  visible: () => document.visibilityState !== 'hidden',
  online: () => navigator.onLine,
  on(listener) {
    const names = ['pageshow', 'online', 'offline', 'visibilitychange']
    const on = (): void => listener()
    // Visibility is told to the document and bubbles to the window.
    for (const name of names) addEventListener(name, on)
    return () => {
      for (const name of names) removeEventListener(name, on)
    }
  },
}
