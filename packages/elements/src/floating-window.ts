import type { Inbox } from '@minibell/client'
import type { InboxItem } from '@minibell/protocol'
import { avatarOf, badgeOf, rowOf, type Speech } from '@minibell/views'
import { html, nothing, type TemplateResult, unsafeCSS } from 'lit'
import { MessageList } from './list/message-list.ts'
import { listStyles } from './list/styles.ts'
import { avatarTemplate } from './look/avatar.ts'
import { common } from './look/common.ts'
import { picture } from './look/pictures.ts'
import { tokens } from './look/tokens.ts'
import { detailTemplate } from './sheet/detail-template.ts'
import { Sheet } from './sheet/sheet.ts'
import { sheetStyles } from './sheet/styles.ts'
import { Surface } from './surface.ts'

/** Why the sheet is about to close. */
export type CloseReason = 'button' | 'escape' | 'outside' | 'back' | 'opened' | 'host'

/**
 * MA-1: the floating window for more options, with the Messages button and the inbox behind it. The host's own actions
 * stand in the slot `actions`. Fires `minibell-close` (`{reason}`) and `minibell-back` before it does so, both cancelable, and
 * `minibell-outcome` when a tap did not open its page.
 */
export class FloatingWindow extends Surface {
  static override styles = unsafeCSS(tokens + common + listStyles + sheetStyles)

  /** Bottom to top: what `back` goes through. */
  private views: readonly ('actions' | 'inbox' | 'detail')[] = []
  private shown: InboxItem | undefined
  private readonly sheet = new Sheet(this, {
    cancel: (reason) => (reason === 'escape' ? this.back() : this.leave(reason)),
  })
  private readonly list = new MessageList(this, {
    group: () => 'day',
    detail: (item) => {
      this.shown = item
      this.go('detail')
    },
    opened: () => this.leave('opened'),
  })

  /** Opens the sheet; `inbox` alone for a host that has a sheet of its own for actions. */
  show(view: 'actions' | 'inbox'): void {
    this.views = [view]
    this.sheet.open()
  }

  close(): void {
    this.leave('host')
  }

  /** One view back, or closed from the first; for the host's back button. False when it was closed already. */
  back(): boolean {
    if (this.sheet.phase !== 'open') return false
    if (this.views.length < 2) this.leave('back')
    else if (this.say('minibell-back', { from: this.view })) this.go(undefined)
    return true
  }

  override render(): TemplateResult | typeof nothing {
    const { inbox, view } = this
    if (!inbox || !view || this.sheet.phase === 'closed') return nothing
    const speech = this.speech(inbox)
    const label = view === 'actions' ? (this.senderOf(inbox)?.name ?? speech.words.messages) : speech.words.messages
    const content = view === 'actions' ? this.actions(inbox, speech) : this.inboxTemplate(inbox, speech)
    return this.sheet.template(content, { label, className: view === 'actions' ? '' : 'tall' })
  }

  private get view(): 'actions' | 'inbox' | 'detail' | undefined {
    return this.views[this.views.length - 1]
  }

  private actions(inbox: Inbox, speech: Speech): TemplateResult {
    const sender = this.senderOf(inbox)
    const badge = badgeOf(inbox.getSnapshot(), speech)
    return html`${sender ? html`<div class="head">${avatarTemplate(avatarOf(sender))}<h2 class="grow">${sender.name}</h2></div>` : nothing}
      <div class="actions"><div class="group">
        <button class="messages" @click=${() => this.go('inbox')}>${picture('bell')}<span class="grow">${speech.words.messages}</span>${
          badge ? html`<span class="badge" role="img" aria-label=${badge.label}>${badge.text}</span>` : nothing
        }<span class="end">${picture('next')}</span></button>
        <slot name="actions"></slot>
      </div></div>`
  }

  private inboxTemplate(inbox: Inbox, speech: Speech): TemplateResult {
    const { words } = speech
    const isDetail = this.view === 'detail'
    const canMark = inbox.getSnapshot().unread > 0
    return html`<div class="bar">
        ${this.views.length > 1 ? html`<button class="icon" aria-label=${words.back} @click=${() => this.back()}>${picture('back')}</button>` : nothing}
        <h2 class="grow">${isDetail ? words.details : words.messages}</h2>
        ${isDetail ? nothing : html`<button class="icon" aria-label=${words.markAllRead} ?disabled=${!canMark} @click=${() => this.list.act('mark-all', '')}>${picture('checks')}</button>`}
        <button class="icon" aria-label=${words.close} @click=${() => this.leave('button')}>${picture('close')}</button>
      </div>
      <div class="scroll ${isDetail ? 'behind' : ''}">${this.list.template(inbox, speech)}</div>
      ${isDetail && this.shown ? this.detail(this.shown, inbox, speech) : nothing}`
  }

  private detail(item: InboxItem, inbox: Inbox, speech: Speech): TemplateResult {
    const row = rowOf(item, inbox.getSnapshot(), speech)
    const onClick = ({ target }: Event): void => {
      const name = target instanceof Element && target.closest<HTMLElement>('[data-act]')?.dataset['act']
      if (name === 'dismiss') this.go(undefined)
      if (name) this.list.act(name, item.id)
    }
    return html`<div class="over" @click=${onClick}>${detailTemplate(row, speech.format.date(item.sentAt, 'full'), speech.words)}</div>`
  }

  /** To another view, or back from this one. */
  private go(view: 'inbox' | 'detail' | undefined): void {
    const from = this.view
    this.views = view ? [...this.views, view] : this.views.slice(0, -1)
    this.sheet.refocus()
    if (from === 'detail' && this.shown) this.list.focus(this.shown.id)
  }

  private leave(reason: CloseReason): void {
    if (this.sheet.phase === 'open' && this.say('minibell-close', { reason })) this.sheet.close()
  }

  private senderOf(inbox: Inbox): ReturnType<ReturnType<Inbox['getSnapshot']>['sender']> | undefined {
    const id = this.sender ?? (inbox.scope.kind === 'sender' ? inbox.scope.sender : undefined)
    return id === undefined ? undefined : inbox.getSnapshot().sender(id)
  }
}
