import type { Door } from './door.ts'

/** What is known of one path of the control API. */
export interface Read<Value> {
  /** The last answer, also while a newer one is on its way. */
  readonly value?: Value
  /** Why there is none. */
  readonly problem?: string
}

/** Answers of the control API that a view looks at, asked for when it first does and again once they are stale. */
export interface Reads {
  get<Value>(path: string): Read<Value>
  /** Something happened at the platform: whatever is looked at next is asked for anew, but for what the caller knows to be as it was. */
  stale(isAsItWas?: (path: string) => boolean): void
}

interface Kept {
  read: Read<unknown>
  text: string
  isFresh: boolean
  isAsking: boolean
}

/** `changed` is called when an answer differs from the one before. */
export function createReads(door: Door, changed: () => void): Reads {
  const kept = new Map<string, Kept>()

  const ask = async (path: string, entry: Kept): Promise<void> => {
    entry.isFresh = true
    entry.isAsking = true
    const read = await door.call('GET', path).then(
      (value): Read<unknown> => ({ value }),
      (error: unknown): Read<unknown> => ({ problem: error instanceof Error ? error.message : String(error) }),
    )
    entry.isAsking = false
    const text = JSON.stringify(read)
    if (text !== entry.text) Object.assign(entry, { read, text })
    else if (entry.isFresh) return
    changed()
  }

  return {
    get<Value>(path: string): Read<Value> {
      const entry = kept.get(path) ?? { read: {}, text: '', isFresh: false, isAsking: false }
      kept.set(path, entry)
      if (!entry.isFresh && !entry.isAsking) void ask(path, entry)
      // The caller names the shape that this path answers with.
      return entry.read as Read<Value>
    },
    stale(isAsItWas = () => false) {
      for (const [path, entry] of kept) if (!isAsItWas(path)) entry.isFresh = false
    },
  }
}
