import type { OpenOutcome } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import { actOn, listOf, olderOf, readingOf } from '@minibell/views'
import { sentenceOf, wishOf } from '@minibell/views/extras'
import type { Data } from '../changes.ts'
import { type AllWords, type Drawing, speechOf, wordsOf } from '../drawing.ts'
import type { Given } from '../given.ts'
import type { Screen, ViewEvent } from '../surface.ts'
import { feedOf } from './feed.ts'
import { linesOf } from './lines.ts'
import { ask } from './wishes.ts'

/** The list that message center and floating window share; views decide what it shows. */
export interface MessageList {
  model(given: Given): Data
  /** The view has it. `isOnScreen`: the list is in front of the person. */
  drawn(given: Given, isOnScreen: boolean): void
  /** What a button does, by its name. */
  act(name: string, itemId: string): void
  scroll(event: ViewEvent): void
  /** Says a sentence for a while. */
  tell(sentence: string): void
  end(): void
}

export interface ListHooks {
  readonly screen: Screen
  readonly drawing: () => Drawing
  /** The person asked for an item's detail, or its message leads nowhere; it is marked read already. */
  detail(itemId: string): void
  /** A page was opened. */
  opened(): void
}

/** How long a sentence about a tap stays. */
const saidMs = 5000

export function messageList({ screen, drawing, detail, opened }: ListHooks): MessageList {
  const changed = (): void => drawing().changed()
  const feed = feedOf()
  const older = olderOf(changed)
  let filter: 'all' | 'unread' = 'all'
  let tray = { id: '', asking: false }
  let said = ''
  let saying: Undo = () => {}
  let waiting = 0
  let measured = ''
  let toTop = 0

  const sender = (): string => String(screen.props()['sender'] || '')
  const reading = readingOf(sender)

  /** Rows that are new to the page; a row with its menu open is higher for a while, and measured again afterwards. */
  const measure = (): void => {
    if (feed.isKnown() && tray.id === measured) return
    measured = tray.id
    screen.boxes('mb-row').then(feed.learn, () => undefined)
    screen.boxes('mb-list').then(
      ([box]) => {
        if (box && feed.resize(box.height)) changed()
      },
      () => undefined,
    )
  }

  const tell = (sentence: string): void => {
    said = sentence
    saying()
    if (said) saying = drawing().after(saidMs, () => tell(''))
    changed()
  }

  const open = async (given: Given, itemId: string): Promise<void> => {
    const outcome = await given.inbox.open(itemId)
    if (outcome.outcome === 'opened') opened()
    if (outcome.outcome === 'shown') detail(itemId)
    else told(outcome, { given, itemId })
  }
  const told = (outcome: OpenOutcome, { given, itemId }: { given: Given; itemId: string }): void => {
    const why = sentenceOf(outcome, wordsOf(given))
    if (!why) return
    tell(why)
    screen.fire('outcome', { itemIds: [itemId], outcome: outcome.outcome })
  }

  const look = (): void => {
    const given = drawing().given()
    if (!given) return
    if (reading.look(given.inbox, feed.isAway()) && waiting) changed()
    else if (feed.isAtEnd()) older.fetch(given.inbox)
  }

  const act = (name: string, itemId: string): void => {
    const given = drawing().given()
    if (!given) return
    if (name === 'all' || name === 'unread') filter = name
    actOn(name, itemId, { inbox: given.inbox, reading, older })
    const acts: Readonly<Record<string, () => unknown>> = {
      open: () => open(given, itemId),
      detail: () => detail(itemId),
      dismiss: () => tell(wordsOf(given).dismissed),
      fresh() {
        feed.scroll(0)
        toTop += 1
      },
    }
    const wish = wishOf(name)
    if (wish) ask(wish, itemId, { given, tell })
    else if (acts[name]) acts[name]()
    const isMenu = name === 'more' && tray.id !== itemId
    tray = isMenu || name === 'report' ? { id: itemId, asking: name === 'report' } : { id: '', asking: false }
    changed()
  }

  return {
    act,
    tell,
    model(given) {
      const { inbox } = given
      const snapshot = inbox.getSnapshot()
      const group = screen.props()['group'] === 'sender' ? 'sender' : 'day'
      const list = listOf(snapshot, { filter, sender: sender(), group, upTo: reading.upTo() })
      waiting = list.waiting
      const words: AllWords = wordsOf(given)
      const shown = {
        list,
        snapshot,
        speech: speechOf(given),
        words,
        group,
        tray,
        preferences: !!inbox.preferences,
      } as const
      return { ...linesOf(shown, { filter, said, older: older.phase(), toTop }), ...feed.model(shown) }
    },
    drawn({ inbox }, isOnScreen) {
      if (!isOnScreen) return
      measure()
      reading.see(inbox)
      if (feed.isAtEnd()) older.fetch(inbox)
    },
    scroll({ detail: { scrollTop = 0 } }) {
      if (feed.scroll(scrollTop)) changed()
      look()
    },
    end() {
      saying()
    },
  }
}
