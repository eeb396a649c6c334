/** Lets those who want the same thing have it one after another, first come first served. */
export interface Turns {
  /** Calls `work` when all earlier ones of this name have settled; passes on what it answers or throws. */
  take<Result>(name: string, work: () => Promise<Result>): Promise<Result>
}

/** Saves conflicts within one process; safety between processes is the store's. */
export function turns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take(name, work) {
      const turn = (last.get(name) ?? Promise.resolve()).then(work)
      const settled = turn.then(
        () => forget(),
        () => forget(),
      )
      const forget = (): void => {
        if (last.get(name) === settled) last.delete(name)
      }
      last.set(name, settled)
      return turn
    },
  }
}
