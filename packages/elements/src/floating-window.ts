import type { Inbox } from '@minibell/client'
import { avatarOf, badgeOf, type Speech } from '@minibell/views'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { BackEntry } from './back-entry.ts'
import { actOf } from './list/act.ts'
import type { Settings } from './list/extras/settings.ts'
import { messageList } from './list/message-list.ts'
import { avatarTemplate, badgeTemplate, iconButton, picture } from './look/parts.ts'
import { sheetOf } from './sheet.ts'
import { type Drawing, fire, Surface } from './surface.ts'

/** Why the sheet is about to close; `back` also stands for Escape. */
export type CloseReason = 'button' | 'outside' | 'back' | 'opened' | 'host'

/**
 * MA-1: the floating window for more options, with the Messages button and the inbox behind it. The host's own actions
 * stand in the slot `actions`. With the attribute `history` an entry of the page's history stands for the open sheet, so that a
 * back gesture goes one view back, or closes it. Fires `minibell-close` (`{reason}`) and `minibell-back` before it does so, both cancelable, and
 * `minibell-outcome` when a tap did not open its page.
 */
export class FloatingWindow extends Surface {
  /** Opens the sheet; `inbox` alone for a host that has a sheet of its own for actions. */
  declare readonly show: (view: 'actions' | 'inbox') => void
  declare readonly close: () => void
  /** One view back, or closed from the first; for the host's back button. False when it was closed already. */
  declare readonly back: () => boolean

  constructor() {
    super(drawingOf)
  }
}

type View = 'actions' | 'inbox' | 'detail' | 'settings'

function drawingOf(host: Surface, root: ShadowRoot): Drawing {
  /** What `back` goes through, the one that is shown last. */
  let views: readonly View[] = []
  let shown = ''
  let settings: Settings | undefined
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
  const sheet = sheetOf(host, root, (reason) => (reason === 'escape' ? back() : leave(reason)))
  const list = messageList(host, root, {
    detail(itemId) {
      shown = itemId
      go('detail')
    },
    opened: () => leave('opened'),
  })
  const onHead = (event: Event): void => {
    const { name } = actOf(event)
    if (name === 'inbox') go(name)
    else if (name === 'settings') openSettings()
    else if (name === 'back') back()
    else if (name === 'close') leave('button')
    else if (name) list.act(name, '')
  }
  const openSettings = (): void =>
    list.withExtras((extras) => {
      settings = extras.settings
      settings.open()
      go('settings')
    })
  const onSettings = ({ target }: Event): void => {
    // Only elements are clicked.
    const one = (target as Element).closest<HTMLElement>('[data-sender]')
    if (one && settings) settings.turn(one.dataset['sender'] || '')
  }
  const onDetail = (event: Event): void => {
    const { name } = actOf(event)
    if (name === 'dismiss') back()
    if (name) list.act(name, shown)
  }

  const actionsTemplate = (inbox: Inbox, speech: Speech): TemplateResult => {
    const { words } = speech
    const snapshot = inbox.getSnapshot()
    const id = senderOf(host, inbox)
    const sender = id && snapshot.sender(id)
    return html`${sender ? html`<div class="bar">${avatarTemplate(avatarOf(sender))}<h2 class="grow">${sender.name}</h2></div>` : nothing}
      <div class="scroll"><div class="group">
        <button class="messages" data-act="inbox" @click=${onHead}>${picture('bell')}<span class="grow">${words.messages}</span>${badgeTemplate(badgeOf(snapshot, speech))}${picture('next')}</button>
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
        : settings && html`<div class="scroll over" @click=${onSettings}>${settings.template(inbox)}</div>`
    return html`<div class="bar" @click=${onHead}>
        ${views[1] ? iconButton('back', 'back', words.back) : nothing}
        <h2 class="grow">${words[isInbox ? 'messages' : at === 'detail' ? 'details' : 'settings']}</h2>
        ${isInbox ? iconButton('checks', 'readAll', words.markAllRead) : nothing}
        ${isInbox && inbox.preferences ? iconButton('settings', 'settings', words.settings) : nothing}
        ${iconButton('close', 'close', words.close)}
      </div>
      <div class="scroll ${isInbox ? '' : 'behind'}">${list.template(inbox, speech)}</div>
      ${isInbox ? nothing : over}`
  }

  Object.assign(host, {
    show(next: View) {
      views = [next]
      sheet.open()
      if (host.hasAttribute('history'))
        import('./back-entry.ts').then(
          ({ backEntryOf }) => {
            entry = entry || backEntryOf({ back, isOpen: sheet.isOpen })
            if (sheet.isOpen()) entry.opened()
          },
          () => undefined,
        )
    },
    close: () => leave('host'),
    back,
  })
  return {
    connect: list.connect,
    drawn(inbox) {
      sheet.drawn()
      list.drawn(inbox)
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
