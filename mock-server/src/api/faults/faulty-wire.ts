import type { Timers } from '@minibell/ports'
import type { Wire } from '../delivery/socket/wire.ts'
import type { Faults } from './fault.ts'

/** A delivery socket whose frames to the client meet the faults of the route `delivery.socket`. */
export function faultyWire(wire: Wire, { faults, timers }: { readonly faults: Faults; readonly timers: Timers }): Wire {
  let kept: string | undefined
  const send = (text: string): void => {
    wire.send(text)
    const late = kept
    kept = undefined
    if (late !== undefined) wire.send(late)
  }
  return {
    ...wire,
    send(text) {
      const fault = faults.take('delivery.socket')
      switch (fault?.kind) {
        case 'drop':
          return
        case 'cut':
          return wire.close(1011, 'cut')
        case 'duplicate':
          send(text)
          return send(text)
        case 'reorder':
          if (kept === undefined) kept = text
          else send(text)
          return
        case 'delay':
          timers.after(fault.delayMs, () => send(text))
          return
        default:
          return send(text)
      }
    },
  }
}
