import type { Undo } from '@minibell/ports'

/** Who listens to one thing; the same function added twice is two. */
export interface Listeners<Event> {
  on(listener: (event: Event) => void): Undo
  tell(event: Event): void
}

/** Hosts without a way to stop listening are listened to once, for all. */
export function createListeners<Event = void>(): Listeners<Event> {
  const all = new Set<(event: Event) => void>()
  return {
    on(listener) {
      const mine = (event: Event): void => listener(event)
      all.add(mine)
      return () => void all.delete(mine)
    },
    tell(event) {
      for (const listener of Array.from(all)) listener(event)
    },
  }
}
