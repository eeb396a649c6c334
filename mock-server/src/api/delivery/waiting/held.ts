import type { Undo } from '@minibell/ports'

/** Requests that wait for news, by who waits. */
export interface Held {
  /** `end` is called when there are more than `most` of that owner, of the oldest; or when all end. The undo forgets it. */
  add(owner: string, end: Undo): Undo
  /** Ends all. */
  close(): void
}

/** At most `most` of one owner at a time. The newest stays: the oldest may be of a device that left without a word. */
export function held(most: number): Held {
  const all = new Map<string, Set<Undo>>()
  return {
    add(owner, end) {
      const own = all.get(owner) ?? new Set<Undo>()
      all.set(owner, own.add(end))
      const [oldest] = own
      const forget = (one: Undo): void => {
        if (own.delete(one) && own.size === 0) all.delete(owner)
      }
      if (own.size > most && oldest) {
        forget(oldest)
        oldest()
      }
      return () => forget(end)
    },
    close() {
      for (const end of [...all.values()].flatMap((own) => [...own])) end()
    },
  }
}
