import type { Change } from '@minibell/protocol'
import type { LogEntry } from '../storage/person-places.ts'
import type { SenderId } from '../world.ts'
import type { NewChange, OpenHead } from './opened.ts'

/** Changes that a draft will append; the head's top counts them already. */
export interface PendingLog {
  readonly entries: readonly LogEntry[]
  append(change: NewChange, sender?: SenderId): number
}

export function pendingLog(head: OpenHead): PendingLog {
  const entries: LogEntry[] = []
  return {
    entries,
    append(change, sender) {
      const joined = merged(entries[entries.length - 1], change, sender)
      if (joined) {
        entries[entries.length - 1] = joined
        return head.top
      }
      head.top += 1
      // `NewChange` is a `Change` without its offset.
      entries.push({ ...(sender !== undefined && { sender }), change: { ...change, offset: head.top } as Change })
      return head.top
    },
  }
}

/** A receipt more of the same kind and sender joins the entry before it, so that a batch is one change. */
function merged(before: LogEntry | undefined, change: NewChange, sender?: SenderId): LogEntry | undefined {
  if (before?.change.type !== 'marked' || change.type !== 'marked') return undefined
  if (before.sender !== sender || before.change.kind !== change.kind) return undefined
  return { ...before, change: { ...before.change, itemIds: [...before.change.itemIds, ...change.itemIds] } }
}
