import type { Undo } from '@minibell/ports'

/** One listener for events of the window of several names, captured from wherever they happen. */
export function listen(names: readonly string[], listener: (event: Event) => void): Undo {
  const on = (event: Event): void => listener(event)
  for (const name of names) addEventListener(name, on, true)
  return () => {
    for (const name of names) removeEventListener(name, on, true)
  }
}
