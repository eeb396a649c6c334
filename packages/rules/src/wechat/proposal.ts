import type { Bilingual } from '../rule.ts'

/** A template as an account proposes it to the library (WT-3); a part that was not given is absent. */
export interface TemplateProposal {
  readonly title?: string | undefined
  /** Fixed text and parameters, one line each: `{{first.DATA}}`, `Amount: {{keyword1.DATA}}`, `{{remark.DATA}}`. */
  readonly content?: string | undefined
  /** The content once more with every parameter filled in (WT-10.3). */
  readonly example?: string | undefined
  /** WT-8.1: a `TemplateClass` and a `TemplateKind` of it. */
  readonly class?: string | undefined
  readonly kind?: string | undefined
}

/** What the platform knows besides. Each rule says `not-checkable` where it lacks a part. */
export interface ProposalContext {
  /** Templates of the same industry (WT-9.6); absent: the library is not at hand. */
  readonly library?: readonly { readonly title: string; readonly content?: string | undefined }[] | undefined
  /** Names of the account and of its company, besides the brands of the rule set (WT-9.1). */
  readonly brands?: readonly string[] | undefined
  /** WT-9.2: `literal` admits English titles that end in "alert". Default `review`. */
  readonly endings?: 'review' | 'literal' | undefined
}

/** What hints call the parts. */
export const proposalParts: Readonly<Record<'title' | 'content' | 'example', Bilingual>> = {
  title: { en: 'the title', zh: '模板标题' },
  content: { en: 'the content', zh: '模板内容' },
  example: { en: 'the example', zh: '内容示例' },
}
