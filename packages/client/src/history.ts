import { decodeSnapshot, type InboxItem, type Position, type Snapshot, type SnapshotItem } from '@minibell/protocol'
import type { Core } from './part.ts'

/** Brings items that are older than those held; made by `pagedHistory`. */
export type History = (core: Core) => () => Promise<void>

/** Fifty older items at a time, kept in memory from then on. One page at a time, whoever asks. */
export function pagedHistory(): History {
  return ({ store, calls, publish, isWaiting }) => {
    let paging: Promise<void> | undefined

    /** False when the page held none that is new here. */
    const extend = (page: Snapshot): boolean => {
      const { position, length, slice, isRead, isSeen, at, senders, total, unseen, unread } = store.snapshot()
      const { epoch } = position as Position // a snapshot came before
      if (epoch !== page.epoch) return true
      const oldest = at(length - 1)
      const isNew = ({ id, offset }: InboxItem): boolean => !store.gone(id) && !(oldest && offset >= oldest.offset)
      const found = page.items.filter(({ item }) => isNew(item))
      const held = slice(0, length).map(
        (item): SnapshotItem => ({ item, marks: isRead(item) ? ['read'] : isSeen(item) ? ['seen'] : [] }),
      )
      const items = [...held, ...found]
      const counts = { total, unseen, unread }
      store.replace({ ...page, ...position, items, senders, counts }, items.length)
      return !!found[0]
    }

    /** Page by page until one brings something: after items were dropped the pages start anew. */
    const older = async (): Promise<void> => {
      // What waits is in the counts and not in the page.
      let isDoubtful = isWaiting()
      try {
        for (let found = false; !found && store.snapshot().hasMore; ) {
          const cursor = store.cursor()
          const from = cursor && `&cursor=${encodeURIComponent(cursor)}`
          const page = await calls.call(`/snapshot?max=50${from}`, decodeSnapshot)
          const { epoch, offset } = store.at() as Position // a snapshot came before
          // Its marks are newer than the counts, or it is of another life.
          isDoubtful = isDoubtful || isWaiting() || epoch !== page.epoch || offset < page.offset
          // A snapshot that was taken meanwhile has a cursor of its own.
          found = cursor === store.cursor() && extend(page)
        }
      } finally {
        paging = undefined
        publish(isDoubtful)
      }
    }

    return () => {
      paging = paging || older()
      return paging
    }
  }
}
