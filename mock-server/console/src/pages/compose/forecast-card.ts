import type { RuleFacts, SenderRecord, Verdict } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { trouble } from '../../parts/empty.ts'
import { ruleWords } from '../../parts/rule-words.ts'
import { spanText } from '../../parts/when/time.ts'
import type { Forecast } from './forecast.ts'

/** The rules' word on what stands in the form, and all of their words behind it. */
export function forecastCard(
  desk: Desk,
  parts: {
    readonly forecast: Forecast | undefined
    readonly problem: string | undefined
    readonly rules: ReadonlyMap<string, RuleFacts>
    readonly sender: SenderRecord
  },
): TemplateResult {
  const { forecast, problem, rules } = parts
  const denied = forecast && deniedOf(forecast)
  const words = forecast ? [...(forecast.recipients?.find(({ denial }) => denial === denied) ?? forecast).words] : []
  const all = forecast?.recipients?.length
    ? [...words, ...forecast.words.filter(({ rule }) => !words.some((word) => word.rule === rule))]
    : words
  return html`<section class="card" aria-label="What the rules would say" data-forecast=${denied ? 'refused' : forecast ? 'passes' : 'unknown'}>
    <h2>What the rules would say</h2>
    ${trouble(problem)}
    ${
      forecast
        ? html`<p role="status">${
            denied
              ? html`<span class="chip" data-kind="refused">Refused · ${denied.rule}</span> ${waitText(denied)}`
              : html`<span class="chip" data-kind="accepted">Passes</span>`
          }</p>${denied ? html`<p class="quiet">${denied.hint.en}</p>` : nothing}
          ${(forecast.recipients?.length ?? 0) > 1 ? recipients(forecast) : nothing}
          <details><summary>All ${all.length} rules</summary>${ruleWords(all, { rules })}</details>`
        : problem === undefined
          ? html`<p class="quiet">Asking the rules …</p>`
          : nothing
    }
    ${desk.news.isReached() ? nothing : html`<p class="quiet">The platform does not answer.</p>`}
  </section>`
}

/** Against the whole of it, else against the first recipient that is refused. */
function deniedOf({ denial, recipients = [] }: Forecast): Verdict | undefined {
  return denial ?? recipients.find((one) => one.denial)?.denial
}

function waitText({ mendAfterMs }: Verdict): string {
  return mendAfterMs === undefined ? '' : `It passes in ${spanText(mendAfterMs)}.`
}

function recipients({ recipients: all = [] }: Forecast): TemplateResult {
  return html`<ul class="results">${all.map(
    ({ uniqueId, denial }) =>
      html`<li><code>${uniqueId}</code>${
        denial
          ? html`<span class="chip" data-kind="refused">${denial.rule}</span><span class="quiet">${waitText(denial)}</span>`
          : html`<span class="chip" data-kind="accepted">passes</span>`
      }</li>`,
  )}</ul>`
}
