import { decodeSnapshot, type Snapshot } from '@minibell/protocol'
import { MinibellError } from '../error.ts'
import type { Store } from '../store/store.ts'
import type { Calls } from './calls.ts'

/** The snapshot, page by page. */
export interface Pages {
  /** As many items as are held now, at least one page: so a list that was scrolled does not shrink. */
  whole(): Promise<Snapshot>
  /** Puts the next older items into the store, if there are any. */
  older(): Promise<void>
}

export function createPages({ call }: Calls, store: Store): Pages {
  const page = async (max: number, cursor: string | undefined, epoch?: string): Promise<Snapshot> => {
    const found = await call(
      `/snapshot?max=${max}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      decodeSnapshot,
    )
    if (epoch && epoch !== found.epoch)
      throw new MinibellError('resync', `The log became ${found.epoch} while ${epoch} was being read. Try again.`)
    return found
  }

  return {
    async whole() {
      const { length } = store.snapshot()
      const first = await page(length > 50 ? 200 : 50, undefined)
      let all = first
      while (all.cursor && all.items.length < length) {
        const next = await page(200, all.cursor, first.epoch)
        all = { ...next, offset: first.offset, counts: first.counts, items: [...all.items, ...next.items] }
      }
      return all
    },
    async older() {
      while (store.snapshot().hasMore) {
        const cursor = store.cursor()
        const next = await page(50, cursor, store.at()?.epoch)
        // A snapshot that was taken meanwhile has a cursor of its own.
        if (cursor === store.cursor() && store.older(next)) return
      }
    },
  }
}
