/** Many may pass together, or one alone. */
export interface Gate {
  together<Result>(work: () => Promise<Result>): Promise<Result>
  /** Waits until everybody has left; who comes later waits until this one has. Must not be called from inside. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
}

/** Keeps sends and receipts from meeting half of an imported world. */
export function gate(): Gate {
  let inside = 0
  let closed: Promise<unknown> | undefined
  let leftLast: (() => void) | undefined

  const leave = (): void => {
    inside -= 1
    if (inside === 0) leftLast?.()
  }

  return {
    async together(work) {
      while (closed) await closed
      inside += 1
      try {
        return await work()
      } finally {
        leave()
      }
    },
    async alone(work) {
      while (closed) await closed
      const emptied = new Promise<void>((resolve) => {
        leftLast = resolve
      })
      if (inside === 0) leftLast?.()
      const run = emptied.then(work).finally(() => {
        closed = undefined
        leftLast = undefined
      })
      closed = run.catch(() => undefined)
      return run
    },
  }
}
