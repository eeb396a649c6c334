import type { Clock, Undo } from '@minibell/ports'
import type { PlatformClock } from './platform.ts'
import { instantText, spanText } from './rulebook/words.ts'
import type { ClockState } from './storage/world-places.ts'

/** The platform's time over the process's. */
export interface MovableClock extends Clock {
  state(): ClockState
  /** Silent; `platformClock` tells. */
  set(state: ClockState): void
}

export function movableClock(base: Clock): MovableClock {
  let state: ClockState = { aheadMs: 0 }
  return {
    // Whole milliseconds, however fine the process's clock is: they go out on every wire.
    now: () => Math.floor('stillAt' in state ? state.stillAt : base.now() + state.aheadMs),
    state: () => state,
    set(next) {
      state = next
    },
  }
}

/** Moves of the clock, one after another; `moved` runs before anybody is told. */
export function platformClock(options: {
  readonly clock: MovableClock
  readonly base: Clock
  /** Keeps the new state and lets happen what the move brings. */
  readonly moved: (summary: string, state: ClockState) => Promise<void>
  /** Runs one move at a time over all processes, each on what the ones before left; at once where this process is alone. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>
}): PlatformClock & { tell(): void } {
  const { clock, base, moved, inTurn } = options
  const listeners = new Set<(at: number) => void>()

  const tell = (): void => {
    for (const listener of [...listeners]) listener(clock.now())
  }
  const move = async (at: number, summary: string): Promise<void> => {
    const state = 'stillAt' in clock.state() ? { stillAt: at } : { aheadMs: at - base.now() }
    clock.set(state)
    await moved(summary, state)
    tell()
  }

  return {
    tell,
    now: clock.now,
    running: () => !('stillAt' in clock.state()),
    async advance(ms) {
      if (!(ms >= 0 && ms <= maxInstant)) throw new RangeError(`Failed to advance the clock: ${ms} ms. Give 0 or more.`)
      await inTurn(() => {
        const at = clock.now() + ms
        return move(at, `The clock went forward ${spanText(ms)} to ${instantText(at)}`)
      })
    },
    async moveTo(at) {
      if (!(Math.abs(at) <= maxInstant)) throw new RangeError(`Failed to move the clock: ${at}. Give ms since 1970.`)
      await inTurn(() => move(at, `The clock was moved to ${instantText(at)}`))
    },
    onMoved(listener): Undo {
      const own = (at: number): void => listener(at)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
  }
}

const maxInstant = 8.64e15
