import type { Inbox, InboxSnapshot, OpenOutcome } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import {
  headingOf,
  type List,
  listFaceOf,
  listLineOf,
  listOf,
  rowOf,
  type Speech,
  say,
  sentenceOf,
  stepOf,
} from '@minibell/views'
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Surface } from '../surface.ts'
import { emptyTemplate, lineTemplate, skeletonTemplate } from './faces.ts'
import { rowTemplate } from './row-template.ts'
import { RowWindow } from './row-window.ts'
import { visibleOf, watchScroll } from './viewport.ts'
import { Visibility } from './visibility.ts'

export interface ListHooks {
  group(): 'day' | 'sender'
  /** The person asked for an item's detail, or its message leads nowhere. */
  detail(item: InboxItem): void
  /** A page was opened. */
  opened(): void
}

/** How long a sentence about a tap stays. */
const saidMs = 5000

/** The list that message center and floating window share; views decide what it shows. */
export class MessageList implements ReactiveController {
  private readonly host: Surface
  private readonly hooks: ListHooks
  private readonly window = new RowWindow()
  private readonly visibility: Visibility
  private list: List = { items: [], waiting: 0 }
  private filter: 'all' | 'unread' = 'all'
  private upTo: number | undefined
  private seenUpTo = 0
  private tray = ''
  private active = ''
  private isFocusDue = false
  private history: 'idle' | 'loading' | 'failed' = 'idle'
  private said = ''
  private saying: ReturnType<typeof setTimeout> | undefined
  private scroller: Element | undefined
  private undo: Undo | undefined

  constructor(host: Surface, hooks: ListHooks) {
    this.host = host
    this.hooks = hooks
    this.visibility = new Visibility(host.changed)
    host.addController(this)
  }

  hostConnected(): void {
    this.undo = watchScroll(this.host, (scroller) => {
      if (scroller) this.scroller = scroller
      else this.window.forget()
      this.look()
    })
  }

  hostDisconnected(): void {
    this.undo?.()
    this.visibility.stop()
    clearTimeout(this.saying)
  }

  /** Measures what was drawn, and does what being on screen means: seen, and older items fetched before they are missed. */
  hostUpdated(): void {
    const { inbox } = this.host
    this.visibility.watch(this.find('.list'))
    this.window.measure(this.host.renderRoot.querySelectorAll<HTMLElement>('.row[data-id]'))
    this.focusActive()
    this.look()
    if (!inbox || !this.visibility.isVisible) return
    const snapshot = inbox.getSnapshot()
    this.see(inbox, snapshot)
    this.fetchOlder(inbox, snapshot)
  }

  template(inbox: Inbox, speech: Speech): TemplateResult {
    const snapshot = inbox.getSnapshot()
    const { words, format } = speech
    const { filter, upTo, host } = this
    this.list = listOf(snapshot, { filter, sender: host.sender, group: this.hooks.group(), upTo })
    const face = listFaceOf(snapshot, this.list, { words, filter })
    const line = face.kind === 'rows' ? listLineOf(snapshot, words) : undefined
    const { waiting } = this.list
    return html`<div class="list" @click=${this.onClick} @keydown=${this.onKey} @focusin=${this.onFocus}>
      ${this.filtersTemplate(snapshot, speech)}
      ${line ? lineTemplate(line, 'retry', words) : nothing}
      ${waiting ? html`<button class="fresh" data-act="fresh"><span>${say(words.newMessages, waiting, format)}</span></button>` : nothing}
      ${face.kind === 'loading' ? skeletonTemplate(5, words) : face.kind === 'rows' ? this.feedTemplate(snapshot, speech) : emptyTemplate(face, words)}
      <div class="said" role="status">${this.said}</div>
    </div>`
  }

  /** What a button does: of a row, of the list, or of a header outside it. */
  act(name: string, itemId: string): void {
    const { inbox } = this.host
    if (!inbox) return
    if (name === 'open') void this.open(inbox, itemId)
    else if (name === 'detail') this.showDetail(inbox, itemId)
    else if (name === 'read') inbox.markRead([itemId])
    else if (name === 'dismiss') this.dismiss(inbox, itemId)
    else if (name === 'all' || name === 'unread') this.filter = name
    else if (name === 'fresh') this.toTop()
    else if (name === 'retry') inbox.retry()
    else if (name === 'history') this.history = 'idle'
    else if (name === 'mark-all') inbox.markAll('read', this.ofSender())
    this.tray = name === 'more' && this.tray !== itemId ? itemId : ''
    this.host.changed()
  }

  /** Puts the focus on a row once it is drawn, as after coming back from its detail. */
  focus(itemId: string): void {
    this.active = itemId
    this.isFocusDue = true
    this.host.changed()
  }

  /** Says a sentence under the list for a while, also to screen readers. */
  tell(sentence: string): void {
    this.said = sentence
    clearTimeout(this.saying)
    this.saying = setTimeout(() => this.tell(''), saidMs)
    this.host.changed()
  }

  private filtersTemplate({ unread }: InboxSnapshot, { words, format }: Speech): TemplateResult {
    const pill = (name: 'all' | 'unread', count: number): TemplateResult =>
      html`<button class="pill" data-act=${name} aria-pressed=${this.filter === name}><span>${words[name]}${
        count ? html`<b>${format.number(count)}</b>` : nothing
      }</span></button>`
    return html`<div class="filters" role="group" aria-label=${words.messages}>${pill('all', 0)}${pill('unread', unread)}</div>`
  }

  private feedTemplate(snapshot: InboxSnapshot, speech: Speech): TemplateResult {
    const { items } = this.list
    const context = { group: this.hooks.group(), snapshot, speech }
    const activeIndex = this.activeIndex()
    this.window.fit(items, activeIndex)
    const { rows, after } = this.window.current
    const tabIndex = activeIndex < 0 ? (rows[0]?.index ?? 0) : activeIndex
    return html`<div class="feed" role="feed" aria-label=${speech.words.messages} aria-busy=${this.history === 'loading'}>
        ${repeat(
          rows,
          ({ index }) => items[index]?.id,
          ({ index, gap }) => {
            const item = items[index]
            if (!item) return nothing
            return rowTemplate(
              {
                row: rowOf(item, snapshot, speech),
                index,
                gap,
                count: snapshot.hasMore ? -1 : items.length,
                heading: headingOf(items, index, context),
                isLast: index === items.length - 1 || !!headingOf(items, index + 1, context),
                isActive: index === tabIndex,
                isTrayOpen: this.tray === item.id,
              },
              speech.words,
            )
          },
        )}
        <div .style=${`height:${after}px`}></div>
      </div>
      ${this.historyTemplate(speech)}`
  }

  private historyTemplate({ words }: Speech): TemplateResult | typeof nothing {
    if (this.history === 'failed') return lineTemplate({ text: words.historyFailed, retry: true }, 'history', words)
    return this.history === 'loading' ? html`<div class="line" role="status">${words.loading}</div>` : nothing
  }

  private readonly onClick = ({ target }: Event): void => {
    if (!(target instanceof Element)) return
    const row = target.closest<HTMLElement>('.row[data-id]')
    const named = target.closest<HTMLElement>('[data-act]')
    const name = named ? named.dataset['act'] : row ? 'open' : ''
    if (name) this.act(name, row?.dataset['id'] ?? '')
  }

  private readonly onFocus = ({ target }: Event): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('.row[data-id]') : null
    if (row) this.active = row.dataset['id'] ?? ''
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { items } = this.list
    const from = this.activeIndex()
    if (from < 0 || !(event.target instanceof Element && event.target.closest('.row'))) return
    const to = stepOf(event.key, from, items.length)
    if (event.key === 'Delete') this.act('dismiss', this.active)
    else if (to !== undefined) this.focus(items[to]?.id ?? '')
    else return
    event.preventDefault()
  }

  private async open(inbox: Inbox, itemId: string): Promise<void> {
    const outcome: OpenOutcome = await inbox.open(itemId)
    if (outcome.outcome === 'opened') this.hooks.opened()
    if (outcome.outcome === 'shown') this.showDetail(inbox, itemId)
    const sentence = sentenceOf(outcome, this.host.speech(inbox).words)
    if (!sentence) return
    this.tell(sentence)
    this.host.say('minibell-outcome', { itemIds: [itemId], outcome })
  }

  private showDetail(inbox: Inbox, itemId: string): void {
    const item = inbox.find(itemId)
    if (!item) return
    inbox.markRead([itemId])
    this.hooks.detail(item)
  }

  private dismiss(inbox: Inbox, itemId: string): void {
    const { items } = this.list
    const index = items.findIndex(({ id }) => id === itemId)
    inbox.dismiss([itemId])
    this.tell(this.host.speech(inbox).words.dismissed)
    this.focus((items[index + 1] ?? items[index - 1])?.id ?? '')
  }

  private toTop(): void {
    this.upTo = undefined
    this.find('.feed')?.scrollIntoView()
    void this.host.updateComplete.then(() => this.find('.list')?.scrollIntoView())
  }

  private see(inbox: Inbox, snapshot: InboxSnapshot): void {
    const newest = snapshot.at(0)?.offset ?? 0
    if (snapshot.unseen === 0 || this.list.waiting > 0 || newest === this.seenUpTo) return
    this.seenUpTo = newest
    inbox.markAll('seen', this.ofSender())
  }

  private fetchOlder(inbox: Inbox, { hasMore }: InboxSnapshot): void {
    const last = this.window.current.rows[this.window.current.rows.length - 1]
    const isNear = this.list.items.length === 0 || (last && last.index >= this.list.items.length - 5)
    if (!hasMore || !isNear || this.history !== 'idle') return
    const become = (history: 'loading' | 'idle' | 'failed'): void => {
      this.history = history
      this.host.changed()
    }
    become('loading')
    inbox.history().then(
      () => become('idle'),
      () => become('failed'),
    )
  }

  /** Looks where the reader is, and draws anew when other rows are due. */
  private look(): void {
    const feed = this.find('[role=feed]')
    if (feed) this.window.visible = visibleOf(feed, this.scroller)
    const isAway = !!feed && this.window.visible.top > 8
    const upTo = isAway ? (this.upTo ?? this.host.inbox?.getSnapshot().at(0)?.offset) : undefined
    const isMoved = upTo !== this.upTo
    this.upTo = upTo
    if (this.window.fit(this.list.items, this.activeIndex()) || isMoved) this.host.changed()
  }

  private focusActive(): void {
    if (!this.isFocusDue) return
    this.isFocusDue = false
    for (const row of this.host.renderRoot.querySelectorAll<HTMLElement>('.row[data-id]'))
      if (row.dataset['id'] === this.active) row.querySelector<HTMLElement>('.open')?.focus()
  }

  private activeIndex(): number {
    return this.active ? this.list.items.findIndex(({ id }) => id === this.active) : -1
  }

  private ofSender(): { readonly sender?: string } {
    return this.host.sender ? { sender: this.host.sender } : {}
  }

  private find(selector: string): Element | null {
    return this.host.renderRoot.querySelector(selector)
  }
}
