import type { JournalRow, SenderRecord } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import type { SendAnswer } from '../../door/door.ts'
import type { Page } from '../../page.ts'
import { empty } from '../../parts/empty.ts'
import { type Facts, factsOf, rulesOf } from '../../parts/facts.ts'
import { composeForm } from './compose-form.ts'
import { copyAs } from './copy-as.ts'
import { draftOf, queryOfRow } from './draft.ts'
import { type Forecaster, forecaster } from './forecast.ts'
import { forecastCard } from './forecast-card.ts'
import { tokenDesk } from './grants.ts'
import { type Written, written } from './written.ts'

/** Writing a message: what each rule would say while it is written, the send itself, and the same as a program. */
export function composePage(desk: Desk): Page {
  const tokens = tokenDesk(desk)
  const forecasts = forecaster(desk)
  let requestId = newRequestId()
  let answer: SendAnswer | undefined

  const send = async ({ path, body }: Written): Promise<void> => {
    await desk.act(async () => {
      answer = await desk.door.send(path, body)
      // What was accepted is never sent twice under one id (OA-9).
      if (answer.verdict === 'ok') requestId = newRequestId()
    })
  }

  return {
    name: 'Compose',
    view() {
      const facts = factsOf(desk)
      takeOver(desk, facts)
      const { query } = desk.address()
      const sender =
        facts.sender(query['from']) ??
        facts.senders.find(({ capability }) => capability === 'granted') ??
        facts.senders[0]
      const head = html`<header class="page-head"><h1 tabindex="-1">Compose</h1><p class="quiet">Nothing leaves before you send it.</p></header>`
      if (!sender) return html`<div class="page">${head}${facts.isKnown ? nobody() : nothing}</div>`
      const draft = draftOf(query, sender)
      const grants = { persons: facts.persons, token: tokens.token({ sender, person: draft.to[0] }), requestId }
      const request = written(draft, grants)
      return html`<div class="page compose">${head}
        <section class="card" aria-label="Message">${composeForm(desk, { draft, facts })}</section>
        <div class="cards">
          ${outlook(desk, { forecasts, request, sender })}
          <section class="card" aria-label="Send">
            <p class="actions"><button type="button" class="primary" @click=${() => send(request)}>Send it now</button>
            <a class="button" href=${hashOf({ page: 'preview', query })}>Preview</a></p>
            ${answer ? answered(answer) : nothing}
          </section>
          ${copyAs(desk, { request, draft })}
        </div>
      </div>`
    },
  }
}

/** "Compose again": what the journal kept of that send stands in the address from then on. */
function takeOver(desk: Desk, { persons, isKnown }: Facts): void {
  const { id } = desk.address()
  if (id === '' || !isKnown) return
  const row = desk.news.row(id) ?? desk.get<JournalRow>(`/journal/${encodeURIComponent(id)}`).value
  if (row) location.replace(hashOf({ page: 'compose', query: queryOfRow(row, persons) }))
}

function outlook(
  desk: Desk,
  {
    forecasts,
    request,
    sender,
  }: { readonly forecasts: Forecaster; readonly request: Written; readonly sender: SenderRecord },
): TemplateResult {
  const { forecast, problem } = forecasts.of(request.question)
  return forecastCard(desk, { forecast, problem, rules: rulesOf(desk), sender })
}

function answered({ verdict, row, status, body }: SendAnswer): TemplateResult {
  return html`<div role="status"><p><span class="chip" data-kind=${verdict === 'ok' ? 'accepted' : 'refused'}>${verdict === 'ok' ? 'Accepted' : `Refused · ${verdict}`}</span>
    ${row === undefined ? nothing : html` <a href=${hashOf({ page: 'sends', id: row })}>The whole explanation</a>`}</p></div>
    <details class="exact"><summary>Answer, HTTP ${status}</summary><pre tabindex="0">${JSON.stringify(body, null, 2)}</pre></details>`
}

function nobody(): TemplateResult {
  return empty({
    icon: 'badge',
    title: 'Nobody could send',
    text: html`This world has no mini-program and no account. Import one with <code>minibell world import FILE</code>, or put a sender with <code>PUT /control/v1/senders/ID</code>.`,
  })
}

/** Unlike any other, also where the page is not HTTPS. */
function newRequestId(): string {
  return `console-${[...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('')}`
}
