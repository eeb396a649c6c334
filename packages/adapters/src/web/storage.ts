import type { Storage as StoragePort } from '@minibell/ports'

/**
 * `Storage` on `localStorage`. Every failure rejects, also the browser's refusal to give a storage at all; a write that did
 * not fit leaves what was there.
 */
export function webStorage(options: { readonly area?: () => Storage } = {}): StoragePort {
  const { area = () => localStorage } = options
  return {
    async get(key) {
      const value = area().getItem(key)
      return value === null ? undefined : value
    },
    async set(entries) {
      const items = area()
      const before: Entries = {}
      for (const key of Object.keys(entries)) before[key] = items.getItem(key)
      try {
        write(items, entries)
      } catch (error) {
        // First away with what is larger, so that what was there fits again.
        for (const key of Object.keys(entries)) items.removeItem(key)
        write(items, before)
        throw error
      }
    },
    async keys(prefix) {
      const items = area()
      // Its own keys would leave out "length" and other names that a storage has itself.
      const names = Array.from({ length: items.length }, (_, index) => items.key(index) || '')
      return names.filter((name) => name.startsWith(prefix)).sort()
    },
  }
}

type Entries = Record<string, string | null | undefined>

function write(items: Storage, entries: Readonly<Entries>): void {
  for (const key of Object.keys(entries)) {
    const value = entries[key]
    if (value == null) items.removeItem(key)
    else items.setItem(key, value)
  }
}
