/** How many checks held and how many did not. A part with none of either is counted as one failure. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** One part of `npm test`. A throw is one failure. */
export interface Part {
  readonly name: string
  /** Roughly what it takes, of all its programs: the order of parts goes by it. */
  readonly cpuSeconds: number
  /** How many cores it keeps busy. Default 1. */
  readonly cores?: number
  /** Names of parts that have to end before. */
  readonly needs?: readonly string[]
  run(print: Print): Promise<Tally>
}

/** Takes whole lines; each comes out behind the part's name while the part runs. */
export type Print = (line: string) => void

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), nothing)
}

export const nothing: Tally = { passed: 0, failed: 0 }

export const passed: Tally = { passed: 1, failed: 0 }

export const failed: Tally = { passed: 0, failed: 1 }

/** The last line of every check: `N passed, N failed`, alone. */
export function tallyLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed`
}

/** The tally that a check printed as its last line; none when it ended in another way. */
export function readTally(output: readonly string[]): Tally | undefined {
  const last = output.filter((line) => line.trim() !== '').at(-1) ?? ''
  const found = /^(\d+) passed, (\d+) failed$/.exec(last.trim())
  return found ? { passed: Number(found[1]), failed: Number(found[2]) } : undefined
}
