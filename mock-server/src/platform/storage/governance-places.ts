import type { Degree, ReportKind, Rung, ViolationKind } from '../rulebook/numbers.ts'
import type { Capability, PersonId, SenderId, SenderRecord } from '../world.ts'
import { type Key, keyOf, padded, prefixOf } from './key.ts'

/** The partition of one sender's ledger and letters. */
export function governancePartition(sender: SenderId): string {
  return keyOf('governance', sender).text
}

export const governancePartitions = 'governance/'

/** How many of each there are; the next one's number follows. */
export interface GovernanceHead {
  readonly violations: number
  readonly letters: number
  /** The newest letter that the developer has read; absent: none. */
  readonly read?: number
  /** Planned so far; absent: none. */
  readonly steps?: number
}

/** MA-19, MA-21: one entry of a sender's ledger. */
export interface Violation {
  readonly id: number
  readonly at: number
  /** `rule`: the platform's own finding. */
  readonly source: 'operator' | 'report' | 'rule'
  readonly kind: ViolationKind | ReportKind
  readonly degree?: Degree
  readonly weight: number
  readonly reason?: string
  readonly itemId?: string
  /** Of a report. */
  readonly person?: PersonId
  /** The loss that it caused, in words; liability for it is reserved. */
  readonly loss?: string
  readonly liability?: 'reserved'
  /** Of a finding of the platform's own (WT-11). */
  readonly rule?: string
  /** WT-11.9: the library's number of the template that it was done with. */
  readonly template?: string
  /** The step that it led to. */
  readonly step?: TakenRung
  /** An operator took it back: it counts no more. */
  readonly dismissed?: { readonly at: number; readonly reason: string }
}

/** A rung that was taken, with its place in the ladder's points. */
export interface TakenRung extends Rung {
  readonly until?: number
}

/** A step that is decided and may not be taken yet; it is gone with the letter about it. */
export interface PlannedStep {
  readonly at: number
  readonly about: string
  readonly capability?: Capability
  readonly status?: SenderRecord['status']
  readonly until?: number
  readonly reason?: string
  /** The capability that it is meant for; in another state it is not taken. */
  readonly from?: Capability
}

/** An internal message: what the platform tells the developer. */
export interface Letter {
  readonly id: number
  readonly at: number
  /** `applied`, `granted`, `refused`, `disabled`, `enabled`, `revoked`, `removed`, `restored`, `warned`, `violation` … */
  readonly about: string
  readonly text: { readonly en: string; readonly zh: string }
  readonly reason?: string
  readonly until?: number
  readonly itemId?: string
  /** Entry of the ledger that it is about. */
  readonly violation?: number
}

export const governanceKeys = {
  head: keyOf<GovernanceHead>('numbers'),
  violation: (id: number): Key<Violation> => keyOf('violation', padded(id)),
  violations: prefixOf('violation'),
  letter: (id: number): Key<Letter> => keyOf('letter', padded(id)),
  letters: prefixOf('letter'),
  step: (number: number): Key<PlannedStep> => keyOf('step', padded(number)),
  steps: prefixOf('step'),
  /** MA-21: the entry that one recipient's report of one item made. */
  report: (person: PersonId, itemId: string): Key<number> => keyOf('report', person, itemId),
} as const
