import type { InboxItem } from '@minibell/protocol'
import type { OpenOutcome } from '../inbox.ts'
import type { Store } from '../store/store.ts'
import type { Router } from './router.ts'

/** Follows an item's jump; `mark` is told after it succeeded (JR-11), with the sender whose mini-program was used. Never rejects. */
export function createOpen(
  store: Store,
  router: Router | undefined,
  mark: (kind: 'read' | 'opened', item: InboxItem, sender?: string) => void,
): (itemId: string) => Promise<OpenOutcome> {
  const busy = new Set<string>()
  return async (itemId) => {
    const item = store.find(itemId)
    const reason = store.gone(itemId)
    if (!item) return { outcome: 'gone', itemId, reason: !reason || reason === 'dismissed' ? 'unknown' : reason }
    if (store.snapshot().sender(item.sender).status === 'removed') return { outcome: 'gone', itemId, reason: 'removed' }
    const jump = 'jump' in item.message && item.message.jump
    if (!router || !jump || jump.kind !== 'page') {
      mark('read', item)
      return { outcome: 'shown', item }
    }
    if (busy.has(itemId)) return { outcome: 'busy', item }
    busy.add(itemId)
    try {
      if (!(await router(item, jump))) return { outcome: 'not-found', item, jump }
      mark('opened', item, jump.sender)
      return { outcome: 'opened', item, jump }
    } catch (error) {
      return { outcome: 'failed', item, error }
    } finally {
      busy.delete(itemId)
    }
  }
}
