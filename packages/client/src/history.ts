import { decodeSnapshot, type Position, type Snapshot, type SnapshotItem } from '@minibell/protocol'
import { MinibellError } from './error.ts'
import type { Part } from './part.ts'

/** Brings items that are older than those held, and keeps them when a snapshot of the same moment has fewer; made by `pagedHistory`. */
export type History = Part<'history'>

/** Fifty older items at a time, two hundred when there are many already, kept in memory from then on. One page at a time, whoever asks. */
export function pagedHistory(): History {
  return (core) => {
    const { host, store, calls, adopt } = core
    let paging: Promise<void> | undefined

    /** Looks again every 50 ms, for two seconds at most. */
    const until = async (is: () => boolean): Promise<void> => {
      for (let left = 40; left > 0 && !is(); left -= 1)
        await new Promise<void>((resolve) => {
          host.timers.after(50, resolve)
        })
    }

    /** False when it has nothing new. */
    const extend = ({ items, cursor }: Snapshot): boolean => {
      const { length, at } = store.snapshot()
      const oldest = at(length - 1)
      const older = items.filter(({ item }) => !store.find(item.id) && !(oldest && item.offset > oldest.offset))
      store.extend(older, cursor)
      return !!older[0]
    }

    /**
     * Page by page until one brings something: after items were dropped the pages start anew. A page is of its own moment; it fits when
     * that is ours and nothing waits that it does not know, so both are waited for, a few times.
     */
    const older = async (): Promise<void> => {
      let tries = 5
      for (let found = false; !found && store.snapshot().hasMore; ) {
        if (core.isWaiting() && tries > 0) {
          core.work()
          await until(() => !core.isWaiting())
        }
        const cursor = store.cursor()
        const from = cursor && `&cursor=${encodeURIComponent(cursor)}`
        const page = await calls.ask(`/snapshot?max=${store.snapshot().length < 200 ? 50 : 200}${from}`, decodeSnapshot)
        const { epoch, offset } = store.at() as Position // a snapshot came before
        if (epoch !== page.epoch) return core.pull('snapshot')
        // A snapshot that was taken meanwhile has a cursor of its own.
        if (cursor !== store.cursor()) continue
        // In doubt the counts are of another moment than the position.
        const isApart = offset !== page.offset || !core.isSettled()
        if (!isApart && !core.isWaiting()) found = extend(page)
        else if (tries > 0) {
          tries -= 1
          if (offset < page.offset) core.pull()
          await until(() => core.isSettled() && Object(store.at()).offset >= page.offset)
        } else
          throw new MinibellError(
            'busy',
            'An older page did not fit: the inbox changed five times meanwhile. Ask again.',
          )
      }
    }

    const page = async (): Promise<void> => {
      try {
        await older()
      } finally {
        paging = undefined
        core.publish()
      }
    }

    core.history = () => {
      paging = paging || page()
      return paging
    }

    core.adopt = (whole, isTrusted = true) => {
      const { position, length, slice, isRead, isSeen } = store.snapshot()
      const last = whole.items[whole.items.length - 1]
      const isSame = position && position.epoch === whole.epoch && position.offset === whole.offset
      if (!isTrusted || !isSame || !last || whole.cursor === undefined) return adopt(whole)
      // Below a page of the very same moment nothing has changed.
      const below = slice(0, length).filter(({ offset }) => offset < last.item.offset)
      const kept = below.map((item): SnapshotItem => {
        return { item, marks: [isRead(item) ? 'read' : isSeen(item) ? 'seen' : 'delivered'] }
      })
      const cursor = below[0] ? store.cursor() : whole.cursor
      adopt({ ...whole, items: whole.items.concat(kept), ...(cursor === undefined ? {} : { cursor }) })
    }
  }
}
