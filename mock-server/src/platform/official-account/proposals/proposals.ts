import type { Core } from '../../core.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { Explanation, Verdict } from '../../verdict.ts'
import type { SenderId } from '../../world.ts'
import { decodeLibraryEntry } from '../../worlds/decode-official.ts'
import { WorldError } from '../../worlds/world-error.ts'
import { builtInLibrary } from '../library/library.ts'
import type { LibraryEntry } from '../records.ts'
import { judgeProposal } from '../review/judge-proposal.ts'
import type { Proposal, ProposedTemplate } from './proposal.ts'
import { libraryKeys, libraryPartition } from './proposal-places.ts'

/** WO-3, WT-3, WT-8: the library, and how a template comes into it. */
export interface Library {
  /** Built-in ones first, then what was approved, oldest first. */
  entries(): Promise<readonly LibraryEntry[]>
  entry(id: string): Promise<LibraryEntry | undefined>
  /** Judged at once by the rules of the review; what they let pass waits for an operator. */
  propose(sender: SenderId, proposal: ProposedTemplate): Promise<Proposal>
  /** what every rule would say, without proposing. */
  explain(
    sender: SenderId,
    proposal: ProposedTemplate,
  ): Promise<{ readonly verdict?: Verdict; readonly explanation: Explanation }>
  /** Oldest first. */
  proposals(): Promise<readonly Proposal[]>
  proposal(id: number): Promise<Proposal | undefined>
  /** The operator's word, also against the rules'. An approved one is in the library; it is not taken out again. `unfit`: the library
   * could not hold it, such as one of no class. `undefined`: no such id. */
  decide(
    id: number,
    decision: { readonly approve: boolean; readonly reason?: string },
  ): Promise<Proposal | 'approved-already' | 'unfit' | undefined>
}

export function library(core: Core): Library {
  const { together } = core.gate
  const read = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    core.transactions.read(libraryPartition, work)
  const approved = async (): Promise<readonly LibraryEntry[]> => {
    const rows = await core.store.scan(libraryPartition, { prefix: libraryKeys.entries, max: Number.MAX_SAFE_INTEGER })
    // Only `libraryKeys.entry` writes below this prefix.
    return rows.map(({ value }) => value as LibraryEntry)
  }
  const entries = async (): Promise<readonly LibraryEntry[]> => [...builtInLibrary, ...(await approved())]
  return {
    entries,
    entry: async (id) =>
      builtInLibrary.find((entry) => entry.id === id) ??
      (await read((transaction) => transaction.get(libraryKeys.entry(id)))),
    propose: (sender, proposal) => together(async () => propose(core, sender, { proposal, entries: await entries() })),
    explain: (sender, proposal) =>
      together(async () => judgeProposal(core, sender, { proposal, entries: await entries() })),
    async proposals() {
      const prefix = libraryKeys.proposals
      const rows = await core.store.scan(libraryPartition, { prefix, max: Number.MAX_SAFE_INTEGER })
      // Only `libraryKeys.proposal` writes below this prefix.
      return rows.map(({ value }) => value as Proposal)
    },
    proposal: (id) => read((transaction) => transaction.get(libraryKeys.proposal(id))),
    decide: (id, decision) =>
      together(() => core.transactions.write(libraryPartition, (all) => decide(core, all, { id, ...decision }))),
  }
}

async function propose(
  core: Core,
  sender: SenderId,
  { proposal, entries }: { readonly proposal: ProposedTemplate; readonly entries: readonly LibraryEntry[] },
): Promise<Proposal> {
  const { now: at, verdict, explanation } = await judgeProposal(core, sender, { proposal, entries })
  return core.transactions.write(libraryPartition, async (transaction) => {
    const id = ((await transaction.get(libraryKeys.last)) ?? 0) + 1
    const row: Proposal = {
      ...proposal,
      id,
      sender,
      at,
      state: verdict ? 'refused' : 'in-review',
      automatic: verdict ? 'refused' : 'passed',
      explanation,
      ...(verdict && { decided: { at, by: 'rules' as const, reason: verdict.hint.en } }),
    }
    transaction.put(libraryKeys.last, id)
    transaction.put(libraryKeys.proposal(id), row)
    return row
  })
}

async function decide(
  core: Core,
  transaction: Transaction,
  { id, approve, reason }: { readonly id: number; readonly approve: boolean; readonly reason?: string },
): Promise<Proposal | 'approved-already' | 'unfit' | undefined> {
  const proposal = await transaction.get(libraryKeys.proposal(id))
  if (!proposal || proposal.state === 'approved') return proposal && 'approved-already'
  const decided = { at: core.clock.now(), by: 'operator' as const, ...(reason !== undefined && { reason }) }
  const next: Proposal = { ...proposal, state: 'refused', decided }
  const approved: Proposal = { ...next, state: 'approved', libraryId: `OPENTM${410_000_000 + id}` }
  const entry = approve ? entryOf(approved) : undefined
  if (approve && !entry) return 'unfit'
  if (entry) transaction.put(libraryKeys.entry(entry.id), entry)
  transaction.put(libraryKeys.proposal(id), approve ? approved : next)
  return approve ? approved : next
}

/** Nothing for a proposal that no library could hold. */
function entryOf({
  libraryId,
  industry,
  title,
  content,
  example,
  disaster,
  ...proposal
}: Proposal): LibraryEntry | undefined {
  const entry = {
    id: libraryId,
    form: 'historical',
    industries: [industry],
    title,
    class: proposal.class,
    kind: proposal.kind,
    ...(disaster === true && { disaster }),
    content,
    example,
  }
  try {
    return decodeLibraryEntry(entry, 'proposal')
  } catch (error) {
    if (error instanceof WorldError) return undefined
    throw error
  }
}
