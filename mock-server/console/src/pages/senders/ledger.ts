import type { SenderRecord } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { menu } from '../../parts/choice.ts'
import { type Facts, factsOf } from '../../parts/facts.ts'
import { reasoned } from '../../parts/reasoned.ts'
import { instantText } from '../../parts/when/time.ts'

/** MA-19, as the control API tells it. */
interface StandingPage {
  readonly points: number
  readonly ladder: readonly { readonly points: number; readonly step: string; readonly days?: number }[]
  readonly violations: readonly Violation[]
}

interface Violation {
  readonly id: number
  readonly at: number
  readonly source: 'operator' | 'report'
  readonly kind: string
  readonly degree?: string
  readonly weight: number
  readonly reason?: string
  readonly person?: string
  readonly dismissed?: { readonly reason: string }
}

const kinds = ['content', 'repetition', 'false', 'promotion', 'harassment', 'inappropriate'] as const
const degrees = ['minor', 'serious', 'grave'] as const

/** What was held against a sender, how far it is from the next step, and an entry more. */
export function ledger(
  desk: Desk,
  { sender, reasons }: { readonly sender: SenderRecord; readonly reasons: Map<string, string> },
): TemplateResult {
  const path = `/senders/${encodeURIComponent(sender.id)}`
  const { value } = desk.get<StandingPage>(`${path}/standing`)
  if (!value) return html``
  const facts = factsOf(desk)
  const kind = reasons.get('kind') ?? kinds[0]
  const degree = reasons.get('degree') ?? degrees[0]
  const choose = (name: string) => (chosen: string) => {
    reasons.set(name, chosen)
    desk.redraw()
  }
  return html`<h3>Violations</h3>
    <p class="ladder">${value.points} points${value.ladder.map(
      ({ points, step, days }) =>
        html`<span class="chip" data-tone=${value.points >= points ? 'bad' : nothing}>${points}: ${step}${days === undefined ? '' : ` ${days} days`}</span>`,
    )}</p>
    ${
      value.violations.length === 0
        ? html`<p class="quiet">None. Reports of recipients (MA-21) and an operator’s own entries would stand here.</p>`
        : html`<ol class="entries">${[...value.violations].reverse().map((violation) => entry(desk, { violation, path, facts, reasons }))}</ol>`
    }
    <details><summary>Record a violation</summary>
      <div class="inline">${menu({ label: 'Kind', id: 'violation-kind', options: optionsOf(kinds), chosen: kind, choose: choose('kind') })}
      ${menu({ label: 'Degree', id: 'violation-degree', options: optionsOf(degrees), chosen: degree, choose: choose('degree') })}</div>
      ${reasoned(desk, {
        id: `violation-${sender.id}`,
        reasons,
        steps: [
          {
            label: 'Record it',
            tone: 'danger',
            reason: 'asked',
            done: 'The violation is recorded; the ladder follows by itself.',
            take: (reason) => desk.door.call('POST', `${path}/violations`, { kind, degree, reason }),
          },
        ],
      })}
    </details>`
}

function entry(
  desk: Desk,
  {
    violation,
    path,
    facts,
    reasons,
  }: {
    readonly violation: Violation
    readonly path: string
    readonly facts: Facts
    readonly reasons: Map<string, string>
  },
): TemplateResult {
  const { id, at, source, kind, degree, weight, reason, person, dismissed } = violation
  return html`<li data-source=${source}><p><b>${kind}${degree === undefined ? '' : `, ${degree}`}</b> · ${weight} points <span class="quiet">${instantText(at)} UTC · ${
    source === 'report' ? `reported by ${facts.person(person)?.name ?? 'a recipient'}` : 'by the operator'
  }</span></p>
    ${reason === undefined ? nothing : html`<p>${reason}</p>`}
    ${
      dismissed
        ? html`<p class="quiet">Taken back: ${dismissed.reason}</p>`
        : html`<details><summary>Take entry ${id} back</summary>${reasoned(desk, {
            id: `dismiss-${path}-${id}`,
            reasons,
            steps: [
              {
                label: 'Take it back',
                reason: 'asked',
                done: 'The entry counts no more.',
                take: (why) => desk.door.call('POST', `${path}/violations/${id}/dismiss`, { reason: why }),
              },
            ],
          })}</details>`
    }</li>`
}

function optionsOf(words: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  return words.map((word) => ({ value: word, label: word }))
}
