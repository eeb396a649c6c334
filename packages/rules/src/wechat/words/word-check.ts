import type { Bilingual, Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import { proposalParts, type TemplateProposal } from '../proposal.ts'
import { fixedText, keywordNames } from '../template-text.ts'
import type { WordFinder } from './lexicon.ts'

/** Which texts of a proposal a rule reads. `keywords`: their names. `content`: its fixed text. */
export type ProposalPart = 'title' | 'keywords' | 'content' | 'example'

/** What a rule says when a finder finds something. */
export interface WordAdvice {
  readonly expected: string
  readonly hint: Bilingual
}

/** The first part that has one of the finder's words is at fault. */
export function checkWords(
  proposal: TemplateProposal,
  parts: readonly ProposalPart[],
  { find, advice }: { readonly find: WordFinder; readonly advice: WordAdvice },
): Fault | 'passed' | 'not-checkable' {
  const texts = parts.flatMap((part) => {
    const text = textOf(proposal, part)
    return text === undefined ? [] : [{ part, text }]
  })
  if (texts.length === 0) return 'not-checkable'
  for (const { part, text } of texts) {
    const found = find(text)
    if (found !== undefined) return { ...advice, received: `${quote(found)} in ${names[part]}` }
  }
  return 'passed'
}

const names: Readonly<Record<ProposalPart, string>> = {
  title: proposalParts.title.en,
  keywords: 'the keywords',
  content: proposalParts.content.en,
  example: proposalParts.example.en,
}

function textOf({ title, content, example }: TemplateProposal, part: ProposalPart): string | undefined {
  if (part === 'title') return title
  if (part === 'example') return example
  if (content === undefined) return undefined
  return part === 'keywords' ? keywordNames(content).join('; ') : fixedText(content, ' ; ')
}
