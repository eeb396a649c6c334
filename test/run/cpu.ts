import { AsyncLocalStorage } from 'node:async_hooks'
import { readFileSync } from 'node:fs'

/** CPU seconds, user and system, of the programs that a part started and that have ended, theirs included; Linux alone tells them. */
export interface Meter {
  seconds: number
}

const meters = new AsyncLocalStorage<Meter>()

/** Every `reaped` within `act` counts for that meter. */
export function metered<Value>(meter: Meter, act: () => Promise<Value>): Promise<Value> {
  return meters.run(meter, act)
}

/** Called at once when a child has ended: what all ended children took together has grown by what it took. */
export function reaped(): void {
  const now = ofEnded()
  const meter = meters.getStore()
  if (meter) meter.seconds += now - known
  known = now
}

let known = ofEnded()

/** Fields 16 and 17 of proc(5): clock ticks, 100 a second. The name before them may hold blanks, but ends with the last bracket. */
function ofEnded(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return 0
  }
}
