import type { Timers } from '@minibell/ports'
import type { Wire } from '../delivery/socket/wire.ts'
import type { Fault, Faults } from './fault.ts'

/** A delivery socket whose frames to the client meet the faults of the route `delivery.socket`. */
export function faultyWire(wire: Wire, { faults, timers }: { readonly faults: Faults; readonly timers: Timers }): Wire {
  let kept: string | undefined
  const send = (text: string): void => {
    wire.send(text)
    const late = kept
    kept = undefined
    if (late !== undefined) wire.send(late)
  }
  const meet = (fault: Fault | undefined, text: string): void => {
    switch (fault?.kind) {
      case 'drop':
        return
      case 'cut':
        wire.close(1011, 'cut')
        return
      case 'duplicate':
        send(text)
        send(text)
        return
      case 'reorder':
        if (kept === undefined) kept = text
        else send(text)
        return
      case 'delay':
        timers.after(fault.delayMs, () => send(text))
        return
      default:
        send(text)
    }
  }
  /** Frames behind one whose fault another process has a say in; they keep their order. */
  let line: Promise<void> | undefined
  const inLine = (taken: Promise<Fault | undefined>, text: string): void => {
    const turn: Promise<void> = Promise.all([taken.catch(() => undefined), line]).then(([fault]) => {
      if (line === turn) line = undefined
      meet(fault, text)
    })
    line = turn
  }
  return {
    ...wire,
    send(text) {
      const taken = faults.take('delivery.socket')
      if (taken instanceof Promise) inLine(taken, text)
      else if (line) inLine(Promise.resolve(taken), text)
      else meet(taken, text)
    },
  }
}
