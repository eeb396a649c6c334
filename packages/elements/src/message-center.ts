import { html, nothing } from 'lit/html.js'
import { actOf } from './list/act.ts'
import { messageList } from './list/message-list.ts'
import { iconButton } from './look/parts.ts'
import type { Sheet } from './sheet/sheet.ts'
import { type Drawing, directionOf, Surface } from './surface.ts'

/**
 * MA-1: the message list of the MiniApp Center home page. It stands in the flow of the host's page and scrolls with it.
 * Being on screen makes its items seen, which clears the badge (decision 4). Attributes: `group` (`day`, the default, or
 * `sender`), `sender` (one sender's items only), `theme`. Fires `minibell-outcome` when a tap did not open its page.
 */
export class MessageCenter extends Surface {
  constructor() {
    super(drawingOf)
  }
}

function drawingOf(host: Surface, root: ShadowRoot): Drawing {
  let shown = ''
  let sheet: Sheet | undefined
  const close = (): void => {
    if (sheet && sheet.isOpen()) sheet.close()
  }
  const list = messageList(host, root, {
    detail(itemId, { sheetOf }) {
      shown = itemId
      sheet = sheet || sheetOf(close)
      sheet.open()
    },
    opened: close,
  })
  const onClick = (event: Event): void => {
    const { name } = actOf(event)
    if (!name) return
    close()
    list.act(name, shown)
  }

  return {
    connect: list.connect,
    drawn(inbox) {
      if (sheet) sheet.drawn()
      list.drawn(inbox)
    },
    template(inbox, speech) {
      const { words } = speech
      const detail = html`<div class="scroll" @click=${onClick}>
        <div class="bar" part="bar"><h2 class="grow" part="heading">${words.details}</h2>${iconButton('close', 'close', words.close)}</div>
        ${list.detail(inbox, shown, speech)}</div>`
      return html`<div dir=${directionOf(host)}>
        <div class="bar wrap" part="bar"><h2 part="heading">${words.messages}</h2>
          <button class="text" aria-disabled=${!inbox.getSnapshot().unread} @click=${() => list.act('readAll', '')}>${words.markAllRead}</button></div>
        ${list.template(inbox, speech)}${sheet ? sheet.template(detail, { label: words.details, tall: false }) : nothing}</div>`
    },
  }
}
