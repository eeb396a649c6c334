import type { Explanation } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import { rulesOf } from '../../parts/facts.ts'
import { reasoned } from '../../parts/reasoned.ts'
import { ruleWords } from '../../parts/rule-words.ts'

/** A proposal for the library of official accounts' templates, as the control API tells it. */
export interface Proposal {
  readonly id: number
  readonly sender: string
  readonly title: string
  readonly content: string
  readonly example: string
  readonly class: string
  readonly kind: string
  readonly state: 'in-review' | 'approved' | 'refused'
  readonly automatic: 'passed' | 'refused'
  readonly decided?: { readonly by: 'operator' | 'rules'; readonly reason?: string }
}

/** WT-8 to WT-10: the wording, every rule's word on it, and the operator's decision. */
export function proposalSide(
  desk: Desk,
  { proposal, reasons }: { readonly proposal: Proposal; readonly reasons: Map<string, string> },
): TemplateResult {
  const { value } = desk.get<{ readonly explanation: Explanation }>(`/template-proposals/${proposal.id}`)
  const decide = (decision: 'approve' | 'refuse') => (reason: string) =>
    desk.door.call('POST', `/template-proposals/${proposal.id}/decide`, {
      decision,
      ...(reason === '' ? {} : { reason }),
    })
  return html`<p class="quiet">${proposal.class} · ${proposal.kind} · the rules ${proposal.automatic === 'passed' ? 'let it pass' : 'refuse it'}</p>
    ${proposal.decided?.reason === undefined ? nothing : html`<p class="trouble">Decided by the ${proposal.decided.by}: ${proposal.decided.reason}</p>`}
    <blockquote class="lines">${proposal.content}</blockquote>
    <h3>Its example</h3><blockquote class="lines">${proposal.example}</blockquote>
    ${
      proposal.state === 'approved'
        ? nothing
        : reasoned(desk, {
            id: `proposal-${proposal.id}`,
            reasons,
            steps: [
              {
                label: 'Approve',
                tone: 'primary',
                reason: 'offered',
                done: 'The template is in the library.',
                take: decide('approve'),
              },
              {
                label: 'Refuse',
                tone: 'danger',
                reason: 'asked',
                done: 'The proposal is refused.',
                take: decide('refuse'),
              },
            ],
          })
    }
    ${value ? html`<h3>What each rule says</h3>${ruleWords(value.explanation, { rules: rulesOf(desk) })}` : nothing}`
}
