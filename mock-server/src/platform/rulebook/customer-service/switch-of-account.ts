import type { OfficialAccount, WechatSettings } from '../../official-account/records.ts'
import {
  batches,
  type CustomerRuleSet,
  customerRuleSets,
  dayMs,
  type Scene,
  switchAt,
  unlimitedPayment,
  type WindowRule,
} from './rule-sets.ts'

type Switched = Pick<OfficialAccount, 'sender' | 'registeredAt' | 'customerSwitchAt'>

/** CS-5, CS-6: when this account gets the windows of 2023-06-12. New ones at once, others in their batch, which never changes. */
export function switchOf({ sender, registeredAt, customerSwitchAt }: Switched): number {
  if (customerSwitchAt !== undefined) return customerSwitchAt
  return isNew({ registeredAt }) ? switchAt : switchAt + (spread(sender) % batches) * dayMs
}

/** CS-6: whether the account is one that is notified and switched in a batch. */
export function isNew({ registeredAt }: Pick<OfficialAccount, 'registeredAt'>): boolean {
  return registeredAt >= switchAt
}

/** The revision that applies to this account now. */
export function customerRules(account: Switched, now: number): CustomerRuleSet {
  const [first] = customerRuleSets
  const startOf = (set: CustomerRuleSet): number => (set.name === '2023-06' ? switchOf(account) : set.effectiveAt)
  return customerRuleSets.reduce((last, set) => (startOf(set) <= now ? set : last), first)
}

/** What an action opens; nothing where the revision grants nothing (CS-3). */
export function windowRule(
  { name, windows }: CustomerRuleSet,
  scene: Scene,
  { payment = 'none' }: WechatSettings,
): WindowRule | undefined {
  return name === '2023-06' && scene === 'payment' && payment === 'unlimited-48h' ? unlimitedPayment : windows[scene]
}

/** 32 bits of FNV-1a. */
function spread(id: string): number {
  let sum = 0x811c9dc5
  for (let index = 0; index < id.length; index += 1) sum = Math.imul(sum ^ id.charCodeAt(index), 0x01000193)
  return sum >>> 0
}
