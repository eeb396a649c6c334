import type { JournalRow, SenderRecord } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import type { Page } from '../../page.ts'
import { menu } from '../../parts/choice.ts'
import { empty, trouble } from '../../parts/empty.ts'
import { type Facts, factsOf } from '../../parts/facts.ts'
import { draftOf, queryOfRow } from '../compose/draft.ts'
import { forecaster } from '../compose/forecast.ts'
import { tokenDesk } from '../compose/grants.ts'
import { written } from '../compose/written.ts'
import type { Dress, Stage } from './stage.ts'

const tongues = [
  ['en', 'English'],
  ['fr', 'Français'],
  ['ar', 'العربية'],
  ['pt', 'Português'],
  ['sw', 'Kiswahili'],
  ['ha', 'Hausa'],
  ['am', 'አማርኛ'],
  ['hi', 'हिन्दी'],
  ['bn', 'বাংলা'],
  ['ur', 'اردو'],
  ['zh', '中文'],
] as const

/** MA-1: a message on all three surfaces, drawn by the shipped elements, in any language and theme. Nobody gets it. */
export function previewPage(desk: Desk): Page {
  const forecasts = forecaster(desk)
  const tokens = tokenDesk(desk)
  const player = stagePlayer(desk)
  return {
    name: 'Preview',
    view() {
      const facts = factsOf(desk)
      takeOver(desk, facts)
      const { query } = desk.address()
      const head = html`<header class="page-head"><h1 tabindex="-1">Preview</h1><p class="quiet">The shipped elements, with a message that nobody gets.</p></header>`
      const sender = facts.sender(query['from'])
      if (!sender) return html`<div class="page">${head}${facts.isKnown ? hint() : nothing}</div>`
      const draft = draftOf(query, sender)
      const grants = {
        persons: facts.persons,
        token: tokens.token({ sender, person: draft.to[0] }),
        requestId: 'preview',
      }
      const { forecast, problem } = forecasts.of(written(draft, grants).question)
      const timeZone = facts.person(draft.to[0])?.timeZone ?? 'UTC'
      const stage = player.stageFor(sender, dressOf(query, timeZone))
      if (forecast?.shown) player.show(forecast.shown.message, sender)
      return html`<div class="page">${head} ${choices(desk)} ${trouble(problem)}
        ${forecast && !forecast.shown ? html`<p class="quiet">There is nothing to show yet: choose a template that the sender has.</p>` : nothing}
        ${forecast?.shown?.placement === 'text' ? html`<p class="quiet">This one is a text (OA-3, SMS): it comes to the phone’s tray and to no surface. Its words are shown below all the same.</p>` : nothing}
        ${forecast?.shown?.placement === 'bubble' ? html`<p class="quiet">This one is pushed (OA-3, PUSH): people see the bubble, and no row in a list.</p>` : nothing}
        ${forecast?.denial ? html`<p class="trouble">It would be refused: ${forecast.denial.rule}, ${forecast.denial.hint.en}</p>` : nothing}
        ${stage ? frames(stage, query) : html`<p class="quiet">Loading the elements …</p>`}
        <p><a class="button" href=${hashOf({ page: 'compose', query })}>Change the message</a></p>
      </div>`
    },
  }
}

function takeOver(desk: Desk, { persons, isKnown }: Facts): void {
  const { id } = desk.address()
  if (id === '' || !isKnown) return
  const row = desk.news.row(id) ?? desk.get<JournalRow>(`/journal/${encodeURIComponent(id)}`).value
  if (row) location.replace(hashOf({ page: 'preview', query: queryOfRow(row, persons) }))
}

/** Loads the elements with the first preview, and shows each message once. */
function stagePlayer(desk: Desk) {
  let stage: Stage | undefined
  let [owner, shown, worn] = ['', '', '']
  let isLoading = false

  const load = async (sender: SenderRecord): Promise<void> => {
    isLoading = true
    const { createStage } = await import('./stage.ts')
    stage?.stop()
    stage = createStage(sender, desk.news.now)
    ;[owner, shown, worn] = [sender.id, '', '']
    isLoading = false
    desk.redraw()
  }
  return {
    stageFor(sender: SenderRecord, dress: Dress): Stage | undefined {
      if (owner !== sender.id && !isLoading) void load(sender)
      if (owner !== sender.id || !stage) return undefined
      const key = JSON.stringify(dress)
      if (key !== worn) void stage.dress(dress)
      worn = key
      return stage
    },
    show(message: Parameters<Stage['show']>[0], sender: SenderRecord): void {
      const key = JSON.stringify(message)
      if (!stage || owner !== sender.id || (key === shown && stage.surfaces[0].isConnected)) return
      shown = key
      const current = stage
      // After the frames that hold the surfaces were drawn.
      requestAnimationFrame(() => current.show(message, sender))
    },
  }
}

function dressOf(query: Readonly<Record<string, string>>, timeZone: string): Dress {
  return {
    language: query['tongue'] ?? 'en',
    scheme: query['scheme'] ?? 'light',
    theme: query['theme'] ?? 'plain',
    timeZone,
  }
}

function choices(desk: Desk): TemplateResult {
  const { query } = desk.address()
  return html`<div class="inline">
    ${menu({ label: 'Language of the surfaces', id: 'preview-tongue', options: tongues.map(([value, label]) => ({ value, label })), chosen: query['tongue'] ?? 'en', choose: (tongue) => desk.tune({ tongue }) })}
    ${menu({ label: 'Theme', id: 'preview-theme', options: ['plain', 'savanna', 'dusk', 'contrast'].map((name) => ({ value: name, label: name })), chosen: query['theme'] ?? 'plain', choose: (theme) => desk.tune({ theme }) })}
    ${menu({ label: 'Light or dark', id: 'preview-scheme', options: ['light', 'dark'].map((name) => ({ value: name, label: name })), chosen: query['scheme'] ?? 'light', choose: (scheme) => desk.tune({ scheme }) })}
  </div>`
}

function frames(
  { surfaces: [bubble, center, sheet], reopen }: Stage,
  query: Readonly<Record<string, string>>,
): TemplateResult {
  const scheme = query['scheme'] ?? 'light'
  const frame = (name: string, surface: HTMLElement, way: unknown = nothing): TemplateResult =>
    html`<figure>
      <figcaption class="actions spread">${name}${way}</figcaption>
      <div class="screen" dir=${surface.dir || 'ltr'} data-scheme=${scheme} data-surface=${surface.localName}>${surface}</div>
    </figure>`
  return html`<div class="frames">
    ${frame('Capsule bubble', bubble)}${frame('Message center', center)}
    ${frame('Floating window', sheet, html`<button type="button" class="small" @click=${reopen}>Open it again</button>`)}
  </div>`
}

function hint(): TemplateResult {
  return empty({
    icon: 'phone',
    title: 'See it as people see it',
    text: 'Write a message and choose Preview, or open a send and choose Preview: bubble, message center and floating window show it in eleven languages and every theme.',
    way: html`<a class="button primary" href=${hashOf({ page: 'compose' })}>Compose a message</a>`,
  })
}
