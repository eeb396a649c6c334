import type { JournalRow } from '@minibell/mock'
import { repeat } from 'lit/directives/repeat.js'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import type { Page } from '../../page.ts'
import { choice, menu } from '../../parts/choice.ts'
import { empty } from '../../parts/empty.ts'
import { type Facts, factsOf } from '../../parts/facts.ts'
import { senderFace } from '../../parts/sender-face.ts'
import { dateText, timeText } from '../../parts/when/time.ts'
import { outcomeOf, subjectOf } from './outcome.ts'
import { sendDetail } from './send-detail.ts'

const mostDrawn = 200

/** Live feed of sends: what was tried, how it ended, and behind each the whole explanation. */
export function sendsPage(desk: Desk): Page {
  return {
    name: 'Sends',
    view() {
      const { id, query } = desk.address()
      const facts = factsOf(desk)
      const sends = desk.news.rows().filter(({ isSend }) => isSend)
      const shown = sends.filter((row) => isShown(row, query, facts)).reverse()
      const open =
        id === '' ? undefined : (desk.news.row(id) ?? desk.get<JournalRow>(`/journal/${encodeURIComponent(id)}`).value)
      return html`<div class="page split" ?data-has-opened=${id !== ''}>
        <header class="page-head">
          <h1 tabindex="-1">Sends</h1>
          <p class="quiet" role="status">${countText(shown.length, sends.length)}</p>
        </header>
        <section class="list-side" aria-label="Feed">
          ${filters(desk, facts)}
          ${sends.length === 0 ? nothingYet(desk) : shown.length === 0 ? noneFits(desk) : feed(shown.slice(0, mostDrawn), { desk, facts })}
        </section>
        ${id === '' ? html`<section class="opened hint-side" aria-label="Explanation">${hint(sends.length)}</section>` : sendDetail(desk, { row: open, id, facts })}
      </div>`
    },
  }
}

function isShown(
  row: JournalRow,
  { verdict = '', sender = '', q = '' }: Readonly<Record<string, string>>,
  facts: Facts,
): boolean {
  if (verdict !== '' && outcomeOf(row).kind !== verdict && !(verdict === 'refused' && outcomeOf(row).kind === 'partly'))
    return false
  if (sender !== '' && row.sender !== sender) return false
  const words = `${row.summary} ${row.verdict} ${subjectOf(row)} ${facts.person(row.person)?.name ?? ''} ${JSON.stringify(row.request ?? '')}`
  return words.toLowerCase().includes(q.toLowerCase())
}

function filters(desk: Desk, { senders }: Facts): TemplateResult {
  const { query } = desk.address()
  const search = (event: Event): void => desk.tune({ q: (event.currentTarget as HTMLInputElement).value })
  return html`<div class="filters" role="search">
    <div class="field grow"><label for="search-sends" class="unseen">Search sends</label>
      <input id="search-sends" type="search" placeholder="Search title, recipient, rule …" .value=${query['q'] ?? ''} @input=${search}></div>
    ${menu({
      label: 'Sender',
      id: 'filter-sender',
      isQuiet: true,
      options: [{ value: '', label: 'All senders' }, ...senders.map(({ id, name }) => ({ value: id, label: name }))],
      chosen: query['sender'] ?? '',
      choose: (sender) => desk.tune({ sender }),
    })}
    ${choice({
      label: 'Verdict',
      name: 'verdict',
      options: [
        { value: '', label: 'All' },
        { value: 'accepted', label: 'Accepted' },
        { value: 'refused', label: 'Refused' },
      ],
      chosen: query['verdict'] ?? '',
      choose: (verdict) => desk.tune({ verdict }),
    })}
  </div>`
}

function feed(
  rows: readonly JournalRow[],
  { desk, facts }: { readonly desk: Desk; readonly facts: Facts },
): TemplateResult {
  return html`<ol class="feed">${repeat(
    rows,
    ({ id }) => id,
    (row, index) => {
      const date = dateText(row.at)
      const before = rows[index - 1]
      const isNewDate = !before || dateText(before.at) !== date
      return html`${isNewDate ? html`<li class="feed-date">${date}</li>` : nothing}<li>${feedRow(row, { desk, facts })}</li>`
    },
  )}</ol>`
}

function feedRow(row: JournalRow, { desk, facts }: { readonly desk: Desk; readonly facts: Facts }): TemplateResult {
  const { id, query } = desk.address()
  const sender = facts.sender(row.sender)
  const outcome = outcomeOf(row)
  return html`<a class="feed-row" href=${hashOf({ page: 'sends', id: row.id, query })} data-row=${row.id} data-kind=${outcome.kind} aria-current=${row.id === id ? 'true' : nothing}>
    ${senderFace(sender)}
    <span class="feed-main"><b>${subjectOf(row)}</b><span class="quiet">${sender?.name ?? 'Unknown sender'} → ${toText(row, facts)}</span></span>
    <span class="feed-end"><span class="chip" data-kind=${outcome.kind}>${outcome.label}</span><time class="quiet figures">${timeText(row.at)}</time></span>
  </a>`
}

function toText(row: JournalRow, facts: Facts): string {
  return facts.person(row.person)?.name ?? row.summary.replace(/^.* sends (to )?/, '')
}

function countText(shown: number, all: number): string {
  if (all === 0) return 'Live'
  return shown === all ? `${all} so far, live` : `${shown} of ${all}, live`
}

function nothingYet({ door }: Desk): TemplateResult {
  return empty({
    icon: 'send',
    title: 'Nothing was sent yet',
    text: html`Every send that reaches this platform appears here as it happens: its verdict, and what each rule said. Point your server at <code>${door.origin}</code>, or write a first message here.`,
    way: html`<a class="button primary" href=${hashOf({ page: 'compose' })}>Compose a message</a>`,
  })
}

function noneFits(desk: Desk): TemplateResult {
  return empty({
    icon: 'feed',
    title: 'No send fits',
    text: 'The search and the filters above leave none of those that the platform still has.',
    way: html`<button type="button" @click=${() => desk.tune({ q: '', sender: '', verdict: '' })}>Show all</button>`,
  })
}

function hint(count: number): TemplateResult {
  return empty({
    icon: 'rule',
    title: 'Why it passed, or did not',
    text:
      count === 0
        ? 'Choose a send, once there is one: each rule tells what it asks for, what it found, and how to mend it.'
        : 'Choose a send: each rule tells what it asks for, what it found, and how to mend it.',
  })
}
