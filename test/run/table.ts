import type { Tally } from './part.ts'

export interface Row {
  readonly name: string
  readonly wallSeconds: number
  /** 0 where the system does not tell. */
  readonly cpuSeconds: number
  readonly tally: Tally
}

/** A line a part, that with the most CPU first, and one for all; `wallSeconds` of the whole run. */
export function table(rows: readonly Row[], wallSeconds: number): readonly string[] {
  const all: Row = {
    name: 'all',
    wallSeconds,
    cpuSeconds: rows.reduce((sum, row) => sum + row.cpuSeconds, 0),
    tally: {
      passed: rows.reduce((sum, row) => sum + row.tally.passed, 0),
      failed: rows.reduce((sum, row) => sum + row.tally.failed, 0),
    },
  }
  const ordered = [...rows].sort((one, other) => other.cpuSeconds - one.cpuSeconds)
  const head = ['part'.padEnd(12), 'wall s'.padStart(8), 'CPU s'.padStart(8), 'checks'.padStart(8)].join('')
  return ['', head, ...[...ordered, all].map(line)]
}

function line({ name, wallSeconds, cpuSeconds, tally }: Row): string {
  const figures = [wallSeconds.toFixed(1), cpuSeconds.toFixed(1), String(tally.passed + tally.failed)]
  const failures = tally.failed === 0 ? '' : `  ${tally.failed} failed`
  return name.padEnd(12) + figures.map((figure) => figure.padStart(8)).join('') + failures
}
