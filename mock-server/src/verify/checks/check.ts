import type { Visit } from '../visit.ts'

/** One thing that a backend does because of one statement of the protocol. */
export interface Check {
  /** `DL-3` */
  readonly id: string
  readonly title: string
  /** Throws a `Claim` when it does not, `Lacking` when it cannot be tried. */
  run(visit: Visit): Promise<void>
}
