import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import type { Page } from '../../page.ts'
import { empty, trouble } from '../../parts/empty.ts'
import { type Facts, factsOf } from '../../parts/facts.ts'
import { field } from '../../parts/field.ts'
import { icon } from '../../parts/icon.ts'
import type { SenderOutlook, Turn } from '../../parts/when/outlook.ts'
import { turnList } from '../../parts/when/turn-list.ts'
import { pushSwitches } from './push-switches.ts'
import { type PersonWithUses, senderSide } from './sender-side.ts'

interface Outlook {
  readonly at: number
  readonly senders: readonly SenderOutlook[]
  readonly turns: readonly Turn[]
}

/** People, and for each how every sender stands towards them: windows as timelines, and what time will change. */
export function recipientsPage(desk: Desk): Page {
  return {
    name: 'Recipients',
    view() {
      const facts = factsOf(desk)
      const { id } = desk.address()
      const person = facts.person(id) as PersonWithUses | undefined
      return html`<div class="page split people" ?data-has-opened=${id !== ''}>
        <header class="page-head"><h1 tabindex="-1">Recipients</h1><p class="quiet">${facts.persons.length === 1 ? '1 person' : `${facts.persons.length} people`}</p></header>
        <section class="list-side" aria-label="People">${facts.isKnown && facts.persons.length === 0 ? nobody() : list(desk, facts)}</section>
        ${id === '' ? hint() : personSide(desk, { person, id, facts })}
      </div>`
    },
  }
}

function list(desk: Desk, { persons }: Facts): TemplateResult {
  const { id, query } = desk.address()
  const asked = (query['q'] ?? '').toLowerCase()
  const shown = persons.filter((person) =>
    JSON.stringify([person.name, person.id, person.recipientIds]).toLowerCase().includes(asked),
  )
  return html`${field({ id: 'search-people', label: 'Search by name or id', value: query['q'] ?? '', changed: (q) => desk.tune({ q }) })}
    <ul class="feed">${shown.slice(0, 300).map(
      (
        person,
      ) => html`<li><a class="feed-row" href=${hashOf({ page: 'recipients', id: person.id, query })} aria-current=${person.id === id ? 'true' : nothing}>
        <span class="face" aria-hidden="true">${person.name.slice(0, 1)}</span>
        <span class="feed-main"><b>${person.name}</b><span class="quiet">${person.language} · ${person.timeZone}</span></span></a></li>`,
    )}</ul>
    ${shown.length === 0 ? html`<p class="quiet">Nobody fits.</p>` : nothing}`
}

function personSide(
  desk: Desk,
  { person, id, facts }: { readonly person: PersonWithUses | undefined; readonly id: string; readonly facts: Facts },
): TemplateResult {
  const { value, problem } = desk.get<Outlook>(`/persons/${encodeURIComponent(id)}/outlook`)
  return html`<section class="opened" data-opened aria-label="Recipient">
    <a class="back" href=${hashOf({ page: 'recipients', query: desk.address().query })}>${icon('back', 18)}All recipients</a>
    <header class="detail-head"><h2 tabindex="-1">${person?.name ?? id}</h2>
      ${person ? html`<p class="quiet">${person.recipientIds.map(({ account, id: name }) => html`<code>${name}</code> at ${account} `)}</p>` : nothing}</header>
    ${trouble(problem)}
    ${person ? pushSwitches(desk, { person, facts }) : nothing}
    ${
      value && person
        ? html`<h3>Who may send to ${person.name.split(' ')[0]} now</h3>
          ${value.senders.length === 0 ? html`<p class="quiet">No sender knows this person: give them a recipient id under a sender’s account.</p>` : nothing}
          <ul class="cards">${value.senders.map((outlook) => {
            const sender = facts.sender(outlook.sender)
            return sender ? senderSide(desk, { person, sender, outlook }) : nothing
          })}</ul>
          <h3>What time will change</h3>
          ${
            value.turns.length === 0
              ? html`<p class="quiet">Nothing: no window of this person is open.</p>`
              : turnList(desk, { turns: value.turns.slice(0, 12), facts, timeZone: person.timeZone })
          }`
        : nothing
    }
  </section>`
}

function hint(): TemplateResult {
  return html`<section class="opened hint-side" aria-label="Recipient">${empty({
    icon: 'person',
    title: 'Who may be sent to, and when',
    text: 'Choose a person: each sender has its windows here, as bars on a line of time. How long somebody stays active (MA-4), when the next message may follow (MA-3), how many answers are left (CS).',
  })}</section>`
}

function nobody(): TemplateResult {
  return empty({
    icon: 'person',
    title: 'Nobody lives in this world',
    text: html`Put a person with <code>PUT /control/v1/persons/ID</code>, or import a world with <code>minibell world import FILE</code>.`,
  })
}
