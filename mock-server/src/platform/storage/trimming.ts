import type { StorePort } from '../store.ts'
import { personPartitions } from './person-places.ts'

/** Trims a person's log to between `kept` and one and a quarter of it, now and then, after a commit. */
export function trimming(store: StorePort, kept: number): StorePort {
  const step = Math.max(1, Math.floor(kept / 4))
  return {
    ...store,
    async commit(commit) {
      const done = await store.commit(commit)
      const { append, partition } = commit
      if (done === 'conflict' || !append || !partition.startsWith(personPartitions)) return done
      const top = append.after + append.entries.length
      if (Math.floor(top / step) > Math.floor(append.after / step) && top > kept)
        await store.trim(partition, top - kept)
      return done
    },
  }
}
