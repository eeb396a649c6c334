import type { TemplateProposal } from '@minibell/rules'

/** A proposal for WeChat's template library in a file, before anything is said of it. */
export interface DraftTemplate extends TemplateProposal {
  readonly file: string
  /** 1 is the first; where the proposal begins. */
  readonly line: number
  /** Told from messages by it. */
  readonly isTemplate: true
}

const parts = ['title', 'content', 'example', 'class', 'kind'] as const

/** What has an example, a class or a kind, or parameters that end in `.DATA}}`, and no jump URL; nothing for anything else. */
export function draftTemplateOf(
  value: unknown,
  at: { readonly file: string; readonly line: number },
): DraftTemplate | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const fields = new Map<string, unknown>(Object.entries(value))
  if (fields.has('jumpUrl') || fields.has('message')) return undefined
  const hasParameters = /\.DATA\} ?\}/.test(String(fields.get('content')))
  if (!hasParameters && !['example', 'class', 'kind'].some((part) => fields.has(part))) return undefined
  const texts = parts.flatMap((part) => {
    const text = fields.get(part)
    // An empty cell of a table is a part that was not given.
    return typeof text === 'string' && text !== '' ? [[part, text] as const] : []
  })
  return { ...at, isTemplate: true, ...Object.fromEntries(texts) }
}
