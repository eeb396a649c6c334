import type { Timers, Undo } from '@minibell/ports'
import type { Changes } from '@minibell/protocol'
import type { DeliverySession, Platform } from '../../../platform/platform.ts'
import type { Held } from './held.ts'

/** One wait of one request. */
export interface Wait {
  readonly session: DeliverySession
  readonly waitMs: number
  readonly timers: Timers
  readonly held: Held
  /** Ends when the client went away. */
  readonly signal: AbortSignal | undefined
  ask(): Promise<Changes>
}

/**
 * Long polling: what there is, or what there is after the first of: a change that the session sees, another epoch, a move of the
 * clock, `waitMs`, the end of the session, too many others that wait for the same session, the end of the platform.
 */
export async function changesInTime(platform: Platform, wait: Wait): Promise<Changes> {
  if (wait.waitMs === 0) return wait.ask()
  const bell = hang(platform, wait)
  try {
    const now = await wait.ask()
    if (isNews(now)) return now
    await bell.rung
    return await wait.ask()
  } finally {
    bell.stop()
  }
}

/** Offsets that moved by what the session may not see are nothing to answer for. */
function isNews({ recovered, changes, to, top }: Changes): boolean {
  return !recovered || changes.length > 0 || to < top
}

/** The watch starts before the log is read, so that nothing falls between. */
function hang(
  { delivery, clock }: Platform,
  { session, waitMs, timers, held, signal }: Wait,
): { readonly rung: Promise<void>; readonly stop: Undo } {
  let ring: Undo = () => undefined
  const rung = new Promise<void>((resolve) => {
    ring = resolve
  })
  const undos = [
    delivery.watch(session, ({ to, changes }) => {
      // A watch that starts anew, in another world, says so by 0.
      if (changes.length > 0 || to === 0) ring()
    }),
    delivery.ended(session, ring),
    clock.onMoved(ring),
    timers.after(waitMs, ring),
    held.add(session.token, ring),
  ]
  signal?.addEventListener('abort', ring)
  return {
    rung,
    stop() {
      for (const undo of undos) undo()
      signal?.removeEventListener('abort', ring)
    },
  }
}
