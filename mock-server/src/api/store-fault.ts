import type { Report } from '@minibell/ports'

/** Errors by which stores tell in one sentence why they cannot keep or read. */
export function isStoreFault(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'StoreError' || error.name === 'EngineError')
}

/** A store that is away is no bug of ours: whoever asked was told. */
export function bugsOnly(report: Report): Report {
  return (error, context) => {
    if (!isStoreFault(error)) report(error, context)
  }
}
