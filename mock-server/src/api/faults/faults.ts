import { seeded } from '../../platform/index.ts'
import type { Fault, FaultState, Faults } from './fault.ts'

/** A fault with how often it was met, and how often it struck. */
export interface Counted {
  readonly fault: Fault
  met: number
  struck: number
}

/** The first declared fault that is due strikes; the same seed and the same requests give the same faults. */
export function createFaults(): Faults {
  let seed = 0
  let random = seeded(0)
  let rows: readonly Counted[] = []
  const put: Faults['put'] = async (newSeed, faults) => {
    seed = newSeed
    random = seeded(newSeed)
    rows = faults.map(uncounted)
  }
  return {
    put,
    clear: () => put(0, []),
    list: async () => ({ seed, faults: statesOf(rows) }),
    take: (route) => struckBy(rows, route, random),
  }
}

export function uncounted(fault: Fault): Counted {
  return { fault, met: 0, struck: 0 }
}

export function statesOf(rows: readonly Counted[]): readonly FaultState[] {
  return rows.map(({ fault, struck }) => ({ ...fault, struck }))
}

/** Counts this request on the rows that it meets, up to the one that strikes. */
export function struckBy(rows: readonly Counted[], route: string, random: () => number): Fault | undefined {
  if (rows.length === 0 || route.startsWith('control.')) return undefined
  for (const row of rows) if (matches(row.fault.route, route) && strikes(row, random)) return row.fault
  return undefined
}

/** Whether the pattern names this route. */
export function matches(pattern: string, route: string): boolean {
  return pattern.endsWith('*') ? route.startsWith(pattern.slice(0, -1)) : pattern === route
}

function strikes(row: Counted, random: () => number): boolean {
  const { skip = 0, times = Number.POSITIVE_INFINITY, probability = 1 } = row.fault
  row.met += 1
  if (row.met <= skip || row.struck >= times) return false
  if (probability < 1 && random() >= probability) return false
  row.struck += 1
  return true
}
