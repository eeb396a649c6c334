import type { Timers, Undo } from '@minibell/ports'
import type { Core } from '../core.ts'
import { requirePerson, requireSender } from '../directory/required.ts'
import { worldValue } from '../directory/world-rows.ts'
import type { Delivery, DeliverySession } from '../platform.ts'
import { randomText } from '../seeded.ts'
import { worldKeys, worldPartition } from '../storage/world-places.ts'

export interface Sessions extends Pick<Delivery, 'openSession' | 'session' | 'revoke' | 'ended'> {
  /** Tells listeners of sessions that are over by now. */
  sweep(): Promise<void>
}

const defaultLifeMs = 3_600_000
/** Timers of hosts do not reach further; then it is looked at again. */
const maxTimerMs = 2_000_000_000

interface Watched {
  readonly session: DeliverySession
  readonly listener: (reason: 'unknown' | 'expired') => void
}

/** DL-1, DL-2: tokens, who they stand for and until when. */
export function sessions(core: Core, timers?: Timers): Sessions {
  const watched = new Set<Watched>()
  /** When it is looked at next, by the platform's clock; who leaves early does not change it. */
  let soonest = Number.POSITIVE_INFINITY
  let cancel: Undo | undefined

  const session: Sessions['session'] = async (token) => {
    const row = await worldValue(core, worldKeys.session(token))
    if (!row) return 'unknown'
    if (row.revoked || core.clock.now() >= row.expiresAt) return 'expired'
    return { token, person: row.person, scope: row.scope, expiresAt: row.expiresAt }
  }

  const sweep = async (): Promise<void> => {
    for (const each of [...watched]) {
      const found = await session(each.session.token)
      if (typeof found === 'object') continue
      if (watched.delete(each)) each.listener(found)
    }
    let next = Number.POSITIVE_INFINITY
    for (const each of watched) next = Math.min(next, each.session.expiresAt)
    schedule(next)
  }

  const schedule = (next: number): void => {
    cancel?.()
    cancel = undefined
    soonest = next
    if (!timers || next >= Number.MAX_SAFE_INTEGER) return
    const afterMs = Math.max(0, Math.min(next - core.clock.now(), maxTimerMs))
    cancel = timers.after(afterMs, () => void sweep().catch(() => undefined))
  }

  return {
    session,
    sweep,
    openSession: (options) => core.gate.together(() => open(core, options)),
    async revoke(token) {
      await core.gate.together(() => revoke(core, token))
      await sweep()
      await core.store.shared?.announce()
    },
    ended(of, listener) {
      const entry = { session: of, listener }
      watched.add(entry)
      if (of.expiresAt < soonest) schedule(of.expiresAt)
      return () => {
        if (watched.delete(entry) && watched.size === 0) schedule(Number.POSITIVE_INFINITY)
      }
    },
  }
}

function open(
  core: Core,
  { person, scope, lifeMs = defaultLifeMs }: Parameters<Delivery['openSession']>[0],
): Promise<DeliverySession> {
  if (!(lifeMs > 0)) throw new RangeError(`Failed to open a session: it would live ${lifeMs} ms. Give more than 0.`)
  return core.transactions.write(worldPartition, async (transaction) => {
    await requirePerson(transaction, person)
    if (scope.kind === 'sender') await requireSender(transaction, scope.sender)
    let token = drawn(core)
    while (await transaction.get(worldKeys.session(token))) token = drawn(core)
    const expiresAt = Math.min(core.clock.now() + lifeMs, Number.MAX_SAFE_INTEGER)
    transaction.put(worldKeys.session(token), { person, scope, expiresAt })
    return { token, person, scope, expiresAt }
  })
}

function drawn(core: Core): string {
  return `ds-${randomText(core.random, 24)}`
}

function revoke(core: Core, token: string): Promise<void> {
  return core.transactions.write(worldPartition, async (transaction) => {
    const row = await transaction.get(worldKeys.session(token))
    if (row) transaction.put(worldKeys.session(token), { ...row, revoked: true })
  })
}
