import type { MiniappRow } from '../storage/world-places.ts'
import type { RuleSet } from '../world.ts'
import type { RuleNumbers } from './numbers.ts'

/** MA-20: the specification as source 000 has it, of the year that the source carries. */
export const sourceRuleSet: RuleSet = {
  name: 'miniapp-messages',
  version: '1',
  effectiveAt: 1_704_067_200_000,
  bulletin: {
    en: 'The message specification of the MiniApp Center Open Platform takes effect.',
    zh: '小程序中心开放平台消息规范生效。',
  },
  numbers: {},
}

/** The revision that the clock has reached, with all its numbers. */
export interface InForce {
  readonly ruleSet: RuleSet
  readonly numbers: RuleNumbers
}

/** MA-20: the latest revision that has taken effect; the source's own before any has. */
export function inForce(base: RuleNumbers, row: MiniappRow | undefined, now: number): InForce {
  const ruleSet = row?.ruleSets.length ? latest(row, now) : sourceRuleSet
  if (last?.base === base && last.row === row && last.inForce.ruleSet === ruleSet) return last.inForce
  const made = { ruleSet, numbers: { ...base, ...ruleSet.numbers, ...row?.settings } }
  last = { base, row, inForce: made }
  return made
}

/** Nearly every send asks as the one before did. */
let last: { readonly base: RuleNumbers; readonly row: MiniappRow | undefined; readonly inForce: InForce } | undefined

function latest(row: MiniappRow, now: number): RuleSet {
  return inOrder(row).reduce((last, each) => (each.effectiveAt <= now ? each : last), sourceRuleSet)
}

/** All revisions, the earliest first; of one instant the later version is later. */
export function inOrder(row: MiniappRow | undefined): readonly RuleSet[] {
  const byTime = (one: RuleSet, other: RuleSet): number =>
    one.effectiveAt - other.effectiveAt || (one.version < other.version ? -1 : 1)
  return [sourceRuleSet, ...[...(row?.ruleSets ?? [])].sort(byTime)]
}
