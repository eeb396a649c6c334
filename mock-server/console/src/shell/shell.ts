import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf, pageNames } from '../address.ts'
import type { Desk } from '../desk.ts'
import type { Pages } from '../pages/pages.ts'
import { icon } from '../parts/icon.ts'
import { dateText, timeText } from '../parts/when/time.ts'
import { search } from './search.ts'
import { themeChoice } from './theme-choice.ts'
import { tokenForm } from './token-form.ts'

/** The whole page: head, menu, what the address names, and the platform's last word. */
export function shell(desk: Desk, pages: Pages): TemplateResult {
  const { page } = desk.address()
  const isAsking = desk.token.asking() !== 'no'
  const { button, dialog } = search(desk, pages)
  return html`
    <a class="skip" href="#page" @click=${skip}>Skip to the page</a>
    <header class="top">
      <a class="brand" href=${hashOf({ page: 'sends' })}>${icon('bell', 20)}<span>Minibell</span></a>
      ${isAsking ? nothing : [clockChip(desk), button]} ${themeChoice(desk)}
      ${isAsking ? nothing : demoLink(desk)}
    </header>
    <nav class="menu" aria-label="Pages">
      <ul>
        ${pageNames
          .filter((name) => pages[name])
          .map(
            (name) =>
              html`<li><a href=${hashOf({ page: name })} aria-current=${page === name ? 'page' : nothing}>${icon(icons[name], 18)}<span>${pages[name].name}</span></a></li>`,
          )}
      </ul>
    </nav>
    <main id="page" tabindex="-1">
      ${desk.news.isReached() ? nothing : html`<p class="banner" role="status">The platform does not answer. This page tries again by itself.</p>`}
      ${isAsking ? tokenForm(desk) : pages[page].view()}
    </main>
    ${dialog} ${word(desk)}
  `
}

const icons = {
  sends: 'feed',
  compose: 'send',
  recipients: 'person',
  preview: 'phone',
  templates: 'paper',
  senders: 'badge',
  rules: 'rule',
  webhooks: 'hook',
  faults: 'bolt',
  clock: 'clock',
} as const

/** Where this server has the demo. */
function demoLink({ get }: Desk): TemplateResult | typeof nothing {
  const { value } = get<{ readonly doors: { readonly demo?: string } }>('/info')
  const demo = value?.doors.demo
  return demo === undefined ? nothing : html`<a class="quiet-link wide-only" href=${demo}>Demo ↗</a>`
}

function clockChip({ news }: Desk): TemplateResult {
  const now = news.now()
  if (now === 0) return html`<span class="clock-chip"></span>`
  return html`<a class="clock-chip" href=${hashOf({ page: 'clock' })}>
    ${icon('clock', 16)}<span class="unseen">Platform clock: </span><span class="wide-only">${dateText(now)}</span>
    <span class="figures">${timeText(now)}</span><span class="zone">UTC${news.isRunning() ? '' : ' · still'}</span>
  </a>`
}

function word(desk: Desk): TemplateResult {
  const told = desk.told()
  return html`<div class="word" role="status">
    ${told ? html`<p class=${told.isTrouble ? 'bad' : 'good'}><span>${told.text}</span><button type="button" class="plain" aria-label="Close this note" @click=${desk.hush}>${icon('close', 16)}</button></p>` : nothing}
  </div>`
}

function skip(event: Event): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#page')?.focus()
}
