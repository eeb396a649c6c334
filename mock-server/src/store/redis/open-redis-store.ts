import type { StorePort } from '../../platform/store.ts'
import { connect } from './engine/connect.ts'
import { placesBelow } from './engine/places.ts'
import { redisUrl } from './engine/redis-url.ts'
import { proveRights } from './engine/rights.ts'
import { metaOf, partitionsOn, type StoreParts } from './redis-store.ts'
import { sharedOn } from './shared/shared.ts'
import { type Shelf, shelfOn } from './shared/shelf.ts'
import { openTalk } from './shared/talk.ts'
import { watching } from './watching.ts'
import { exported, imported } from './whole.ts'

/** A store that any number of processes work on at a time. Its promises resolve once the engine has what they say. */
export interface RedisStore extends StorePort {
  readonly shared: NonNullable<StorePort['shared']>
  /** For snapshots; no import touches it. */
  readonly shelf: Shelf
  /** The engine's wall time, ms since 1970, so that processes on several machines agree. */
  now(): number
  /** Lets go of the engine; the other processes hear that this one is gone. */
  close(): Promise<void>
}

/**
 * `redis[s]://[USER[:PASSWORD]@]HOST[:PORT][,HOST[:PORT]…][/DB][?prefix=NAME]`; a cluster is known by itself, and any of its nodes leads to
 * all. Needs `@redis/client` and Redis 7. Rejects with `EngineError`, one sentence, when there is nothing to work with.
 */
export async function openRedisStore(url: string): Promise<RedisStore> {
  const read = redisUrl(url)
  const engine = await connect(read)
  const places = placesBelow(read.prefix)
  try {
    await proveRights(engine, places)
    const talk = await openTalk(engine, { places, shown: read.shown })
    const placeOf = (partition: string) => places.of(talk.life(), partition)
    const news = watching(engine, {
      placeOf,
      topOf: async (partition) => (await metaOf(engine, placeOf(partition))).top,
    })
    const parts: StoreParts = { engine, places, talk, watching: news }
    const lookAround = (): void => void news.catchUp()
    engine.onReturned(lookAround)
    talk.onBack(lookAround)
    talk.onAdopted(news.restart)
    const timer = setInterval(lookAround, missedMs)
    timer.unref()
    return {
      ...partitionsOn(parts),
      export: () => exported(parts),
      import: (dump) => (talk.isAlone() ? imported(parts, dump) : talk.alone(() => imported(parts, dump))),
      shared: sharedOn(parts),
      shelf: shelfOn(parts),
      now: talk.now,
      async close() {
        clearInterval(timer)
        await talk.close()
        await engine.close()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** A hint that was lost without a word is made good after so long. */
const missedMs = 10_000
