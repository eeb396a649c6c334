import type { Core } from '../../core.ts'
import { proposalRules } from '../../rulebook/official-account/proposal-rules.ts'
import { officialPartition } from '../../storage/official-places.ts'
import type { Explanation, Verdict } from '../../verdict.ts'
import type { SenderId } from '../../world.ts'
import { accountNow } from '../account-now.ts'
import type { ProposedTemplate } from '../proposals/proposal.ts'
import type { LibraryEntry } from '../records.ts'

/** WT-3, WT-7 to WT-10: what the rules say of a proposal at this moment. Rejects with `RangeError` for an unknown account. */
export async function judgeProposal(
  core: Core,
  sender: SenderId,
  { proposal, entries }: { readonly proposal: ProposedTemplate; readonly entries: readonly LibraryEntry[] },
): Promise<{ readonly now: number; readonly verdict?: Verdict; readonly explanation: Explanation }> {
  const account = await core.transactions.read(officialPartition(sender), (all) => accountNow(core, all, sender))
  const library = entries.filter(({ industries }) => industries.includes(proposal.industry))
  return { now: account.now, ...core.judge.judged(proposalRules, { ...account, proposal, library }) }
}
