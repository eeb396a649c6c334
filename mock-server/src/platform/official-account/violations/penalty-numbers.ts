import type { GovernanceNumbers } from '../../rulebook/numbers.ts'

/** WT-11.2, WT-11.9: what violations of official accounts weigh and where they lead; the source names the steps, the numbers are ours. */
export interface PenaltyNumbers extends GovernanceNumbers {
  /** WT-11.2: that many of one template and subject after one operation, none older than `hours`. */
  readonly repeats: { readonly count: number; readonly hours: number }
  /** WT-11.9: violations with one template; then it is recycled. */
  readonly recycleAt: number
}

/** Warning, API blocked for 7 days, for 30 days, account disabled. */
export const penaltyNumbers: PenaltyNumbers = {
  automatic: true,
  windowDays: 90,
  weights: { content: 0.5, repetition: 2, false: 1, promotion: 3, harassment: 2, inappropriate: 2 },
  degrees: { minor: 1, serious: 2, grave: 4 },
  reports: { harassing: 1, false: 1, marketing: 1, other: 0.5 },
  ladder: [
    { points: 3, step: 'warned' },
    { points: 6, step: 'disabled', days: 7 },
    { points: 12, step: 'disabled', days: 30 },
    { points: 20, step: 'removed' },
  ],
  repeats: { count: 3, hours: 24 },
  recycleAt: 3,
}
