import type { Undo } from '@minibell/ports'
import type { Attempt, Transport } from './transport.ts'

/** What all of them need of the host. */
type All<Hosts> = Hosts extends readonly [infer First, ...infer Rest] ? First & All<Rest> : unknown

/** How patient it is; both may be left out. */
export interface FallbackOptions {
  /** Attempts in a row that end before ten seconds of news; then the next has its turn. Default 2. */
  readonly failures?: number
  /** After so long on another than the first, the first is tried beside it; twice as long each time it fails, up to an hour, give or take half. Default 120,000. */
  readonly againMs?: number
}

/**
 * Several transports as one, in order of preference. One that fails yields to the next; the first is tried again after a while and
 * when the host is shown or online again, beside the one that works, so that nothing is interrupted until it brings news itself.
 */
export function fallback<Hosts extends readonly unknown[]>(
  transports: readonly [...{ [At in keyof Hosts]: Transport<Hosts[At]> }],
  { failures = 2, againMs = 120_000 }: FallbackOptions = {},
): Transport<All<Hosts>> {
  let rank = 0
  let failed = 0
  let waitMs = againMs
  let triedAt = 0

  return (line) => {
    const { timers, random } = line.host
    let current: Attempt | undefined
    let probe: Attempt | undefined
    let liveAt = -1
    let again: Undo = () => {}

    const hangUp = (): void => {
      again()
      if (probe) probe.stop()
      if (current) current.stop()
      current = probe = undefined
    }

    const lost = (): void => {
      current = undefined
      failed = liveAt >= 0 && timers.elapsed() - liveAt >= 10_000 ? 0 : failed + 1
      if (failed >= failures && rank < transports.length - 1) {
        rank += 1
        failed = 0
        triedAt = timers.elapsed()
      }
      hangUp()
      line.closed()
    }

    const isLive = (): void => {
      liveAt = timers.elapsed()
      line.live()
    }

    const won = (): void => {
      const before = current
      current = probe
      probe = undefined
      rank = failed = 0
      waitMs = againMs
      if (before) before.stop()
      isLive()
    }

    const tryFirst = (): void => {
      again()
      if (probe || !rank) return
      triedAt = timers.elapsed()
      let isMine = false
      probe = dial(0, {
        ...line,
        // The last word is for the one that works.
        frame: (frame) => (isMine || frame.type !== 'bye') && line.frame(frame),
        live() {
          if (isMine) isLive()
          else won()
          isMine = true
        },
        closed() {
          if (isMine) return lost()
          probe = undefined
          waitMs = Math.min(2 * waitMs, 3_600_000)
          wait()
        },
      })
    }

    const wait = (): void => {
      const soonMs = triedAt + waitMs * (0.5 + random()) - timers.elapsed()
      again = timers.after(Math.max(0, soonMs), tryFirst)
    }

    // One of theirs, and a host of all is a host of each.
    const dial = (which: number, to: typeof line): Attempt => (transports[which] as Transport<All<Hosts>>)(to)

    current = dial(rank, { ...line, live: isLive, closed: lost })
    // Dialled anew by whoever knows of better weather, it does not wait.
    if (rank) line.failures ? wait() : tryFirst()
    return {
      stop: hangUp,
      wake() {
        if (current && current.wake) current.wake()
        tryFirst()
      },
    }
  }
}
