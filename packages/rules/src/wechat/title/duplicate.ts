import type { Fault } from '../../rule.ts'
import { fold } from '../../text/fold.ts'
import { quote } from '../../text/quote.ts'
import type { ProposalContext, TemplateProposal } from '../proposal.ts'
import { headOf } from './title-form.ts'

/** WT-9.6: the industry's library has neither this title nor this wording. */
export function checkDuplicate(
  { title, content }: TemplateProposal,
  { library }: ProposalContext,
): Fault | 'passed' | 'not-checkable' {
  if (!library || title === undefined) return 'not-checkable'
  const same = library.find(
    (entry) =>
      subjectOf(entry.title) === subjectOf(title) ||
      (content !== undefined && entry.content !== undefined && bare(entry.content) === bare(content)),
  )
  if (!same) return 'passed'
  return {
    expected: 'a template that the library does not have',
    received: `${quote(title)}, which the library has as ${quote(same.title)}`,
    hint: {
      en: 'Add the template of the library instead of proposing it again.',
      zh: '模板库中已有该模板，请直接从模板库添加。',
    },
  }
}

/** Case, blanks, look-alike letters and the ending make no other title. */
const subjectOf = (title: string): string => bare(headOf(title)) || bare(title)

const bare = (text: string): string => fold(text).text.replace(/[^\p{L}\p{N}{}]+/gu, '')
