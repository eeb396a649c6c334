import type { Storage, Undo } from '@minibell/ports'
import type { SnapshotItem } from '@minibell/protocol'
import type { Part } from '../part.ts'
import { placeOf, placeOfPerson } from '../place.ts'
import { createBook, type Kept } from './book.ts'

/** Keeps the inbox on the device; made by `cache`. A storage that fails is reported. */
export type Cache = Part<'cache'>

/** Limits below those of every host: 10 MB in all, 200,000 bytes a key. */
export interface CacheOptions {
  /** Characters, of one scope; default 600,000. The oldest items are left out beyond it. */
  readonly maxLength?: number
  /** Between a change and its writing; default 1,000. Being hidden and stopped write at once. */
  readonly afterMs?: number
}

const room = 'minibell.inbox'

/**
 * The inbox is on screen from `storage` before the network answers, and goes on from the position where it was. Kept apart by person
 * and scope. What cannot be read, or is of another version, is thrown away and fetched anew; what does not fit is left out.
 */
export function cache(storage: Storage, options: CacheOptions = {}): Cache {
  const { maxLength = 600_000, afterMs = 1_000 } = options
  return (core) => {
    const { host, session, store, on, load, quit, purge } = core
    const { clock, timers, lifecycle, report } = host
    const prefix = placeOf(room, session)
    let book = createBook()
    let most = Infinity
    let isOpen = false
    let life = 0
    let due: Undo | undefined
    let unwatch: Undo = () => {}
    let working: Promise<unknown> = Promise.resolve()

    /** One after the other, so that the last word stays. */
    const queue = <T>(work: () => Promise<T>): Promise<T | undefined> => {
      const next = working.then(work).catch((error) => {
        report(error, 'cache')
        return undefined
      })
      working = next
      return next
    }

    const keptNow = (): Kept | undefined => {
      const { position, length, total, unseen, unread, slice, isRead, isSeen, senders, hasMore } = store.snapshot()
      if (!position) return
      const isLate = core.isWaiting()
      const some = Math.min(length, most)
      const items = slice(0, some).map((item): SnapshotItem => {
        // Nobody is told twice what was delivered; unless it may not have been told yet.
        return { item, marks: isRead(item) ? ['read'] : isSeen(item) ? ['seen'] : isLate ? [] : ['delivered'] }
      })
      const hasOlder = hasMore || some < total
      return {
        ...position,
        items,
        senders,
        counts: { total, unseen, unread },
        ...(hasOlder && { cursor: '' }),
        serverAt: 0,
        skew: core.skew(),
        newestAt: store.newestAt(),
        isDoubtful: isLate || !core.isSettled(),
      }
    }

    const set = (entries: Readonly<Record<string, string | undefined>>): Promise<void> => {
      const named: Record<string, string | undefined> = {}
      for (const key of Object.keys(entries)) named[prefix + key] = entries[key]
      return storage.set(named)
    }

    const write = async (kept: Kept): Promise<void> => {
      const { entries, length, written } = book.entries(kept)
      const { items } = kept
      if (length > maxLength && items[0]) {
        most = Math.floor((items.length * maxLength * 0.9) / length)
        return write({ ...kept, items: items.slice(0, most), cursor: '' })
      }
      if (!Object.keys(entries)[0]) return
      await set(entries)
      written()
    }

    const save = (): void => {
      if (due) due()
      due = undefined
      const kept = isOpen ? keptNow() : undefined
      if (!kept) return
      queue(async () => {
        try {
          await write(kept)
        } catch (error) {
          // Full, perhaps: half of it may fit, and room is left for receipts.
          most = Math.floor(kept.items.length / 2)
          report(error, 'cache')
          await write({ ...kept, items: kept.items.slice(0, most), cursor: '' })
        }
      })
    }

    const forget = async (prefixes: readonly string[]): Promise<void> => {
      for (const one of prefixes) {
        const entries: Record<string, undefined> = {}
        for (const key of await storage.keys(one)) entries[key] = undefined
        await storage.set(entries)
      }
    }

    const read = async (): Promise<Kept | undefined> => {
      const keys = await storage.keys(prefix)
      if (!keys[0]) return
      const texts = await Promise.all(keys.map((key) => storage.get(key)))
      book = createBook()
      try {
        return book.open(new Map(keys.map((key, index) => [key.slice(prefix.length), texts[index] || ''])))
      } catch (error) {
        report(error, 'cache')
        book = createBook()
        await forget([prefix])
      }
    }

    on('changed', () => {
      if (isOpen) due = due || timers.after(afterMs, save)
    })
    core.load = async () => {
      life += 1
      const mine = life
      const reading = queue(read)
      await load()
      const kept = await reading
      if (mine !== life) return
      isOpen = true
      if (lifecycle)
        unwatch = lifecycle.on(() => {
          if (due && !lifecycle.visible()) save()
        })
      if (!kept || store.at()) return
      core.serverAt(clock.now() + kept.skew)
      core.adopt(kept)
      if (kept.isDoubtful) core.pull('snapshot')
    }

    const close = (): void => {
      life += 1
      isOpen = false
      unwatch()
    }

    core.quit = () => {
      save()
      close()
      quit()
    }

    core.purge = () => {
      if (due) due()
      due = undefined
      close()
      book = createBook()
      return Promise.all([purge(), queue(() => forget([placeOfPerson(room, session)]))])
    }
  }
}
