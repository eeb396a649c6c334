/** Who has to answer which announcement still. */
export interface Acknowledgements {
  /** Resolves when all of them have answered, or are dead. */
  of(announcement: string, processes: readonly string[]): Promise<void>
  heard(announcement: string, process: string): void
  /** Nobody but these lives. */
  only(living: ReadonlySet<string>): void
  areWaited(): boolean
}

export function acknowledgements(): Acknowledgements {
  const waits = new Map<string, { readonly missing: Set<string>; readonly done: () => void }>()
  /** Answers that were faster than the announcer's own reply. */
  const early = new Map<string, Set<string>>()

  const settle = (): void => {
    for (const [id, { missing, done }] of waits) {
      if (missing.size > 0) continue
      waits.delete(id)
      done()
    }
  }
  return {
    of(announcement, processes) {
      const missing = new Set(processes.filter((one) => !early.get(announcement)?.has(one)))
      early.clear()
      return new Promise((resolve) => {
        waits.set(announcement, { missing, done: resolve })
        settle()
      })
    },
    heard(announcement, process) {
      const wait = waits.get(announcement)
      if (!wait) early.set(announcement, (early.get(announcement) ?? new Set()).add(process))
      wait?.missing.delete(process)
      if (early.size > 100) early.clear()
      settle()
    },
    only(living) {
      for (const { missing } of waits.values()) for (const one of missing) if (!living.has(one)) missing.delete(one)
      settle()
    },
    areWaited: () => waits.size > 0,
  }
}
