import type { SenderRecord } from '@minibell/mock'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { hashOf } from '../../address.ts'
import type { Desk } from '../../desk.ts'
import type { Page } from '../../page.ts'
import { empty } from '../../parts/empty.ts'
import { factsOf } from '../../parts/facts.ts'
import { icon } from '../../parts/icon.ts'
import { senderFace } from '../../parts/sender-face.ts'
import { stateChip } from '../templates/templates-page.ts'
import { account } from './account.ts'
import { ledger } from './ledger.ts'
import { letters } from './letters.ts'
import { standing } from './standing.ts'

/** MA-6, MA-19: who may send, why not, and what the operator does about it. */
export function sendersPage(desk: Desk): Page {
  const reasons = new Map<string, string>()
  return {
    name: 'Senders',
    view() {
      const facts = factsOf(desk)
      const { id } = desk.address()
      const sender = facts.sender(id)
      return html`<div class="page split" ?data-has-opened=${id !== ''}>
        <header class="page-head"><h1 tabindex="-1">Senders</h1><p class="quiet">Mini-programs and official accounts</p></header>
        <section class="list-side" aria-label="Senders">${
          facts.isKnown && facts.senders.length === 0 ? nobody() : list(desk, facts.senders)
        }</section>
        ${sender ? opened(desk, { sender, reasons }) : html`<section class="opened hint-side" aria-label="Sender">${hint()}</section>`}
      </div>`
    },
  }
}

function list(desk: Desk, senders: readonly SenderRecord[]): TemplateResult {
  const { id } = desk.address()
  return html`<ul class="feed">${senders.map(
    (
      sender,
    ) => html`<li><a class="feed-row" href=${hashOf({ page: 'senders', id: sender.id })} aria-current=${sender.id === id ? 'true' : nothing}>
      ${senderFace(sender)}<span class="feed-main"><b>${sender.name}</b><span class="quiet">${sender.wireId} · ${sender.accountKind}</span></span>
      <span class="feed-end">${stateChip(sender.status === 'removed' ? 'removed' : sender.capability)}</span></a></li>`,
  )}</ul>`
}

function opened(
  desk: Desk,
  { sender, reasons }: { readonly sender: SenderRecord; readonly reasons: Map<string, string> },
): TemplateResult {
  return html`<section class="opened" data-opened aria-label="Sender">
    <a class="back" href=${hashOf({ page: 'senders' })}>${icon('back', 18)}All senders</a>
    <header class="detail-head"><h2 tabindex="-1">${sender.name}</h2>
      <p class="quiet"><code>${sender.wireId}</code> · ${sender.kind} · account ${sender.account}</p></header>
    ${standing(desk, { sender, reasons })} ${sender.kind === 'official-account' ? account(desk, sender) : nothing} ${ledger(desk, { sender, reasons })} ${letters(desk, sender)}
  </section>`
}

function hint(): TemplateResult {
  return empty({
    icon: 'badge',
    title: 'Who may send',
    text: 'Choose a sender: its message capability (MA-6), the ledger of violations and where it leads (MA-19), and what the developer was told.',
  })
}

function nobody(): TemplateResult {
  return empty({
    icon: 'badge',
    title: 'Nobody is registered',
    text: html`Put a mini-program with <code>PUT /control/v1/senders/ID</code>, or import a world with <code>minibell world import FILE</code>.`,
  })
}
