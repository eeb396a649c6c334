import type { InboxItem } from '@minibell/protocol'
import { rowOf } from '@minibell/views'
import { html, nothing, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit'
import { MessageList } from './list/message-list.ts'
import { listStyles } from './list/styles.ts'
import { common } from './look/common.ts'
import { picture } from './look/pictures.ts'
import { tokens } from './look/tokens.ts'
import { detailTemplate } from './sheet/detail-template.ts'
import { Sheet } from './sheet/sheet.ts'
import { sheetStyles } from './sheet/styles.ts'
import { Surface } from './surface.ts'

/**
 * MA-1: the message list of the MiniApp Center home page. It stands in the flow of the host's page and scrolls with it.
 * Being on screen makes its items seen, which clears the badge (decision 4). Fires `minibell-outcome` when a tap did not
 * open its page.
 */
export class MessageCenter extends Surface {
  static override properties: PropertyDeclarations = { ...Surface.properties, group: {} }
  static override styles = unsafeCSS(tokens + common + listStyles + sheetStyles)

  /** Default `day`. */
  declare group: 'day' | 'sender' | undefined

  private shown: InboxItem | undefined
  private readonly sheet = new Sheet(this, { cancel: () => this.closeDetail() })
  private readonly list = new MessageList(this, {
    group: () => this.group ?? 'day',
    detail: (item) => this.openDetail(item),
    opened: () => this.closeDetail(),
  })

  override render(): TemplateResult | typeof nothing {
    const { inbox } = this
    if (!inbox) return nothing
    const speech = this.speech(inbox)
    const { words } = speech
    const canMark = inbox.getSnapshot().unread > 0
    return html`<div dir=${this.direction}>
        <div class="bar"><h2 class="grow">${words.messages}</h2>
          <button class="text" ?disabled=${!canMark} @click=${() => this.list.act('mark-all', '')}>${words.markAllRead}</button></div>
        ${this.list.template(inbox, speech)}
      </div>
      ${this.shown && this.sheet.phase !== 'closed' ? this.detail(this.shown) : nothing}`
  }

  private detail(item: InboxItem): TemplateResult | typeof nothing {
    const { inbox } = this
    if (!inbox) return nothing
    const speech = this.speech(inbox)
    const { words, format } = speech
    const onClick = ({ target }: Event): void => {
      const name = target instanceof Element && target.closest<HTMLElement>('[data-act]')?.dataset['act']
      if (!name) return
      this.closeDetail()
      this.list.act(name, item.id)
    }
    const row = rowOf(item, inbox.getSnapshot(), speech)
    const content = html`<div class="bar"><h2 class="grow">${words.details}</h2>
        <button class="icon" aria-label=${words.close} @click=${() => this.closeDetail()}>${picture('close')}</button></div>
      <div class="scroll" @click=${onClick}>${detailTemplate(row, format.date(item.sentAt, 'full'), words)}</div>`
    return this.sheet.template(content, { label: words.details, className: '' })
  }

  private openDetail(item: InboxItem): void {
    this.shown = item
    this.sheet.open()
  }

  private closeDetail(): void {
    this.sheet.close()
  }
}
