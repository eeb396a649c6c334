import { dayMs, type GovernanceNumbers, type Rung } from '../rulebook/numbers.ts'
import type { TakenRung, Violation } from '../storage/governance-places.ts'

/** What counts at `now`: neither dismissed nor older than the window. */
export function counting(
  violations: readonly Violation[],
  now: number,
  { windowDays }: GovernanceNumbers,
): readonly Violation[] {
  return violations.filter(({ at, dismissed }) => !dismissed && at <= now && at > now - windowDays * dayMs)
}

export function pointsOf(violations: readonly Violation[]): number {
  return violations.reduce((sum, { weight }) => sum + weight, 0)
}

/** MA-19: the highest rung that is reached, unless one as high was taken for what still counts. */
export function nextRung(
  violations: readonly Violation[],
  now: number,
  numbers: GovernanceNumbers,
): TakenRung | undefined {
  const live = counting(violations, now, numbers)
  const points = pointsOf(live)
  const taken = Math.max(0, ...live.map(({ step }) => step?.points ?? 0))
  const reached = numbers.ladder.filter((rung) => rung.points <= points && rung.points > taken)
  const highest = reached.reduce<Rung | undefined>(
    (best, rung) => (best && best.points >= rung.points ? best : rung),
    undefined,
  )
  if (!highest) return undefined
  return {
    ...highest,
    ...(highest.step === 'disabled' && highest.days !== undefined && { until: now + highest.days * dayMs }),
  }
}
