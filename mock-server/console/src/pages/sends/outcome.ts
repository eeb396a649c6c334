import type { JournalRow } from '@minibell/mock'

/** How an attempt ended, in the platform's words. */
export interface Outcome {
  readonly kind: 'accepted' | 'refused' | 'partly'
  /** `Accepted`, `Refused · MA-3`, `1 of 2 refused`. */
  readonly label: string
}

export function outcomeOf(row: JournalRow): Outcome {
  if (row.verdict !== 'ok') return { kind: 'refused', label: `Refused · ${row.verdict ?? ''}` }
  const results = resultsOf(row)
  const refused = results.filter(({ refusal }) => refusal !== undefined).length
  if (refused > 0) return { kind: 'partly', label: `${refused} of ${results.length} refused` }
  return { kind: 'accepted', label: 'Accepted' }
}

/** One recipient of a send to several. */
export interface RecipientResult {
  readonly id: string
  readonly refusal?: { readonly rule: string; readonly hint: string }
}

/** As the answer tells them; empty where it tells none. */
export function resultsOf({ answer }: JournalRow): readonly RecipientResult[] {
  const results = member(member(answer, 'data'), 'results')
  if (!Array.isArray(results)) return []
  return results.map((result: unknown) => {
    const [id, rule] = [textOf(result, 'uniqueId'), textOf(result, 'rule')]
    return rule === '' ? { id } : { id, refusal: { rule, hint: textOf(result, 'hint') } }
  })
}

/** What was sent, in a line: its title, its template, or the first words. */
export function subjectOf({ request }: JournalRow): string {
  const said = [
    textOf(member(request, 'message'), 'title'),
    textOf(request, 'messageId'),
    textOf(request, 'templateCode'),
    textOf(request, 'template_id'),
    textOf(member(request, 'text'), 'content'),
    textOf(request, 'msgtype'),
  ]
  return said.find((text) => text !== '') ?? 'A body that says nothing'
}

function textOf(value: unknown, name: string): string {
  const found = member(value, name)
  return typeof found === 'string' ? found : ''
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}
