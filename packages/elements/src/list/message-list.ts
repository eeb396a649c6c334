import { filtering, type Inbox, type InboxSnapshot } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import { actOn, grouping, type List, listOf, olderOf, readingOf, type Speech } from '@minibell/views'
import type { TemplateResult } from 'lit/html.js'
import { fire, type Surface, speechOf } from '../surface.ts'
import { actOf } from './act.ts'
import type { Extras } from './extras/extras.ts'
import { lent } from './extras/lent.ts'
import { feedOf, type Shown } from './feed.ts'
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
  /** Loads what the first screen does not need, once. */
  readonly withExtras: (use: (extras: Extras) => void) => void
  /** A whole message; `''` before a hook named it. */
  readonly detail: Extras['detail']
}

export interface ListHooks {
  /** The person asked for an item's detail, or its message leads nowhere; it is marked read already. */
  detail(itemId: string, extras: Extras): void
  /** A page was opened. */
  opened(): void
}

/** How long a sentence about a tap stays. */
const saidMs = 5000

export function messageList(host: Surface, root: ShadowRoot, hooks: ListHooks): MessageList {
  const changed = (): void => host.changed()
  const older = olderOf(changed)
  const listed = lister()
  const nameOfSender = host.getAttribute.bind(host, 'sender')
  const reading = readingOf(nameOfSender)
  let shown: Shown | undefined
  let filter: 'all' | 'unread' = 'all'
  let tray = ''
  let said = ''
  let saying: ReturnType<typeof setTimeout> | undefined
  let extras: Extras | undefined

  const speech = (): Speech => speechOf(host, host.inbox as Inbox) // it has one while it is used

  /** The reader scrolled, or the list came on screen. */
  const onLook = (): void => {
    const { inbox } = host
    if (!inbox) return
    if (reading.look(inbox, feed.isAway()) && shown && shown.list.waiting) changed()
    else drawn(inbox)
  }
  const feed = feedOf(root, onLook)

  const drawn = (inbox: Inbox): void => {
    if (shown) feed.draw(shown)
    if (!feed.isVisible()) return
    reading.see(inbox)
    if (feed.isAtEnd()) older.fetch(inbox)
  }

  const tell = (sentence: string): void => {
    said = sentence
    clearTimeout(saying)
    if (said) saying = setTimeout(tell, saidMs, '')
    changed()
  }

  const focus = (itemId: string): void => {
    const item = host.inbox && host.inbox.find(itemId)
    if (item) feed.focus(item)
    changed()
  }

  const open = async (inbox: Inbox, itemId: string): Promise<void> => {
    const outcome = await inbox.open(itemId)
    if (outcome.outcome === 'opened') hooks.opened()
    if (outcome.outcome === 'shown') act('detail', itemId)
    withExtras(({ sentence }) => {
      const why = sentence(outcome)
      if (!why) return
      tell(why)
      fire(host, 'outcome', { itemIds: [itemId], outcome })
    })
  }

  /** The row that gets the focus of one that goes. */
  const beside = (inbox: Inbox, itemId: string): InboxItem | undefined => {
    const item = inbox.find(itemId)
    const index = item && shown ? shown.list.indexOf(item) : -1
    return shown && (shown.list.at(index + 1) || shown.list.at(index - 1))
  }

  const act = (name: string, itemId: string): void => {
    const { inbox } = host
    if (!inbox) return
    if (name === 'all' || name === 'unread') filter = name
    const next = beside(inbox, itemId)
    actOn(name, itemId, { inbox, reading, older })
    const acts: Readonly<Record<string, () => unknown>> = {
      open: () => open(inbox, itemId),
      detail: () => withExtras((loaded) => hooks.detail(itemId, loaded)),
      dismiss() {
        tell(speech().words.dismissed)
        if (next) focus(next.id)
      },
      fresh: () => root.querySelector('.list')?.scrollIntoView(),
      refresh: () => withExtras(({ refresh }) => refresh()),
    }
    const isAsking = !!extras && extras.act(name, itemId)
    acts[name]?.()
    if (tray && name !== 'more' && !acts[name]) focus(itemId)
    tray = isAsking || (name === 'more' && tray !== itemId) ? itemId : ''
    if (tray) withExtras(changed)
    changed()
  }

  /** What did not load is left out, and asked for again the next time. */
  const withExtras = (use: (loaded: Extras) => void): void => {
    if (extras) use(extras)
    else
      import('./extras/extras.ts').then(
        ({ extrasOf }) => {
          extras = extras || extrasOf(host, root, { lent, tell, act, speech })
          use(extras)
        },
        () => undefined,
      )
  }

  const on = {
    click(event: Event): void {
      const { name, itemId } = actOf(event)
      if (name) act(name, itemId)
    },
    focus(event: Event): void {
      const { itemId } = actOf(event)
      const item = host.inbox && host.inbox.find(itemId)
      if (item) feed.touch(item)
    },
    key(event: KeyboardEvent): void {
      const { itemId } = actOf(event)
      const { key } = event
      if (!itemId || event.ctrlKey || event.metaKey || event.altKey) return
      if (/^(Arrow(Up|Down)|Page|Home|End)/.test(key)) event.preventDefault()
      if (key === 'Delete') act('dismiss', itemId)
      else
        withExtras(({ find }) => {
          const to = shown && find(event, shown, feed.activeIndex(shown.list))
          if (to) focus(to.id)
        })
    },
    /** A finger may begin a swipe of a row or a pull; a mouse has buttons for both. */
    press(event: PointerEvent): void {
      const { row } = actOf(event)
      const isAtStart = feed.isAtStart()
      if (event.pointerType !== 'mouse' && (row || isAtStart))
        withExtras(({ press }) => press(event, { row, isAtStart }))
    },
  }

  return {
    act,
    focus,
    withExtras,
    detail: (...asked) => (extras ? extras.detail(...asked) : ''),
    template(inbox, speech) {
      const snapshot = inbox.getSnapshot()
      const group = host.getAttribute('group') === 'sender' ? 'sender' : 'day'
      const list = listed(snapshot, { filter, sender: nameOfSender() || '', group, upTo: reading.upTo() })
      shown = { list, snapshot, speech, group, tray, trayTemplate: extras && extras.tray }
      feed.hold()
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

interface Choice {
  readonly filter: 'all' | 'unread'
  /** `''`: every one. */
  readonly sender: string
  readonly group: 'day' | 'sender'
  readonly upTo: number | undefined
}

/** Keeps what a filter lets through and the groups from one drawing to the next, so that an arrival costs the same in any list. */
function lister(): (snapshot: InboxSnapshot, choice: Choice) => List {
  let key = ''
  let choose: ReturnType<typeof filtering> | undefined
  let grouped = grouping()
  return (snapshot, { filter, sender, ...rest }) => {
    const now = `${filter} ${sender}`
    if (now !== key) {
      key = now
      grouped = grouping()
      const state = filter === 'unread' ? { state: filter } : {}
      choose = sender || state.state ? filtering({ ...(sender && { sender }), ...state }) : undefined
    }
    return listOf(snapshot, { ...rest, grouped, chosen: choose && choose(snapshot) })
  }
}
