import type { Explanation } from '../../verdict.ts'
import type { SenderId } from '../../world.ts'
import type { LibraryEntry } from '../records.ts'

/** WT-3, WT-8: a template that an account wants in the library, as its form was filled in. Texts may be anything. */
export interface ProposedTemplate {
  /** One of the account's own. */
  readonly industry: number
  readonly title: string
  readonly content: string
  readonly example: string
  /** WT-8.1; what is no class or kind of WT-5 is refused. */
  readonly class: string
  readonly kind: string
  readonly disaster?: boolean
  /** WT-3: the rules for completing templates were read. */
  readonly rulesRead: boolean
}

/** A proposal in the reviewer's queue. */
export interface Proposal extends ProposedTemplate {
  readonly id: number
  readonly sender: SenderId
  readonly at: number
  readonly state: 'in-review' | 'approved' | 'refused'
  /** What the rules said by themselves: `refused` ends the review unless an operator decides otherwise, `passed` waits for one. */
  readonly automatic: 'passed' | 'refused'
  readonly explanation: Explanation
  /** The operator's decision, or the automatic refusal. */
  readonly decided?: { readonly at: number; readonly by: 'operator' | 'rules'; readonly reason?: string }
  /** Its number in the library, once approved. */
  readonly libraryId?: LibraryEntry['id']
}
