import type { Core } from '../../core.ts'
import type { IndustryAttempt } from '../../rulebook/official-account/account-attempt.ts'
import { industryRules, standingRules } from '../../rulebook/official-account/account-rules.ts'
import { officialKeys, officialPartition } from '../../storage/official-places.ts'
import type { SenderId } from '../../world.ts'
import { accountNow } from '../account-now.ts'
import { type Outcome, outcomeOf } from '../outcome.ts'

/** WO-1, WO-2: how an account comes to its template messages. The application itself is `governance.apply`. */
export interface Opening {
  /** WO-1: the switch of the plug-in page. False: the application is not granted, so there is nothing to open. */
  setPlugin(sender: SenderId, plugin: 'open' | 'closed'): Promise<boolean>
  /** WO-2: templates that are for none of the new industries are deleted; their ids are answered. */
  setIndustries(
    sender: SenderId,
    chosen: readonly [number, number],
  ): Promise<Outcome<{ readonly deleted: readonly string[] }>>
}

export function opening(core: Core): Opening {
  const { together } = core.gate
  return {
    setPlugin: (sender, plugin) => together(() => setPlugin(core, sender, plugin)),
    setIndustries: (sender, chosen) => together(() => setIndustries(core, sender, chosen)),
  }
}

function setPlugin(core: Core, id: SenderId, plugin: 'open' | 'closed'): Promise<boolean> {
  return core.transactions.write(officialPartition(id), async (transaction) => {
    const { account, sender } = await accountNow(core, transaction, id)
    if (plugin === 'open' && ['not-applied', 'in-review', 'refused'].includes(sender.capability)) return false
    transaction.put(officialKeys.account, { ...account, plugin })
    return true
  })
}

function setIndustries(
  core: Core,
  id: SenderId,
  chosen: readonly [number, number],
): ReturnType<Opening['setIndustries']> {
  return core.transactions.write(officialPartition(id), async (transaction) => {
    const now = await accountNow(core, transaction, id)
    const found = core.judge.judged<IndustryAttempt>([...standingRules, ...industryRules], { ...now, chosen })
    if (found.verdict) return outcomeOf(found, { deleted: [] })
    const templates = (await transaction.get(officialKeys.templates)) ?? []
    const isKept = ({ industries }: { readonly industries: readonly number[] }): boolean =>
      industries.some((code) => chosen.includes(code))
    transaction.put(officialKeys.account, { ...now.account, industries: chosen, industriesChangedAt: now.now })
    transaction.put(officialKeys.templates, templates.filter(isKept))
    return outcomeOf(found, { deleted: templates.filter((template) => !isKept(template)).map(({ id }) => id) })
  })
}
