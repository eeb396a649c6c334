import type { Undo } from '@minibell/ports'
import type { Platform } from '../../../platform/platform.ts'
import { type ConnectionParts, connection } from './connection.ts'
import type { Wire } from './wire.ts'

/** All sockets that are open; ours, since MSW's list never forgets a client. */
export function sockets(
  platform: Platform,
  parts: ConnectionParts,
): { attach(wire: Wire): Undo; count(): number; close(): void } {
  const open = new Set<Undo>()
  return {
    attach(wire) {
      const close: Undo = () => one.bye('closing')
      // Before it is made: a face may hand on what came early, and then it is over at once.
      open.add(close)
      const one = connection(platform, { ...parts, wire, gone: () => open.delete(close) })
      return close
    },
    count: () => open.size,
    close() {
      for (const close of [...open]) close()
    },
  }
}
