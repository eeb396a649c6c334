import type { InboxSnapshot } from '@minibell/client'
import type { InboxItem, Sender } from '@minibell/protocol'
import type { Speech } from '../words/say.ts'
import { timeText } from '../words/time-text.ts'
import { type Avatar, avatarOf } from './avatar.ts'
import { directionOf } from './direction.ts'
import { type MessageTexts, textsOf } from './texts.ts'

/** One inbox item as a list shows it. */
export interface Row extends MessageTexts {
  /** Stable over every change: what keeps a row's element. */
  readonly itemId: string
  readonly sender: Sender
  readonly avatar: Avatar
  readonly time: string
  readonly sentAt: number
  /** Not yet read: the dot and the weight (decision 4). */
  readonly unread: boolean
  /** Whether a tap can lead to a page. */
  readonly leads: boolean
  readonly direction: 'ltr' | 'rtl'
  readonly language?: string
  /** States in words, for the eye beside the sender: muted, no longer available (MA-19). */
  readonly notes: readonly string[]
  /** What the dot and the icon say, for screen readers: "Unread, Kijani Energy". */
  readonly label: string
}

export function rowOf(item: InboxItem, snapshot: InboxSnapshot, speech: Speech): Row {
  const { words, format, now } = speech
  const sender = snapshot.sender(item.sender)
  const texts = textsOf(item, words)
  const unread = !snapshot.isRead(item)
  const notes = notesOf(sender, speech)
  return {
    ...texts,
    itemId: item.id,
    sender,
    avatar: avatarOf(sender),
    time: timeText(item.sentAt, now, format),
    sentAt: item.sentAt,
    unread,
    leads: leadsToPage(item) && sender.status === 'available',
    direction: directionOf(`${texts.title} ${texts.content}`, item.language),
    ...(item.language !== undefined && { language: item.language }),
    notes,
    label: [...(unread ? [words.unread] : []), sender.name, ...notes].join(', '),
  }
}

function notesOf(sender: Sender, { words }: Speech): readonly string[] {
  if (sender.status === 'removed') return [words.gone]
  return sender.muted ? [words.muted] : []
}

function leadsToPage({ message }: InboxItem): boolean {
  return message.kind !== 'unsupported' && message.jump?.kind === 'page'
}
