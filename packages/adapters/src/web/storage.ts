import type { Storage as StoragePort } from '@minibell/ports'

/**
 * `Storage` on `localStorage`. Every failure rejects, also the browser's refusal to give a storage at all; a write that did
 * not fit leaves what was there.
 */
export function webStorage(options: { readonly area?: () => Storage } = {}): StoragePort {
  const { area = () => localStorage } = options
  return {
    get: async (key) => area().getItem(key) ?? undefined,
    async set(entries) {
      const items = area()
      const before = Object.keys(entries).map((key) => [key, items.getItem(key)] as const)
      try {
        for (const key of Object.keys(entries)) write(items, key, entries[key])
      } catch (error) {
        for (const [key] of before) items.removeItem(key)
        for (const [key, value] of before) write(items, key, value)
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

function write(items: Storage, key: string, value: string | null | undefined): void {
  if (value == null) items.removeItem(key)
  else items.setItem(key, value)
}
