import type { Explanation, JournalRow } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import { type Facts, rulesOf } from '../../parts/facts.ts'
import { icon } from '../../parts/icon.ts'
import { ruleWords } from '../../parts/rule-words.ts'
import { agoText, instantText, spanText } from '../../parts/when/time.ts'
import { outcomeOf, resultsOf, subjectOf } from './outcome.ts'

/** One send: how it ended for whom, every rule's word, and the exact request and answer. */
export function sendDetail(
  desk: Desk,
  { row, id, facts }: { readonly row: JournalRow | undefined; readonly id: string; readonly facts: Facts },
): TemplateResult {
  const back = hashOf({ page: 'sends', query: desk.address().query })
  return html`<section class="opened" data-opened aria-label="Explanation">
    <a class="back" href=${back}>${icon('back', 18)}All sends</a>
    ${row ? body(desk, { row, facts }) : html`<h2 tabindex="-1">Send ${id}</h2><p class="quiet">The platform has no such row any more: newer ones have pushed it out, or it was started anew.</p>`}
  </section>`
}

function body(desk: Desk, { row, facts }: { readonly row: JournalRow; readonly facts: Facts }): TemplateResult {
  const outcome = outcomeOf(row)
  return html`<header class="detail-head">
      <h2 tabindex="-1">${subjectOf(row)}</h2>
      <p><span class="chip" data-kind=${outcome.kind}>${outcome.label}</span>
        <span class="quiet">${facts.sender(row.sender)?.name ?? 'Unknown sender'}${row.person === undefined ? '' : ` → ${facts.person(row.person)?.name ?? row.person}`} · <time title=${`${instantText(row.at)} UTC`}>${agoText(row.at, desk.news.now())}</time></span></p>
      <p class="actions"><a class="button" href=${hashOf({ page: 'compose', id: row.id })}>Compose again</a>${previewLink(row)}</p>
    </header>
    ${recipients(row)}
    ${
      row.explanation && row.explanation.length > 0
        ? html`<h3>What each rule said</h3>${ruleWords(row.explanation, { rules: rulesOf(desk), ways: (word) => waysOf(desk, { word, row }) })}`
        : html`<p class="quiet">No rule was asked: the request was refused before that.</p>`
    }
    ${exact(row)}`
}

/** What this page itself can do about a refusal. */
function waysOf(desk: Desk, { word, row }: { readonly word: Explanation[number]; readonly row: JournalRow }): unknown {
  const { verdict } = word
  if (verdict?.mendAfterMs !== undefined && verdict.mendAfterMs > 0) {
    const spanMs = verdict.mendAfterMs
    const wait = (): Promise<boolean> =>
      desk.act(() => desk.door.call('POST', '/clock', { advanceMs: spanMs }), 'The clock was moved.')
    return html`<button type="button" class="small" @click=${wait}>${icon('clock', 16)}Move the clock ${spanText(spanMs)} from now</button>`
  }
  if (row.sender === undefined || word.word !== 'refused') return nothing
  const sender = html`<a class="small button" href=${hashOf({ page: 'senders', id: row.sender })}>Open the sender</a>`
  return /^(MA-6|MA-19|WO|OA-12)/.test(word.rule) ? sender : nothing
}

function previewLink(row: JournalRow): TemplateResult | typeof nothing {
  return row.sender === undefined
    ? nothing
    : html`<a class="button" href=${hashOf({ page: 'preview', id: row.id })}>Preview</a>`
}

function recipients(row: JournalRow): TemplateResult | typeof nothing {
  const results = resultsOf(row)
  if (results.length < 2) return nothing
  return html`<h3>Recipients</h3><ul class="results">${results
    .slice(0, 200)
    .map(
      ({ id, refusal }) =>
        html`<li><code>${id}</code>${
          refusal
            ? html`<span class="chip" data-kind="refused">${refusal.rule}</span><span class="quiet">${refusal.hint}</span>`
            : html`<span class="chip" data-kind="accepted">Accepted</span>`
        }</li>`,
    )}</ul>`
}

function exact(row: JournalRow): TemplateResult {
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2))
  return html`<details class="exact"><summary>Exact request and answer</summary>
    <p><code>${row.method} ${row.path} → ${row.status}</code></p>
    ${row.request === undefined ? nothing : html`<h4>Request</h4><pre tabindex="0">${text(row.request)}</pre>`}
    ${row.answer === undefined ? nothing : html`<h4>Answer</h4><pre tabindex="0">${text(row.answer)}</pre>`}
  </details>`
}
