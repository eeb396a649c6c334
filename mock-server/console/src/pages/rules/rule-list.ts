import type { RuleFacts } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import { empty } from '../../parts/empty.ts'
import { rulesOf } from '../../parts/facts.ts'
import { field } from '../../parts/field.ts'
import { switchBox } from '../../parts/switch-box.ts'

/** Every rule, or one with its parts: what it asks for, where that stands, and its switch. */
export function ruleList(desk: Desk): TemplateResult {
  const { id, query } = desk.address()
  const all = [...rulesOf(desk).values()]
  const asked = (query['q'] ?? '').toLowerCase()
  const shown = all.filter((rule) =>
    id === ''
      ? `${rule.id} ${rule.summary} ${rule.source}`.toLowerCase().includes(asked)
      : rule.id === id || rule.id.startsWith(`${id}.`),
  )
  return html`<div class="filters" role="search">${
    id === ''
      ? field({
          id: 'search-rules',
          label: 'Search by id, words or source',
          value: query['q'] ?? '',
          changed: (q) => desk.tune({ q }),
        })
      : html`<a class="button" href=${hashOf({ page: 'rules' })}>All rules</a>`
  }</div>
  <p class="unseen" role="status">${shown.length} of ${all.length} rules</p>
  ${all.length > 0 && shown.length === 0 ? none() : html`<ul class="rules">${shown.map((rule) => row(desk, rule))}</ul>`}`
}

function row(desk: Desk, rule: RuleFacts): TemplateResult {
  const turn = (enabled: boolean): Promise<boolean> =>
    desk.act(
      () => desk.door.call('PUT', `/rules/${encodeURIComponent(rule.id)}`, { enabled }),
      `${rule.id} is switched ${enabled ? 'on' : 'off'}.`,
    )
  return html`<li data-rule=${rule.id}>
    ${switchBox({ label: html`<span class="rule-id">${rule.id}</span>`, isOn: rule.enabled, turn })}
    <span>${rule.summary} ${rule.severity === 'deny' ? nothing : html`<span class="chip">${rule.severity}</span>`}<span class="quiet source">${rule.source}</span></span>
  </li>`
}

function none(): TemplateResult {
  return empty({
    icon: 'rule',
    title: 'No rule fits',
    text: 'Search by an id such as MA-3, by a word such as “consent”, or by a source such as “Sending Conditions”.',
  })
}
