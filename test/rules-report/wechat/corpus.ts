import { readdirSync, readFileSync } from 'node:fs'
import type { SentTemplate, TemplateProposal } from '@minibell/rules'
import { type Sample, sampleOf } from '../corpus.ts'

/** One proposal or one sent message of WeChat, and what a rule must say of it. */
export interface TemplateCase {
  /** `WT-7.4`; a rule whose id is longer belongs to it: `WT-9.3.title`. */
  readonly rule: string
  readonly language: 'en' | 'zh'
  readonly breaks: boolean
  /** Who wrote it: absent for the author of the rules. */
  readonly hand?: number
  /** Of a proposal that is else without fault. */
  readonly title?: string
  readonly proposal?: TemplateProposal
  readonly library?: readonly { readonly title: string; readonly content?: string }[]
  readonly sent?: SentTemplate
}

/** A template as honest accounts propose it: no rule may deny it. */
export type OrdinaryTemplate = TemplateProposal & { readonly language: 'en' | 'zh' }

const folder = new URL('../../../packages/rules/corpus/', import.meta.url)

export const templateCases: readonly TemplateCase[] = readdirSync(folder)
  .filter((name) => /^wt-(?:hand-)?\d+\.json$/.test(name))
  .flatMap((name) => read<TemplateCase>(name))

export const ordinaryTemplates: readonly OrdinaryTemplate[] = read<OrdinaryTemplate>('wt-ordinary.json')

/** Messages as honest accounts send them: no rule may find fault. */
export const ordinarySent: readonly SentTemplate[] = read<SentTemplate>('wt-ordinary-sent.json')

export const templateLanguages = ['en', 'zh'] as const

/** The sample of a case. */
export function sampleOfTemplate(one: TemplateCase): Sample {
  return sampleOf(templateText(one), one.hand)
}

/** What a case says, as one text. */
export function templateText({ title, proposal, sent, library = [] }: TemplateCase): string {
  const parts = [title, proposal?.title, proposal?.content, proposal?.example, proposal?.kind, sent?.title]
  const values = Object.values(sent?.values ?? {})
  return [...parts, ...values, ...library.map((entry) => entry.title)].filter((part) => part !== undefined).join('\n')
}

function read<Entry>(name: string): readonly Entry[] {
  // The form of the file is checked by the tests that use it.
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as readonly Entry[]
}
