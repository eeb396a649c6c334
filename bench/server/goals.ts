/** A figure that is reached when it is at least so large. */
export interface Goal {
  readonly what: string
  readonly ratio: number
  readonly least: number
}

/** A figure that is missing is missed. */
export function isReached({ ratio, least }: Goal): boolean {
  return ratio >= least
}

export function goalLine(goal: Goal): string {
  const { what, ratio, least } = goal
  return `${isReached(goal) ? 'reached' : 'missed '}  ${what}: ${Number.isNaN(ratio) ? 'no figure' : ratio.toFixed(2)} (goal ${least})`
}
