import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Desk } from '../../desk.ts'
import type { Page } from '../../page.ts'
import { menu } from '../../parts/choice.ts'
import { empty, trouble } from '../../parts/empty.ts'
import { type Facts, factsOf } from '../../parts/facts.ts'
import { field } from '../../parts/field.ts'
import type { Turn } from '../../parts/when/outlook.ts'
import { dateText, dayMs, instantText, timeText } from '../../parts/when/time.ts'
import { turnList } from '../../parts/when/turn-list.ts'

const jumps = [
  { label: '1 hour', spanMs: dayMs / 24 },
  { label: '1 day', spanMs: dayMs },
  { label: '3 days', spanMs: 3 * dayMs },
  { label: '31 days', spanMs: 31 * dayMs },
] as const

/** X-2: the platform's time, ways to move it, and what would be different then. */
export function clockPage(desk: Desk): Page {
  let wanted = ''
  const move = (body: object): Promise<boolean> =>
    desk.act(async () => {
      await desk.door.call('POST', '/clock', body)
      await desk.news.readClock()
    }, 'The clock was moved.')
  const moveTo = (event: Event): void => {
    event.preventDefault()
    void move({ moveTo: wanted })
  }
  return {
    name: 'Clock',
    view() {
      const facts = factsOf(desk)
      const now = desk.news.now()
      return html`<div class="page clock-page"><header class="page-head"><h1 tabindex="-1">Clock</h1><p class="quiet">Everybody’s clock in this world: rules, windows and expiries follow it.</p></header>
        <section class="card" aria-label="Platform time">
          <p class="big-time figures"><time>${timeText(now)}</time> <span class="quiet">${dateText(now)} UTC${desk.news.isRunning() ? '' : ' · standing still'}</span></p>
          <div class="actions" role="group" aria-label="Move forward">${jumps.map(
            ({ label, spanMs }) =>
              html`<button type="button" @click=${() => move({ advanceMs: spanMs })}>+ ${label}</button>`,
          )}</div>
          <form class="inline" @submit=${moveTo}>${field({
            id: 'clock-to',
            label: 'Move to',
            value: wanted,
            required: true,
            placeholder: now === 0 ? '' : `${new Date(now + dayMs).toISOString().slice(0, 16)}Z`,
            note: 'ISO 8601 with a zone. Going back undoes nothing that happened.',
            changed: (value) => {
              wanted = value
            },
          })}<button>Move</button></form>
          ${zones(facts, now)}
        </section>
        ${changes(desk, facts)}
      </div>`
    },
  }
}

function zones({ persons }: Facts, now: number): TemplateResult | typeof nothing {
  const all = [...new Set(persons.map(({ timeZone }) => timeZone))].slice(0, 6)
  if (all.length === 0) return nothing
  return html`<ul class="zones">${all.map((zone) => html`<li><span class="quiet">${zone}</span> <span class="figures">${instantText(now, zone)}</span></li>`)}</ul>`
}

function changes(desk: Desk, facts: Facts): TemplateResult {
  const person = desk.address().query['person'] ?? ''
  const { value, problem } = desk.get<{ readonly turns: readonly Turn[]; readonly persons: number }>(
    `/turns${person === '' ? '' : `?person=${encodeURIComponent(person)}`}`,
  )
  return html`<section class="card" aria-label="What time will change">
    <div class="actions spread"><h2>What time will change</h2>${menu({
      label: 'For',
      id: 'turns-of',
      isQuiet: true,
      options: [
        { value: '', label: 'Everybody' },
        ...facts.persons.map(({ id, name }) => ({ value: id, label: name })),
      ],
      chosen: person,
      choose: (id) => desk.tune({ person: id }),
    })}</div>
    ${trouble(problem)}
    ${
      value === undefined
        ? nothing
        : value.turns.length === 0
          ? empty({
              icon: 'clock',
              title: 'Nothing waits for the clock',
              text: 'Once a message was accepted, a window opened or a capability was disabled for a while, what the clock will change about it stands here, soonest first.',
            })
          : turnList(desk, { turns: value.turns.slice(0, 60), facts })
    }
    ${value && value.persons < facts.persons.length && person === '' ? html`<p class="note">Of the first ${value.persons} people. Choose one to see theirs.</p>` : nothing}
  </section>`
}
