import { ownParsed, ownText } from '../../own.ts'
import type { StoreParts } from '../redis-store.ts'

/** JSON values by name that no import touches: snapshots of worlds, for all processes. */
export interface Shelf {
  /** In code-unit order. */
  names(): Promise<readonly string[]>
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): Promise<void>
  /** False: there was none. */
  remove(name: string): Promise<boolean>
}

export function shelfOn({ engine, places }: StoreParts): Shelf {
  const shelf = places.shared('shelf')
  return {
    names: async () => [...((await engine.run(shelf, ['HKEYS', shelf])) as readonly string[])].sort(),
    async get(name) {
      const text = await engine.run(shelf, ['HGET', shelf, name])
      return typeof text === 'string' ? ownParsed(text) : undefined
    },
    async put(name, value) {
      await engine.run(shelf, ['HSET', shelf, name, ownText(value)])
    },
    remove: async (name) => (await engine.run(shelf, ['HDEL', shelf, name])) === 1,
  }
}
