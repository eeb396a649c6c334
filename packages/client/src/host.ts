import type { Clock, Http, Lifecycle, Random, Report, Timers } from '@minibell/ports'

/** The least that an inbox needs of its host; transports and parts name what they need besides. */
export interface InboxHost {
  readonly http: Http
  /** The device's own wall clock. */
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  /** Absent: the inbox is always visible and online. */
  readonly lifecycle?: Lifecycle
  readonly report: Report
}
