import type { RuleSet, Template } from '@minibell/mock'
import type { Call } from './call.ts'

/** MA-19: one entry of the ledger, as the control API answers it. */
export interface LedgerEntry {
  readonly id: number
  readonly at: number
  readonly source: 'operator' | 'report'
  readonly kind: string
  readonly degree?: string
  readonly weight: number
  readonly reason?: string
  readonly itemId?: string
  /** Who complained, where it is a report. */
  readonly person?: string
  readonly loss?: string
  readonly step?: Rung
  readonly dismissed?: { readonly at: number; readonly reason: string }
}

export interface Rung {
  readonly points: number
  readonly step: 'warned' | 'disabled' | 'revoked' | 'removed'
  readonly days?: number
}

/** Where a mini-program stands (MA-6, MA-19). */
export interface Standing {
  readonly capability: 'not-applied' | 'in-review' | 'granted' | 'refused' | 'disabled' | 'revoked'
  readonly status: 'available' | 'removed'
  readonly disabledUntil?: number
  readonly reason?: string
  readonly points: number
  readonly ladder: readonly Rung[]
  readonly violations: readonly LedgerEntry[]
  readonly agreements: readonly { readonly name: string; readonly version: string; readonly at: number }[]
}

/** An internal message to the developer. */
export interface Letter {
  readonly id: number
  readonly at: number
  readonly about: string
  readonly text: { readonly en: string; readonly zh: string }
  readonly reason?: string
  readonly until?: number
}

export interface PostBox {
  /** Newest first. */
  readonly messages: readonly Letter[]
  /** Those with a greater number are unread. */
  readonly readUpTo: number
}

/** MA-20. */
export interface Bulletin {
  readonly inForce: { readonly name: string; readonly version: string }
  readonly ruleSets: readonly (RuleSet & { readonly state: 'past' | 'in force' | 'announced' })[]
}

/** Steps of review and governance. Each rejects with the platform's sentence where it refuses. */
export interface Operator {
  standing(sender: string): Promise<Standing>
  letters(sender: string): Promise<PostBox>
  /** Marks all of them. */
  readLetters(sender: string): Promise<void>
  apply(sender: string): Promise<void>
  review(sender: string, result: { readonly decision: 'grant' | 'refuse'; readonly reason?: string }): Promise<void>
  disable(sender: string, why: { readonly until?: number; readonly reason: string }): Promise<void>
  /** Grants again what was disabled or revoked. */
  enable(sender: string, why: { readonly reason?: string }): Promise<void>
  revoke(sender: string, why: { readonly reason: string }): Promise<void>
  remove(sender: string, why: { readonly reason: string }): Promise<void>
  restore(sender: string, why: { readonly reason?: string }): Promise<void>
  record(
    sender: string,
    violation: { readonly kind: string; readonly degree: string; readonly reason: string; readonly loss?: string },
  ): Promise<void>
  dismiss(sender: string, violation: { readonly id: number; readonly reason: string }): Promise<void>
  bulletin(): Promise<Bulletin>
  announce(ruleSet: RuleSet): Promise<void>
  putTemplate(template: Template): Promise<void>
}

export function operatorOver(call: Call): Operator {
  const id = encodeURIComponent
  const step =
    (name: string) =>
    (sender: string, why: object): Promise<void> =>
      call('POST', `/senders/${id(sender)}/${name}`, why)
  return {
    standing: (sender) => call('GET', `/senders/${id(sender)}/standing`),
    letters: (sender) => call('GET', `/senders/${id(sender)}/internal-messages`),
    readLetters: (sender) => call('POST', `/senders/${id(sender)}/internal-messages/read`, {}),
    apply: (sender) => step('apply')(sender, {}),
    review: step('review'),
    disable: step('disable'),
    enable: step('enable'),
    revoke: step('revoke'),
    remove: step('remove'),
    restore: step('restore'),
    record: step('violations'),
    dismiss: (sender, { id: number, reason }) => step(`violations/${number}/dismiss`)(sender, { reason }),
    bulletin: () => call('GET', '/bulletin'),
    announce: (ruleSet) => call('PUT', `/rule-sets/${id(ruleSet.version)}`, ruleSet),
    putTemplate: (template) => call('PUT', `/templates/${id(template.code)}`, template),
  }
}
