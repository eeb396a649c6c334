import type { Core } from '../../core.ts'
import { worldValue } from '../../directory/world-rows.ts'
import { violationsOf } from '../../governance/ledger.ts'
import { tellDeveloper } from '../../governance/standing.ts'
import { governancePartition } from '../../storage/governance-places.ts'
import { officialKeys, officialPartition, wechatSettings } from '../../storage/official-places.ts'
import type { SenderId } from '../../world.ts'
import type { AccountTemplate } from '../records.ts'
import { penaltyNumbers } from './penalty-numbers.ts'

/** WT-11.9: takes a template away after several violations with it. */
export async function recycleAfterViolations(core: Core, sender: SenderId, template: AccountTemplate): Promise<void> {
  const { automatic, recycleAt } = { ...penaltyNumbers, ...(await worldValue(core, wechatSettings))?.penalties }
  const entries = await core.transactions.read(governancePartition(sender), violationsOf)
  const own = entries.filter((entry) => entry.template === template.libraryId && !entry.dismissed)
  if (automatic && own.length >= recycleAt)
    await recycle(core, sender, { template, reason: `${own.length} violations` })
}

/** WT-11.9: the template leaves the account's list and its number is never added again. False: the account has no such template. */
export async function recycle(
  core: Core,
  sender: SenderId,
  {
    template: { libraryId, title },
    reason,
  }: { readonly template: Pick<AccountTemplate, 'libraryId' | 'title'>; readonly reason: string },
): Promise<boolean> {
  const done = await core.transactions.write(officialPartition(sender), async (transaction) => {
    const account = await transaction.get(officialKeys.account)
    const templates = (await transaction.get(officialKeys.templates)) ?? []
    const left = templates.filter((each) => each.libraryId !== libraryId)
    if (!account || left.length === templates.length) return false
    transaction.put(officialKeys.templates, left)
    transaction.put(officialKeys.account, {
      ...account,
      recycled: [...new Set([...(account.recycled ?? []), libraryId])],
    })
    return true
  })
  if (done) await tellDeveloper(core, sender, { about: 'recycled', reason: `${title} (${libraryId}): ${reason}` })
  return done
}
