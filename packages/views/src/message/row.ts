import type { InboxSnapshot } from '@minibell/client'
import type { InboxItem } from '@minibell/protocol'
import type { Speech } from '../words/say.ts'
import { timeText } from '../words/time-text.ts'
import { type Avatar, avatarOf } from './avatar.ts'
import { languageDirection } from './direction.ts'
import { isAllowed } from './pictures.ts'
import { type MessageTexts, textsOf } from './texts.ts'

/** One inbox item as a list shows it. */
export interface Row extends MessageTexts {
  /** Stable over every change: what keeps a row's element. */
  readonly itemId: string
  /** Name of the sender. */
  readonly sender: string
  readonly avatar: Avatar
  readonly time: string
  readonly sentAt: number
  /** Not yet read: the dot and the weight (decision 4). */
  readonly unread: boolean
  /** Whether a tap can lead to a page. */
  readonly leads: boolean
  /** The sender was removed: the row stays and jumps nowhere (MA-19, JR-9). */
  readonly isGone: boolean
  /** Of the texts; `auto`: that of their first letter, see `firstDirection`. */
  readonly direction: 'ltr' | 'rtl' | 'auto'
  readonly language: string
  /** A word beside the sender: muted, no longer available; else empty. */
  readonly note: string
  /** What dot, weight and icon say, for screen readers: "Unread, Kijani Energy". */
  readonly label: string
  /** The whole row in one sentence. */
  readonly spoken: string
}

/** Of any kind of message; `speech.now` decides the time’s wording. */
export function rowOf(item: InboxItem, snapshot: InboxSnapshot, speech: Speech): Row {
  const { words, pictures } = speech
  const sender = snapshot.sender(item.sender)
  const texts = textsOf(item, words)
  const { language = '', message } = item
  const unread = !snapshot.isRead(item)
  const isGone = sender.status === 'removed'
  const note = isGone ? words.gone : sender.muted ? words.muted : ''
  const time = timeText(item.sentAt, speech)
  const label = [unread && words.unread, sender.name, note].filter(Boolean).join(', ')
  const keywords = texts.keywords.map(({ keyword, text }) => `${keyword}: ${text}`)
  return {
    ...texts,
    picture: texts.picture && isAllowed(texts.picture.url, pictures) ? texts.picture : undefined,
    itemId: item.id,
    sender: sender.name,
    avatar: avatarOf(sender, pictures),
    time,
    sentAt: item.sentAt,
    unread,
    leads: !isGone && 'jump' in message && !!message.jump && message.jump.kind === 'page',
    isGone,
    direction: languageDirection(language),
    language,
    note,
    label,
    spoken: [label, texts.title, texts.content, ...keywords, time].filter(Boolean).join(', '),
  }
}
