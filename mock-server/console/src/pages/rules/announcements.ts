import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { empty, trouble } from '../../parts/empty.ts'
import { instantText, spanText } from '../../parts/when/time.ts'
import { announceForm, type NewRuleSet } from './announce-form.ts'

/** MA-20, as the control API tells it. */
interface RuleSetRow {
  readonly name: string
  readonly version: string
  readonly effectiveAt: number
  readonly bulletin: { readonly en: string; readonly zh?: string }
  readonly numbers: Readonly<Record<string, unknown>>
  readonly state: 'announced' | 'in force' | 'past'
}

const tones = { announced: 'warn', 'in force': 'good', past: undefined } as const

/** MA-20: the bulletin of revisions, which of them the clock has put in force, and a new one. */
export function announcements(
  desk: Desk,
  form: { readonly wanted: NewRuleSet; change(part: Partial<NewRuleSet>): void; announce(): Promise<void> },
): TemplateResult {
  const { value, problem } = desk.get<{ readonly ruleSets: readonly RuleSetRow[] }>('/bulletin')
  const sets = [...(value?.ruleSets ?? [])].sort((one, other) => other.effectiveAt - one.effectiveAt)
  return html`${trouble(problem)}<div class="cards pair">
    <section class="card" aria-label="Bulletin"><h2>Bulletin</h2>
      <ol class="entries">${sets.map((set) => row(desk, set))}</ol>
      ${
        value && sets.length < 2
          ? empty({
              icon: 'rule',
              title: 'No revision was announced',
              text: 'The specification changes, and going on means agreeing (MA-20). Announce a revision with a date: developers read it here, the clock puts it in force, and a sender’s first send after that date records its agreement.',
            })
          : nothing
      }
    </section>
    <section class="card" aria-label="Announce a revision"><h2>Announce a revision</h2>${announceForm(form)}</section>
  </div>`
}

function row({ news, door, act }: Desk, set: RuleSetRow): TemplateResult {
  const { name, version, effectiveAt, bulletin, numbers, state } = set
  const waitMs = effectiveAt - news.now()
  const go = (): Promise<boolean> =>
    act(
      () => door.call('POST', '/clock', { moveTo: effectiveAt }),
      `The clock was moved: ${name} ${version} is in force.`,
    )
  return html`<li data-version=${version}><div class="actions spread"><span class="actions"><b>${name} ${version}</b><span class="chip" data-tone=${tones[state] ?? nothing}>${state}</span></span>
      ${state === 'announced' ? html`<button type="button" class="small" aria-label=${`Go there: ${name} ${version}`} @click=${go}>Go there</button>` : nothing}</div>
    <p class="quiet">${effectiveAt <= 0 ? 'from the beginning' : `from ${instantText(effectiveAt)} UTC`}${waitMs > 0 ? `, in ${spanText(waitMs)}` : ''}</p>
    <p>${bulletin.en}</p>${bulletin.zh === undefined ? nothing : html`<p lang="zh" class="quiet">${bulletin.zh}</p>`}
    ${Object.keys(numbers).length === 0 ? nothing : html`<details><summary>What it changes</summary><pre tabindex="0">${JSON.stringify(numbers, null, 2)}</pre></details>`}</li>`
}
