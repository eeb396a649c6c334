import type { Verdict } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'

/** what a rule says against an attempt: what was expected, what came, how to mend it, and where that stands. */
export function verdictPanel(verdict: Verdict, ways: unknown = nothing): TemplateResult {
  return html`<dl class="verdict">
    <div><dt>Expected</dt><dd>${verdict.expected}</dd></div>
    <div><dt>Found</dt><dd>${verdict.received}</dd></div>
    <div><dt>Mend</dt><dd>${verdict.hint.en} <p lang="zh" class="quiet">${verdict.hint.zh}</p>${ways}</dd></div>
    <div><dt>Source</dt><dd class="quiet">${verdict.source}</dd></div>
    <div><dt>Code</dt><dd><code>${verdict.code}</code></dd></div>
  </dl>`
}
