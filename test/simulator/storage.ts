import { memoryStorage } from '@minibell/client/testing'
import type { Storage } from '@minibell/ports'
import type { Chance } from '../tools/chance.ts'

/** A phone's storage: it outlives the app, refuses now and then, and may come back damaged. */
export interface BadStorage extends Storage {
  /** Probability that a call rejects and keeps nothing. */
  failing: number
  /** How many calls have failed. */
  failures(): number
  /** What is really there. */
  keysWith(part: string): readonly string[]
  /** One of the texts loses its end. */
  damage(): void
  /** The same storage as one run of the app has it. */
  process(): StorageOfRun
}

export interface StorageOfRun extends Storage {
  /** That run is dead: what it still asks for is neither done nor answered. */
  end(): void
}

export function badStorage(chance: Chance, fault: (what: string) => void): BadStorage {
  const kept = memoryStorage()
  let failures = 0
  const tried = <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    if (!chance.is(storage.failing)) return call()
    failures += 1
    fault('storage failed')
    return Promise.reject(new Error('QuotaExceededError'))
  }
  const storage: BadStorage = {
    failing: 0,
    failures: () => failures,
    get: (key) => tried(() => kept.get(key)),
    set: (entries) => tried(() => kept.set(entries)),
    keys: (prefix) => tried(() => kept.keys(prefix)),
    keysWith: (part) => [...kept.entries.keys()].filter((key) => key.includes(part)),
    damage() {
      const keys = [...kept.entries.keys()]
      if (keys.length === 0) return
      const key = chance.pick(keys)
      const text = kept.entries.get(key) ?? ''
      fault('storage damaged')
      failures += 1
      kept.entries.set(key, text.slice(0, text.length >> 1))
    },
    process() {
      let isOver = false
      const alive = <Answer>(call: () => Promise<Answer>): Promise<Answer> =>
        isOver ? new Promise(() => undefined) : call()
      return {
        get: (key) => alive(() => storage.get(key)),
        set: (entries) => alive(() => storage.set(entries)),
        keys: (prefix) => alive(() => storage.keys(prefix)),
        end() {
          isOver = true
        },
      }
    },
  }
  return storage
}
