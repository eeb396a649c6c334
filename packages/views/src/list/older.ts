import type { Inbox } from '@minibell/client'

/** Fetches older items before the reader gets there. */
export interface Older {
  phase(): 'idle' | 'loading' | 'failed'
  /** Does nothing while one is under way, after one failed, or when there are none. */
  fetch(inbox: Inbox): void
  /** After a failure: the next `fetch` tries again. */
  retry(): void
}

/** `changed` is called at each change of phase. */
export function olderOf(changed: () => void): Older {
  let phase: ReturnType<Older['phase']> = 'idle'
  const become = (next: typeof phase) => (): void => {
    phase = next
    changed()
  }
  return {
    phase: () => phase,
    retry: become('idle'),
    fetch(inbox) {
      if (phase !== 'idle' || !inbox.getSnapshot().hasMore) return
      become('loading')()
      inbox.history().then(become('idle'), become('failed'))
    },
  }
}
