import type { InboxSnapshot } from '@minibell/client'
import { type Avatar, avatarOf } from '../message/avatar.ts'
import { briefOf } from '../message/texts.ts'
import { type BubbleSpeech, fill, say } from '../words/say.ts'
import type { Bubble } from './bubble.ts'

/** What the bubble shows. Texts may be empty, and take the direction of their first letter. */
export interface BubbleFace {
  readonly title?: string
  readonly content?: string
  /** Of both, BCP 47; absent where it is the page's or not known. */
  readonly language?: string
  /** Time of day of the newest; of one message its sender before it. */
  readonly meta?: string
  /** Absent when several senders sent. */
  readonly avatar?: Avatar
}

/** `undefined` when there is no bubble. One item speaks for itself; several are counted: "3 new messages from Kijani" over the newest one's title. */
export function faceOf(
  { items, notice }: Bubble,
  snapshot: Pick<InboxSnapshot, 'sender'>,
  { words, format, pictures }: BubbleSpeech,
): BubbleFace | undefined {
  const newest = items[items.length - 1]
  if (!newest) return notice ? { title: notice } : undefined
  const brief = briefOf(newest)
  const time = format.timeOfDay(newest.sentAt)
  const sender = snapshot.sender(newest.sender)
  const ofOne = items.every((item) => item.sender === sender.id)
  const avatar = ofOne && { avatar: avatarOf(sender, pictures) }
  if (!items[1])
    return {
      ...brief,
      ...(newest.language && { language: newest.language }),
      ...avatar,
      meta: `${sender.name} · ${time}`,
    }
  const messages = say(words.newMessages, items.length, format)
  const title = ofOne ? fill(words.messagesFrom, { messages, sender: sender.name }) : messages
  return { title, content: brief.title || brief.content, ...avatar, meta: time }
}
