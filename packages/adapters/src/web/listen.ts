import type { Undo } from '@minibell/ports'

/** One listener for events of the window of several names, captured from wherever they happen; it is given nothing. */
export function listen(names: readonly string[], listener: () => void): Undo {
  const on = (): void => listener()
  for (const name of names) addEventListener(name, on, true)
  return () => {
    for (const name of names) removeEventListener(name, on, true)
  }
}
