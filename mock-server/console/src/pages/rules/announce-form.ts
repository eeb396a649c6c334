import { html, type TemplateResult } from 'lit/html.js'
import { field } from '../../parts/field.ts'

/** A revision that is being written. */
export interface NewRuleSet {
  readonly version: string
  /** ISO 8601 with a zone. */
  readonly from: string
  readonly en: string
  readonly zh: string
  /** JSON of an object: what differs from the source. */
  readonly numbers: string
}

const example = '{"frequency": {"mode": "rolling", "days": 5}}'

/** One message in five days, until it says something else. */
export function newRuleSet(): NewRuleSet {
  return { version: '', from: '', en: '', zh: '', numbers: example }
}

/** The body that announces it. Throws with a sentence when a part cannot be read; the platform judges the rest. */
export function ruleSetOf({ version, from, en, zh, numbers }: NewRuleSet): object {
  const effectiveAt = Date.parse(from)
  if (Number.isNaN(effectiveAt))
    throw new Error(`Failed to read the date "${from}". Give ISO 8601 with a zone, such as 2026-12-01T00:00Z.`)
  const bulletin = { en, ...(zh !== '' && { zh }) }
  return { name: 'miniapp', version, effectiveAt, bulletin, numbers: numbersOf(numbers) }
}

function numbersOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`Failed to read the numbers: ${(error as Error).message}. Give JSON, such as ${example}.`)
  }
}

/** MA-20: version, date, what the bulletin says, and which numbers change. */
export function announceForm({
  wanted,
  change,
  announce,
}: {
  readonly wanted: NewRuleSet
  change(part: Partial<NewRuleSet>): void
  announce(): Promise<void>
}): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault()
    void announce()
  }
  return html`<form class="form" @submit=${submit}>
    ${field({ id: 'revision-version', label: 'Version', value: wanted.version, required: true, placeholder: '2026-12', changed: (version) => change({ version }) })}
    ${field({ id: 'revision-from', label: 'In force from', value: wanted.from, required: true, placeholder: '2026-12-01T00:00Z', note: 'ISO 8601 with a zone, by the platform’s clock.', changed: (from) => change({ from }) })}
    ${field({ id: 'revision-en', label: 'Bulletin', value: wanted.en, required: true, lines: 2, placeholder: 'One message every five days from December on.', changed: (en) => change({ en }) })}
    ${field({ id: 'revision-zh', label: 'Bulletin in Chinese, if you like', value: wanted.zh, changed: (zh) => change({ zh }) })}
    ${field({ id: 'revision-numbers', label: 'What it changes', value: wanted.numbers, lines: 3, required: true, note: 'JSON: rate, frequency, recency, recipients, quietHours, calls, signatures, files, content, similarity, governance, severities. All else stays as the source has it.', changed: (numbers) => change({ numbers }) })}
    <div class="actions"><button class="primary">Announce it</button></div>
  </form>`
}
