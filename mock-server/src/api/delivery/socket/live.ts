import type { Undo } from '@minibell/ports'
import type { Change, ServerFrame } from '@minibell/protocol'
import type { DeliverySession, Platform } from '../../../platform/platform.ts'

interface News {
  readonly epoch: string
  readonly from: number
  readonly to: number
  readonly changes: readonly Change[]
}

/** Changes told in `resumed` at most; the client pulls the rest. */
const atOnce = 200

/**
 * Answers `resume` and goes on with a batch after each commit. The watch starts before the log is read, so that nothing falls
 * between; what the read has seen already is not told twice.
 */
export async function live(
  platform: Platform,
  parts: {
    readonly session: DeliverySession
    readonly from: { readonly epoch: string; readonly offset: number }
    readonly say: (frame: ServerFrame) => void
    readonly until: (undo: Undo) => void
  },
): Promise<void> {
  const { session, from, say, until } = parts
  const tell = ({ epoch, from, to, changes }: News) => say({ type: 'batch', epoch, from, to, changes })
  let held: News[] | undefined = []
  until(platform.delivery.watch(session, (news) => (held ? void held.push(news) : tell(news))))
  const changes = await platform.delivery.changes(session, { epoch: from.epoch, offset: from.offset, max: atOnce })
  say({ type: 'resumed', ...changes })
  const late = held.filter((news) => !(news.epoch === changes.epoch && news.to <= changes.top))
  held = undefined
  late.forEach(tell)
}
