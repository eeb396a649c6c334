import type { Undo } from '@minibell/ports'
import type { Platform } from '../../platform/platform.ts'
import { type ConnectionParts, connection } from './connection.ts'
import type { Wire } from './wire.ts'

/** All sockets that are open; ours, since MSW's list never forgets a client. */
export function sockets(
  platform: Platform,
  parts: ConnectionParts,
): { attach(wire: Wire): Undo; close(): void; count(): number } {
  const open = new Set<{ bye(code: 'closing'): void }>()
  return {
    attach(wire) {
      const one = connection(platform, { ...parts, wire, gone: () => open.delete(one) })
      open.add(one)
      return () => one.bye('closing')
    },
    close() {
      for (const one of [...open]) one.bye('closing')
    },
    count: () => open.size,
  }
}
