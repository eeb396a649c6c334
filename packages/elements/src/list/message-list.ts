import type { Inbox } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import { listOf, type Speech, sentenceOf, stepOf } from '@minibell/views'
import type { TemplateResult } from 'lit/html.js'
import { fire, type Surface, speechOf } from '../surface.ts'
import { actOf } from './act.ts'
import { feedOf, type Shown } from './feed.ts'
import { olderOf } from './older.ts'
import { listTemplate } from './template.ts'

/** The list that message center and floating window share; views decide what it shows. */
export interface MessageList {
  template(inbox: Inbox, speech: Speech): TemplateResult
  /** After each drawing: rows and focus, and what being on screen means. */
  drawn(inbox: Inbox): void
  connect(): Undo
  /** What a button does, named by its `data-act`: of a row, of the list, or of a header outside it. */
  act(name: string, itemId: string): void
  /** Puts the focus on a row. */
  focus(itemId: string): void
}

export interface ListHooks {
  /** The person asked for an item's detail, or its message leads nowhere; it is marked read already. */
  detail(itemId: string): void
  /** A page was opened. */
  opened(): void
}

/** How long a sentence about a tap stays. */
const saidMs = 5000

export function messageList(host: Surface, root: ShadowRoot, hooks: ListHooks): MessageList {
  const changed = (): void => host.changed()
  const older = olderOf(changed)
  const nameOfSender = host.getAttribute.bind(host, 'sender')
  let shown: Shown | undefined
  let filter: 'all' | 'unread' = 'all'
  let tray = ''
  let said = ''
  let saying: ReturnType<typeof setTimeout> | undefined
  let upTo: number | undefined
  let seenUpTo = 0

  const newest = (inbox: Inbox): number => (inbox.getSnapshot().at(0) || { offset: 0 }).offset

  /** The reader scrolled, or the list came on screen. News does not move a reader: it waits above what was newest then. */
  const onLook = (): void => {
    const before = upTo
    upTo = host.inbox && feed.isAway() ? upTo || newest(host.inbox) : undefined
    if (before !== upTo && shown && shown.list.waiting) changed()
    else if (host.inbox) drawn(host.inbox)
  }
  const feed = feedOf(root, onLook)

  const markAll = (inbox: Inbox, kind: 'seen' | 'read'): void => {
    const sender = nameOfSender()
    inbox.markAll(kind, sender ? { sender } : {})
  }

  /** What is on screen was seen; each arrival is told once, and none that still waits above. */
  const see = (inbox: Inbox): void => {
    const top = newest(inbox)
    if (!inbox.getSnapshot().unseen || (upTo && upTo < top) || top === seenUpTo) return
    seenUpTo = top
    markAll(inbox, 'seen')
  }

  const drawn = (inbox: Inbox): void => {
    if (shown) feed.draw(shown)
    if (!feed.isVisible()) return
    see(inbox)
    if (feed.isAtEnd()) older.fetch(inbox)
  }

  const tell = (sentence: string): void => {
    said = sentence
    clearTimeout(saying)
    if (said) saying = setTimeout(tell, saidMs, '')
    changed()
  }

  const focus = (itemId: string): void => {
    feed.focus(itemId)
    changed()
  }

  const open = async (inbox: Inbox, itemId: string): Promise<void> => {
    const outcome = await inbox.open(itemId)
    if (outcome.outcome === 'opened') hooks.opened()
    if (outcome.outcome === 'shown') act('detail', itemId)
    const sentence = sentenceOf(outcome, speechOf(host, inbox).words)
    if (!sentence) return
    tell(sentence)
    fire(host, 'outcome', { itemIds: [itemId], outcome })
  }

  const dismiss = (inbox: Inbox, itemId: string): void => {
    const items = shown ? shown.list.items : []
    const index = items.findIndex(({ id }) => id === itemId)
    const next = items[index + 1] || items[index - 1]
    inbox.dismiss([itemId])
    tell(speechOf(host, inbox).words.dismissed)
    if (next) focus(next.id)
  }

  const toTop = (): void => {
    upTo = undefined
    root.querySelector('.list')?.scrollIntoView()
  }

  const act = (name: string, itemId: string): void => {
    const { inbox } = host
    if (!inbox) return
    if (name === 'all' || name === 'unread') filter = name
    const acts: Readonly<Record<string, () => unknown>> = {
      open: () => open(inbox, itemId),
      detail() {
        inbox.markRead([itemId])
        hooks.detail(itemId)
      },
      read: () => inbox.markRead([itemId]),
      dismiss: () => dismiss(inbox, itemId),
      fresh: toTop,
      history: older.retry,
      retry: () => inbox.retry(),
      readAll: () => markAll(inbox, 'read'),
    }
    acts[name]?.()
    tray = name === 'more' && tray !== itemId ? itemId : ''
    changed()
  }

  const on = {
    click(event: Event): void {
      const { name, itemId } = actOf(event)
      if (name) act(name, itemId)
    },
    focus(event: Event): void {
      const { itemId } = actOf(event)
      if (itemId) feed.touch(itemId)
    },
    key(event: KeyboardEvent): void {
      const { itemId } = actOf(event)
      const items = shown && itemId ? shown.list.items : []
      const to = items[stepOf(event.key, feed.activeIndex(items), items.length) ?? -1]
      if (!to) return
      event.preventDefault()
      focus(to.id)
    },
  }

  return {
    act,
    focus,
    template(inbox, speech) {
      const snapshot = inbox.getSnapshot()
      const group = host.getAttribute('group') === 'sender' ? 'sender' : 'day'
      const list = listOf(snapshot, { filter, sender: nameOfSender(), group, upTo })
      shown = { list, snapshot, speech, group, tray }
      return listTemplate(shown, { filter, said, older: older.phase() }, on)
    },
    drawn,
    connect() {
      const undo = feed.connect()
      return () => {
        undo()
        clearTimeout(saying)
      }
    },
  }
}
