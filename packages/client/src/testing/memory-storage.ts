import type { Storage } from '@minibell/ports'

/** A storage in memory, and its levers. */
export interface MemoryStorage extends Storage {
  readonly entries: Map<string, string>
  /** What every call rejects with while it is set. */
  failure: unknown
}

/** Empty, and never fails until told to. */
export function memoryStorage(): MemoryStorage {
  const entries = new Map<string, string>()
  const storage: MemoryStorage = {
    entries,
    failure: undefined,
    async get(key) {
      if (storage.failure) throw storage.failure
      return entries.get(key)
    },
    async set(changes) {
      if (storage.failure) throw storage.failure
      for (const key of Object.keys(changes)) {
        const value = changes[key]
        if (value === undefined) entries.delete(key)
        else entries.set(key, value)
      }
    },
    async keys(prefix) {
      if (storage.failure) throw storage.failure
      return [...entries.keys()].filter((key) => key.startsWith(prefix)).sort()
    },
  }
  return storage
}
