import type { Template } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import type { Page } from '../../page.ts'
import { choice } from '../../parts/choice.ts'
import { empty } from '../../parts/empty.ts'
import { type Facts, factsOf } from '../../parts/facts.ts'
import { icon } from '../../parts/icon.ts'
import { senderFace } from '../../parts/sender-face.ts'
import { type Proposal, proposalSide } from './proposal-side.ts'
import { templateSide } from './template-side.ts'

/** What waits for a reviewer, and what was decided: templates of the portal (OA-12) and proposals for the library (WT-8). */
export function templatesPage(desk: Desk): Page {
  const reasons = new Map<string, string>()
  return {
    name: 'Templates',
    view() {
      const facts = factsOf(desk)
      const { id } = desk.address()
      const entries = entriesOf(desk)
      const waiting = entries.filter(({ state }) => state === 'in-review')
      const chosen = entries.find((entry) => entry.id === id)
      const isAll = desk.address().query['show'] === 'all' || waiting.length === 0
      return html`<div class="page split" ?data-has-opened=${id !== ''}>
        <header class="page-head"><h1 tabindex="-1">Templates</h1><p class="quiet" role="status">${waitingText(waiting.length)}</p></header>
        <section class="list-side" aria-label="Review queue">
          <div class="filters">${choice({
            label: 'Templates shown',
            name: 'show',
            options: [
              { value: 'waiting', label: 'To review' },
              { value: 'all', label: 'All' },
            ],
            chosen: isAll ? 'all' : 'waiting',
            choose: (show) => desk.tune({ show }),
          })}</div>
          ${entries.length === 0 ? none(desk) : list(desk, { entries: isAll ? entries : waiting, facts })}
        </section>
        ${chosen ? opened(desk, { chosen, facts, reasons }) : html`<section class="opened hint-side" aria-label="Template">${hint()}</section>`}
      </div>`
    },
  }
}

interface Entry {
  readonly id: string
  readonly sender: string
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly template?: Template
  readonly proposal?: Proposal
}

function entriesOf({ get }: Desk): readonly Entry[] {
  const templates = get<{ readonly templates: readonly Template[] }>('/templates').value?.templates ?? []
  const proposals = get<{ readonly proposals: readonly Proposal[] }>('/template-proposals').value?.proposals ?? []
  return [
    ...proposals.map((proposal) => ({
      id: `proposal-${proposal.id}`,
      sender: proposal.sender,
      name: proposal.title,
      kind: 'Proposal for the library',
      state: proposal.state,
      proposal,
    })),
    ...templates.map((template) => ({
      id: template.code,
      sender: template.sender,
      name: template.name,
      kind: `${template.channel} · ${Object.keys(template.texts).join(', ')}`,
      state: template.status,
      template,
    })),
  ]
}

function list(
  desk: Desk,
  { entries, facts }: { readonly entries: readonly Entry[]; readonly facts: Facts },
): TemplateResult {
  const { id, query } = desk.address()
  return html`<ul class="feed">${entries.map(
    (
      entry,
    ) => html`<li><a class="feed-row" href=${hashOf({ page: 'templates', id: entry.id, query })} aria-current=${entry.id === id ? 'true' : nothing}>
      ${senderFace(facts.sender(entry.sender))}
      <span class="feed-main"><b>${entry.name}</b><span class="quiet">${entry.kind}</span></span>
      <span class="feed-end">${stateChip(entry.state)}</span></a></li>`,
  )}</ul>`
}

/** Green where it may be sent, amber where somebody has to decide, else red. */
export function stateChip(state: string): TemplateResult {
  const tone =
    state === 'approved' || state === 'granted' || state === 'available'
      ? 'good'
      : state === 'in-review'
        ? 'warn'
        : 'bad'
  return html`<span class="chip" data-tone=${tone}>${state.replaceAll('-', ' ')}</span>`
}

function opened(
  desk: Desk,
  { chosen, facts, reasons }: { readonly chosen: Entry; readonly facts: Facts; readonly reasons: Map<string, string> },
): TemplateResult {
  return html`<section class="opened" data-opened aria-label="Template">
    <a class="back" href=${hashOf({ page: 'templates', query: desk.address().query })}>${icon('back', 18)}All templates</a>
    <header class="detail-head"><h2 tabindex="-1">${chosen.name}</h2>
      <p>${stateChip(chosen.state)} <span class="quiet">${facts.sender(chosen.sender)?.name ?? chosen.sender} · <code>${chosen.id}</code></span></p></header>
    ${chosen.template ? templateSide(desk, { template: chosen.template, reasons }) : nothing}
    ${chosen.proposal ? proposalSide(desk, { proposal: chosen.proposal, reasons }) : nothing}
  </section>`
}

function waitingText(count: number): string {
  if (count === 0) return 'Nothing waits for review'
  return count === 1 ? '1 waits for review' : `${count} wait for review`
}

function none({ door }: Desk): TemplateResult {
  return empty({
    icon: 'paper',
    title: 'No template yet',
    text: html`A developer configures templates on the portal page of the <a href="/demo/">demo</a>, or puts one with <code>PUT ${door.origin}/control/v1/templates/CODE</code> and the status <code>in-review</code>. It then waits here.`,
  })
}

function hint(): TemplateResult {
  return empty({
    icon: 'paper',
    title: 'What a reviewer decides',
    text: 'Choose a template: its wording in every language, what the rules say of it, and the decision with its reason.',
  })
}
