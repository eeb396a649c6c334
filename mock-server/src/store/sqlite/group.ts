/** Work that changes the database, waiting for its turn. */
interface Job {
  /** Inside a transaction; what it throws undoes the group. */
  run(): void
  /** After the group is on disk. */
  done(): void
  failed(error: unknown): void
}

/** Commits what came together as one transaction, so that all of it waits for the disk once. */
export interface Group {
  /** Resolves with what `run` gave once it is on disk. `run` must not act outside, since it may be called again. */
  add<Result>(run: () => Result, after?: (result: Result) => void): Promise<Result>
  /** Commits what waits, now. */
  flush(): void
}

export function group(transaction: {
  /** All of it on disk, or nothing and it throws. */
  readonly run: (work: () => void) => void
  /** Everything that was remembered of the database may be wrong. */
  readonly undone: () => void
}): Group {
  let waiting: Job[] = []

  const attempt = (jobs: readonly Job[]): unknown => {
    try {
      transaction.run(() => {
        for (const job of jobs) job.run()
      })
      return undefined
    } catch (error) {
      transaction.undone()
      return error ?? new Error('Failed to commit.')
    }
  }

  const settle = (jobs: readonly Job[]): void => {
    const error = attempt(jobs)
    if (error === undefined) for (const job of jobs) job.done()
    else if (jobs.length === 1) jobs[0]?.failed(error)
    // One that cannot be kept must not cost the others their place.
    else for (const job of jobs) settle([job])
  }

  const flush = (): void => {
    const jobs = waiting
    waiting = []
    if (jobs.length > 0) settle(jobs)
  }

  return {
    flush,
    add: (run, after) =>
      new Promise((resolve, reject) => {
        let result: { readonly value: ReturnType<typeof run> } | undefined
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({
          run() {
            result = { value: run() }
          },
          done() {
            if (!result) return
            after?.(result.value)
            resolve(result.value)
          },
          failed: reject,
        })
      }),
  }
}
