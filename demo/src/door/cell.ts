import type { Undo } from '@minibell/ports'

/** A value that tells when it was replaced. */
export interface Cell<Value> {
  get(): Value
  /** The same value again tells nobody. */
  set(value: Value): void
  /** Called now and after each replacement. */
  watch(listener: (value: Value) => void): Undo
}

export function cell<Value>(first: Value): Cell<Value> {
  let current = first
  const listeners = new Set<(value: Value) => void>()
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const listener of [...listeners]) listener(value)
    },
    watch(listener) {
      listeners.add(listener)
      listener(current)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
