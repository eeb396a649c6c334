import type { InboxSnapshot } from '@minibell/client'
import type { InboxItem } from '@minibell/protocol'
import { fill, firstDirection, headingOf, type List, type Row, rowOf, type Speech } from '@minibell/views'
import { choicesOf } from '@minibell/views/extras'
import type { Data } from '../changes.ts'
import type { AllWords } from '../drawing.ts'

/** What one drawing of a list goes by. */
export interface Shown {
  readonly list: List
  readonly snapshot: InboxSnapshot
  readonly speech: Speech
  readonly words: AllWords
  readonly group: 'day' | 'sender'
  readonly preferences: boolean
  /** The item whose row shows its menu, and whether that asks for the kind of a report. */
  readonly tray: { readonly id: string; readonly asking: boolean }
}

/** At most so many of a template's lines stand in a row. */
const mostLines = 4

/** One row as its markup draws it. */
export function cellOf(item: InboxItem, index: number, shown: Shown): Data {
  const { list, snapshot, speech, words, preferences, tray } = shown
  const row = rowOf(item, snapshot, speech)
  const heading = headingOf(list, index, shown) || ''
  const isLast = index + 1 >= list.length || !!headingOf(list, index + 1, shown)
  const state = {
    unread: row.unread,
    muted: snapshot.sender(item.sender).muted,
    preferences,
    asking: tray.asking,
  }
  return {
    id: row.itemId,
    look: [heading && 'first', isLast && 'last', row.unread && 'unread', row.isGone && 'gone']
      .filter(Boolean)
      .join(' '),
    // Languages write days small; a heading begins large.
    heading: heading.slice(0, 1).toUpperCase() + heading.slice(1),
    unread: row.unread,
    sender: row.sender,
    note: row.note,
    time: row.time,
    ...avatarData(row.avatar),
    title: row.title,
    titleDir: directionOf(row, row.title),
    content: row.content,
    contentDir: directionOf(row, row.content),
    lines: row.keywords.slice(0, mostLines).map(({ keyword, text }) => ({ keyword: keyword || '', text })),
    picture: row.picture ? row.picture.url : '',
    spoken: row.spoken,
    more: fill(words.actions, { title: row.title }),
    choices: tray.id === item.id ? choicesOf(state, words).map(({ act, text }) => ({ act, text })) : [],
  }
}

/** Hosts have no `auto`: that is the direction of the first letter. */
export function directionOf({ direction }: Pick<Row, 'direction'>, text: string): 'ltr' | 'rtl' {
  return direction === 'auto' ? firstDirection(text) : direction
}

/** The letter stands until the icon is there. */
export function avatarData({ icon, letter, colour }: Row['avatar']): Data {
  return { icon: icon || '', letter: letter || '', colour }
}
