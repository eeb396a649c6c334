import { decodeSnapshot, type Position } from '@minibell/protocol'
import { MinibellError } from './error.ts'
import type { Core } from './part.ts'

/** Brings items that are older than those held; made by `pagedHistory`. */
export type History = (core: Core) => () => Promise<void>

/** Fifty older items at a time, two hundred when there are many already, kept in memory from then on. One page at a time, whoever asks. */
export function pagedHistory(): History {
  return ({ host, store, calls, publish, pull, work, isSettled, isWaiting }) => {
    let paging: Promise<void> | undefined

    /** Looks again every 50 ms, for two seconds at most. */
    const until = async (is: () => boolean): Promise<void> => {
      for (let left = 40; left > 0 && !is(); left -= 1)
        await new Promise<void>((resolve) => {
          host.timers.after(50, resolve)
        })
    }

    /**
     * Page by page until one brings something: after items were dropped the pages start anew. A page is of its own moment; it fits when
     * that is ours and nothing waits that it does not know, so both are waited for, a few times.
     */
    const older = async (): Promise<void> => {
      let tries = 5
      for (let found = false; !found && store.snapshot().hasMore; ) {
        if (isWaiting() && tries > 0) {
          work()
          await until(() => !isWaiting())
        }
        const cursor = store.cursor()
        const from = cursor && `&cursor=${encodeURIComponent(cursor)}`
        const page = await calls.call(
          `/snapshot?max=${store.snapshot().length < 200 ? 50 : 200}${from}`,
          decodeSnapshot,
        )
        const { epoch, offset } = store.at() as Position // a snapshot came before
        if (epoch !== page.epoch) return pull('snapshot')
        // A snapshot that was taken meanwhile has a cursor of its own.
        if (cursor !== store.cursor()) continue
        // In doubt the counts are of another moment than the position.
        const isApart = offset !== page.offset || !isSettled()
        if (!isApart && !isWaiting()) found = store.extend(page)
        else if (tries > 0) {
          tries -= 1
          if (offset < page.offset) pull()
          await until(() => isSettled() && Object(store.at()).offset >= page.offset)
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
        publish()
      }
    }

    return () => {
      paging = paging || page()
      return paging
    }
  }
}
