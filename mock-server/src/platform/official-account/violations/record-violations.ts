import type { Core } from '../../core.ts'
import { record, violationsOf } from '../../governance/ledger.ts'
import { governancePartition } from '../../storage/governance-places.ts'
import type { RuleWord } from '../../verdict.ts'
import type { PersonId, SenderId } from '../../world.ts'
import type { AccountTemplate } from '../records.ts'
import { recycleAfterViolations } from './recycle.ts'
import { violationKindOf, violationRules } from './violation-rules.ts'

const dayMs = 86_400_000

/** What a send was found guilty of. */
export interface FoundIn {
  readonly sender: SenderId
  readonly person?: PersonId
  readonly template?: AccountTemplate
  readonly itemId?: string
  readonly explanation: readonly RuleWord[]
  /** The rule that refused the send, when one did: only WT-11.1 is then recorded, and only for WT-4. */
  readonly refusedBy?: string
}

/** WT-11, WT-12: enters the first violation that was found into the ledger; ladder and letter follow from there. */
export async function recordViolations(core: Core, found: FoundIn): Promise<void> {
  const { sender, template, person, itemId } = found
  const word = firstViolation(found)
  if (!word?.verdict || !template || (await isKnownAlready(core, found, word.rule))) return
  await record(core, sender, {
    source: 'rule',
    kind: violationKindOf[word.rule] ?? 'inappropriate',
    rule: word.rule,
    template: template.libraryId,
    reason: `${word.rule}: ${word.verdict.received}`,
    ...(person !== undefined && { person }),
    ...(itemId !== undefined && { itemId }),
  })
  await recycleAfterViolations(core, sender, template)
}

function firstViolation({ explanation, refusedBy }: FoundIn): RuleWord | undefined {
  const rules = violationRules.filter(({ id }) => refusedBy === undefined || (refusedBy === 'WT-4' && id === 'WT-11.1'))
  for (const { id } of rules) {
    const word = explanation.find(({ rule }) => rule === id)
    if (word?.word === 'warned') return word
  }
  return undefined
}

/** Whoever tries the same refused send again and again is entered once a day. */
async function isKnownAlready(core: Core, { sender, person, refusedBy }: FoundIn, rule: string): Promise<boolean> {
  if (refusedBy === undefined) return false
  const entries = await core.transactions.read(governancePartition(sender), violationsOf)
  const since = core.clock.now() - dayMs
  return entries.some((entry) => entry.rule === rule && entry.person === person && entry.at > since)
}
