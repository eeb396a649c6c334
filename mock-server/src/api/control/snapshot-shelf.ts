/** Where worlds are kept by name. Names are 1 to 64 of `A-Z a-z 0-9 . _ -` and start with a letter or digit. */
export interface SnapshotShelf {
  /** In code-unit order. */
  names(): Promise<readonly string[]>
  get(name: string): Promise<unknown>
  /** Replaces the one of that name. */
  put(name: string, world: unknown): Promise<void>
  /** False: there was none. */
  remove(name: string): Promise<boolean>
}

/** A shelf that lives as long as the process. */
export function memoryShelf(): SnapshotShelf {
  const worlds = new Map<string, unknown>()
  return {
    names: async () => [...worlds.keys()].sort(),
    get: async (name) => worlds.get(name),
    async put(name, world) {
      worlds.set(name, world)
    },
    remove: async (name) => worlds.delete(name),
  }
}
