import type { Inbox, InboxSnapshot, OpenOutcome } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import {
  headingOf,
  type List,
  type ListWindow,
  listFaceOf,
  listLineOf,
  listOf,
  rowOf,
  type Speech,
  say,
  sentenceOf,
  stepOf,
  type Words,
} from '@minibell/views'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { fire, type Surface, speechOf } from '../surface.ts'
import { emptyTemplate, lineTemplate, skeletonTemplate } from './faces.ts'
import { type PlacedRow, rowKeeper } from './rows.ts'
import { scrollOf } from './scroll.ts'

/** The list that message center and floating window share; views decide what it shows. */
export interface MessageList {
  template(inbox: Inbox, speech: Speech): TemplateResult
  /** After each drawing: measures, moves the focus, and does what being on screen means. */
  drawn(inbox: Inbox): void
  connect(): Undo
  /** What a button does, named by its `data-act`: of a row, of the list, or of a header outside it. */
  act(name: string, itemId: string): void
  /** Puts the focus on a row at the next drawing. */
  focus(itemId: string): void
}

export interface ListHooks {
  /** The person asked for an item's detail, or its message leads nowhere. */
  detail(itemId: string): void
  /** A page was opened. */
  opened(): void
}

/** How long a sentence about a tap stays. */
const saidMs = 5000

/** For the click listener around buttons: the name of the one that was clicked, and its row's item. */
export function actOf({ target }: Event): { readonly name: string; readonly itemId: string } {
  const near = (selector: string): HTMLElement | null => (target as Element).closest<HTMLElement>(selector)
  const row = near('article')
  const named = near('[data-act]')
  return {
    name: named ? (named.dataset['act'] as string) : row ? 'open' : '',
    itemId: (row && row.dataset['id']) || '',
  }
}

export function messageList(host: Surface, root: ShadowRoot, hooks: ListHooks): MessageList {
  const changed = (): void => host.changed()
  const keep = rowKeeper()
  let list: List = { items: [], waiting: 0 }
  let filter: 'all' | 'unread' = 'all'
  let upTo: number | undefined
  let seenUpTo = 0
  let tray = ''
  let active = ''
  let isFocusDue = false
  let history: 'idle' | 'loading' | 'failed' = 'idle'
  let said = ''
  let saying: ReturnType<typeof setTimeout> | undefined
  let context:
    | { readonly snapshot: InboxSnapshot; readonly speech: Speech; readonly group: 'day' | 'sender' }
    | undefined
  let lastIndex = -1

  const find = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(selector)
  const sender = (): string | undefined => host.getAttribute('sender') || undefined
  const activeIndex = (): number => (active ? list.items.findIndex(({ id }) => id === active) : -1)

  const template = (inbox: Inbox, speech: Speech): TemplateResult => {
    const snapshot = inbox.getSnapshot()
    const { words } = speech
    const group = host.getAttribute('group') === 'sender' ? 'sender' : 'day'
    context = { snapshot, speech, group }
    list = listOf(snapshot, { filter, sender: sender(), group, upTo })
    const face = listFaceOf(snapshot, list, { words, filter })
    const line = face.kind === 'rows' && listLineOf(snapshot, words)
    return html`<div class="list" @click=${onClick} @keydown=${onKey} @focusin=${onFocus}>
      ${filtersTemplate(snapshot, speech)}
      ${line ? lineTemplate(line, 'retry', words) : nothing}
      ${list.waiting ? html`<button class="fresh" data-act="fresh"><span>${say(words.newMessages, list.waiting, speech.format)}</span></button>` : nothing}
      ${face.kind === 'loading' ? skeletonTemplate(words) : face.kind === 'rows' ? feedTemplate(words) : emptyTemplate(face, words)}
      <div class="said" role="status">${said}</div>
    </div>`
  }

  const filtersTemplate = ({ unread }: InboxSnapshot, { words, format }: Speech): TemplateResult => {
    const pill = (name: 'all' | 'unread', count: number): TemplateResult =>
      html`<button class="pill" data-act=${name} aria-pressed=${filter === name}><span>${words[name]}${
        count ? html`<b>${format.number(count)}</b>` : nothing
      }</span></button>`
    return html`<div class="filters" role="group" aria-label=${words.messages}>${pill('all', 0)}${pill('unread', unread)}</div>`
  }

  const feedTemplate = (words: Words): TemplateResult => html`<div class="feed" role="feed" aria-label=${words.messages}
      aria-busy=${history === 'loading'}></div>
    ${history === 'idle' ? nothing : lineTemplate(history === 'failed' ? { text: words.historyFailed, retry: true } : { text: words.loading, retry: false }, 'history', words)}`

  /** Puts the rows into the feed that are due where the reader is. */
  const fill = (): void => {
    const feed = find('[role=feed]')
    if (feed && context) {
      const { rows, after } = scroll.windowOf(list.items, activeIndex())
      keep(feed, rows.map(placed), context.speech.words)
      feed.style.paddingBottom = `${after + 16}px`
      lastIndex = rows.length ? (rows[rows.length - 1] as { index: number }).index : -1
    }
    scroll.measure(feed)
  }

  const placed = ({ index, gap }: ListWindow['rows'][number], place: number): PlacedRow => {
    // A window has only rows of its list, and is made only with a context.
    const item = list.items[index] as InboxItem
    const { snapshot, speech } = context as NonNullable<typeof context>
    const { items } = list
    const at = activeIndex()
    return {
      row: rowOf(item, snapshot, speech),
      index,
      gap,
      count: snapshot.hasMore ? -1 : items.length,
      heading: headingOf(items, index, context as NonNullable<typeof context>),
      isLast: !items[index + 1] || !!headingOf(items, index + 1, context as NonNullable<typeof context>),
      isActive: at < 0 ? place === 0 : index === at,
      isTrayOpen: tray === item.id,
    }
  }

  const onScroll = (): void => {
    const was = upTo
    upTo = scroll.isAway() ? upTo || newest() : undefined
    if (was !== upTo && list.waiting) changed()
    else fill()
  }
  const newest = (): number => host.inbox?.getSnapshot().at(0)?.offset || 0

  const drawn = (inbox: Inbox): void => {
    fill()
    if (isFocusDue) {
      isFocusDue = false
      for (const row of root.querySelectorAll('article'))
        if (row.dataset['id'] === active) row.querySelector<HTMLElement>('.open')?.focus()
    }
    if (!scroll.isVisible()) return
    see(inbox)
    fetchOlder(inbox)
  }

  const see = (inbox: Inbox): void => {
    if (list.waiting || !inbox.getSnapshot().unseen || newest() === seenUpTo) return
    seenUpTo = newest()
    inbox.markAll('seen', ofSender())
  }

  const ofSender = (): { readonly sender?: string } => {
    const id = sender()
    return id ? { sender: id } : {}
  }

  const fetchOlder = (inbox: Inbox): void => {
    const { hasMore } = inbox.getSnapshot()
    if (!hasMore || history !== 'idle' || lastIndex < list.items.length - 5) return
    const become = (next: typeof history) => (): void => {
      history = next
      changed()
    }
    become('loading')()
    inbox.history().then(become('idle'), become('failed'))
  }

  const tell = (sentence: string): void => {
    said = sentence
    clearTimeout(saying)
    if (said) saying = setTimeout(tell, saidMs, '')
    changed()
  }

  const focus = (itemId: string): void => {
    active = itemId
    isFocusDue = true
    changed()
  }

  const open = async (inbox: Inbox, itemId: string): Promise<void> => {
    const outcome: OpenOutcome = await inbox.open(itemId)
    const sentence = sentenceOf(outcome, speechOf(host, inbox).words)
    if (outcome.outcome === 'opened') hooks.opened()
    if (outcome.outcome === 'shown') hooks.detail(itemId)
    if (!sentence) return
    tell(sentence)
    fire(host, 'outcome', { itemIds: [itemId], outcome })
  }

  const dismiss = (inbox: Inbox, itemId: string): void => {
    const { items } = list
    const index = items.findIndex(({ id }) => id === itemId)
    const next = items[index + 1] || items[index - 1]
    inbox.dismiss([itemId])
    tell(speechOf(host, inbox).words.dismissed)
    if (next) focus(next.id)
  }

  const act = (name: string, itemId: string): void => {
    const { inbox } = host
    if (!inbox) return
    if (name === 'all' || name === 'unread') filter = name
    if (name === 'history') history = 'idle'
    const acts: Record<string, () => unknown> = {
      open: () => open(inbox, itemId),
      detail: () => hooks.detail(itemId),
      read: () => inbox.markRead([itemId]),
      dismiss: () => dismiss(inbox, itemId),
      fresh: toTop,
      retry: () => inbox.retry(),
      readAll: () => inbox.markAll('read', ofSender()),
    }
    acts[name]?.()
    tray = name === 'more' && tray !== itemId ? itemId : ''
    changed()
  }

  const toTop = (): void => {
    upTo = undefined
    find('.list')?.scrollIntoView()
  }

  const onClick = (event: Event): void => {
    const { name, itemId } = actOf(event)
    if (name) act(name, itemId)
  }
  const onFocus = (event: Event): void => {
    active = actOf(event).itemId || active
  }
  const onKey = (event: KeyboardEvent): void => {
    const { itemId } = actOf(event)
    const to = stepOf(event.key, activeIndex(), list.items.length)
    const item = to === undefined ? undefined : list.items[to]
    if (!itemId || !(item || event.key === 'Delete')) return
    event.preventDefault()
    if (item) focus(item.id)
    else act('dismiss', itemId)
  }

  const scroll = scrollOf(root, onScroll)
  return {
    template,
    drawn,
    act,
    focus,
    connect: () => {
      const undo = scroll.connect()
      return () => {
        undo()
        clearTimeout(saying)
      }
    },
  }
}
