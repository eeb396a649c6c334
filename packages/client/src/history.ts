import { decodeSnapshot, type Position } from '@minibell/protocol'
import type { Core } from './part.ts'

/** Brings items that are older than those held; made by `pagedHistory`. */
export type History = (core: Core) => () => Promise<void>

/** Fifty older items at a time, kept in memory from then on. One page at a time, whoever asks. */
export function pagedHistory(): History {
  return ({ store, calls, publish, pull, isWaiting }) => {
    let paging: Promise<void> | undefined

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
          const isOther = epoch !== page.epoch
          // Its marks are newer than the counts, or it is of another life.
          isDoubtful = isDoubtful || isWaiting() || isOther || offset < page.offset
          // A snapshot that was taken meanwhile has a cursor of its own.
          found = isOther || (cursor === store.cursor() && store.extend(page))
        }
      } finally {
        paging = undefined
        publish()
        if (isDoubtful) pull('snapshot')
      }
    }

    return () => {
      paging = paging || older()
      return paging
    }
  }
}
