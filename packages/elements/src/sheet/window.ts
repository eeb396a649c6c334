import type { Inbox } from '@minibell/client'
import type { Speech } from '@minibell/views'
import type { TemplateResult } from 'lit/html.js'
import type { BackEntry } from '../back-entry.ts'
import type { CloseReason } from '../floating-window.ts'
import type { ExtrasHooks } from '../list/extras/lent.ts'
import type { Settings } from '../list/extras/settings.ts'
import type { MessageList } from '../list/message-list.ts'
import type { Surface } from '../surface.ts'
import type { SheetMaker } from './sheet.ts'

export type View = 'actions' | 'inbox' | 'detail' | 'settings'

/** What stands in the floating window: its views, one over the other. */
export interface Window {
  /** `asking`: had the focus when it was asked for, and gets it back. */
  show(view: View, asking: Element | null): void
  /** A message of the list, over it. */
  detail(itemId: string): void
  /** Unless the host forbids it. */
  leave(reason: CloseReason): void
  /** One view back, or closed from the first. False when it was closed already. */
  back(): boolean
  drawn(): void
  template(inbox: Inbox, speech: Speech): TemplateResult | ''
}

interface Parts {
  readonly list: MessageList
  readonly sheetOf: SheetMaker
  readonly settings: Settings
}

export function windowOf(host: Surface, { lent }: ExtrasHooks, { list, sheetOf, settings }: Parts): Window {
  const { html, actOf, avatarOf, avatarTemplate, badgeOf, badgeTemplate, fire, iconButton, picture } = lent
  /** What `back` goes through, the one that is shown last. */
  let views: readonly View[] = []
  let shown = ''
  let entry: BackEntry | undefined
  const view = (): View => views[views.length - 1] as View

  const leave = (reason: CloseReason): void => {
    if (!sheet.isOpen() || !fire(host, 'close', { reason })) return
    sheet.close()
    if (entry) entry.closed()
  }
  const go = (next: View): void => {
    views = [...views, next]
    sheet.open()
  }
  const back = (): boolean => {
    const isOpen = sheet.isOpen()
    if (!views[1]) leave('back')
    else if (isOpen && fire(host, 'back', { from: view() })) {
      if (view() === 'detail') list.focus(shown)
      views = views.slice(0, -1)
      sheet.open()
    }
    return isOpen
  }
  const sheet = sheetOf((reason) => (reason === 'escape' ? back() : leave(reason)))
  const onHead = (event: Event): void => {
    const { name } = actOf(event)
    if (name === 'settings') settings.open()
    if (name === 'inbox' || name === 'settings') go(name)
    else if (name === 'back') back()
    else if (name === 'close') leave('button')
    else if (name) list.act(name, '')
  }
  const onSettings = ({ target }: Event): void => {
    // Only elements are clicked.
    const one = (target as Element).closest<HTMLElement>('[data-sender]')
    if (one) settings.turn(one.dataset['sender'] || '')
  }
  const onDetail = (event: Event): void => {
    const { name } = actOf(event)
    if (name === 'dismiss') back()
    if (name) list.act(name, shown)
  }
  /** An entry of the page's history for the open sheet, where the host wants one. */
  const enter = (): void => {
    if (!host.hasAttribute('history')) return
    import('../back-entry.ts').then(
      ({ backEntryOf }) => {
        entry = entry || backEntryOf({ back, isOpen: sheet.isOpen })
        if (sheet.isOpen()) entry.opened()
      },
      () => undefined,
    )
  }

  const actionsTemplate = (inbox: Inbox, speech: Speech): TemplateResult => {
    const { words, pictures } = speech
    const snapshot = inbox.getSnapshot()
    const id = senderOf(host, inbox)
    const sender = id && snapshot.sender(id)
    return html`${sender ? html`<div class="bar" part="bar">${avatarTemplate(avatarOf(sender, pictures))}<h2 class="grow" part="heading">${sender.name}</h2></div>` : ''}
      <div class="scroll"><div class="group">
        <button class="messages" part="messages" data-act="inbox" @click=${onHead}>${picture('bell')}<span class="grow">${words.messages}</span>${badgeTemplate(badgeOf(snapshot, speech))}${picture('next')}</button>
        <slot name="actions"></slot>
      </div></div>`
  }

  const inboxTemplate = (inbox: Inbox, speech: Speech): TemplateResult => {
    const { words } = speech
    const at = view()
    const isInbox = at === 'inbox'
    const over =
      at === 'detail'
        ? html`<div class="scroll over" @click=${onDetail}>${list.detail(inbox, shown, speech)}</div>`
        : html`<div class="scroll over" @click=${onSettings}>${settings.template(inbox)}</div>`
    return html`<div class="bar" part="bar" @click=${onHead}>
        ${views[1] ? iconButton('back', 'back', words.back) : ''}
        <h2 class="grow" part="heading">${words[isInbox ? 'messages' : at === 'detail' ? 'details' : 'settings']}</h2>
        ${isInbox ? iconButton('checks', 'readAll', words.markAllRead, !inbox.getSnapshot().unread) : ''}
        ${isInbox && inbox.preferences ? iconButton('settings', 'settings', words.settings) : ''}
        ${iconButton('close', 'close', words.close)}
      </div>
      <div class="scroll ${isInbox ? '' : 'behind'}">${list.template(inbox, speech)}</div>
      ${isInbox ? '' : over}`
  }

  return {
    leave,
    back,
    drawn: () => sheet.drawn(),
    show(next, asking) {
      views = [next]
      sheet.open(asking)
      enter()
    },
    detail(itemId) {
      shown = itemId
      go('detail')
    },
    template(inbox, speech) {
      const isActions = view() === 'actions'
      const name = isActions && inbox.getSnapshot().sender(senderOf(host, inbox) || '').name
      const content = isActions ? actionsTemplate(inbox, speech) : inboxTemplate(inbox, speech)
      return sheet.template(content, { label: name || speech.words.messages, tall: !isActions })
    },
  }
}

function senderOf(host: Surface, { scope }: Inbox): string | undefined {
  return host.getAttribute('sender') || (scope.kind === 'sender' ? scope.sender : undefined)
}
