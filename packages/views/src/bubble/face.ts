import type { InboxSnapshot } from '@minibell/client'
import type { InboxItem } from '@minibell/protocol'
import { type Avatar, avatarOf } from '../message/avatar.ts'
import { directionOf } from '../message/direction.ts'
import { textsOf } from '../message/texts.ts'
import { type Speech, say } from '../words/say.ts'
import { timeText } from '../words/time-text.ts'
import type { BubbleWords } from '../words/words.ts'
import type { Bubble } from './bubble.ts'

/** What the bubble shows. */
export interface BubbleFace {
  /** Where a tap leads; absent when the bubble stands for several, then a tap opens the inbox. */
  readonly itemId?: string
  /** Absent when several senders sent. */
  readonly avatar?: Avatar
  readonly title: string
  readonly content: string
  readonly time: string
  readonly direction: 'ltr' | 'rtl'
  readonly language?: string
  /** For the polite live region, once per face. */
  readonly announcement: string
}

/** `undefined` when there is no bubble. One item speaks for itself, several are counted: "3 new messages from Kijani". */
export function faceOf(
  { items }: Bubble,
  snapshot: Pick<InboxSnapshot, 'sender'>,
  speech: Speech<Pick<BubbleWords, 'newMessages' | 'newMessagesFrom' | 'unsupported'>>,
): BubbleFace | undefined {
  const newest = items[items.length - 1]
  if (!newest) return undefined
  const { words, format, now } = speech
  const sender = snapshot.sender(newest.sender)
  const ofOne = items.every((item) => item.sender === newest.sender)
  const count = say(ofOne ? words.newMessagesFrom : words.newMessages, format, {
    n: items.length,
    sender: sender.name,
  })
  const face = { ...(ofOne && { avatar: avatarOf(sender) }), time: timeText(newest.sentAt, now, format) }
  const { title, content } = textsOf(newest, words)
  if (items.length > 1) {
    return { ...face, title: count, content: title, direction: directionOf(count), announcement: count }
  }
  return {
    ...face,
    ...single(newest),
    title,
    content,
    direction: directionOf(title, newest.language),
    announcement: `${count}: ${title}`,
  }
}

function single({ id, language }: InboxItem): Pick<BubbleFace, 'itemId' | 'language'> {
  return { itemId: id, ...(language !== undefined && { language }) }
}
