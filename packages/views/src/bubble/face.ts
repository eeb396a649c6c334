import type { InboxSnapshot } from '@minibell/client'
import { type Avatar, avatarOf } from '../message/avatar.ts'
import { briefOf } from '../message/texts.ts'
import { type BubbleSpeech, say } from '../words/say.ts'
import type { Bubble } from './bubble.ts'

/** What the bubble shows. Texts may be empty, and take the direction of their first letter. */
export interface BubbleFace {
  readonly title?: string
  readonly content?: string
  /** Sender, where all are of one, and time of day of the newest. */
  readonly meta?: string
  /** Absent when several senders sent. */
  readonly avatar?: Avatar
}

/** `undefined` when there is no bubble. One item speaks for itself; several are counted: "3 new messages" over the newest one's title. */
export function faceOf(
  { items, notice }: Bubble,
  snapshot: Pick<InboxSnapshot, 'sender'>,
  { words, format }: BubbleSpeech,
): BubbleFace | undefined {
  const newest = items[items.length - 1]
  if (!newest) return notice ? { title: notice } : undefined
  const brief = briefOf(newest)
  const time = format.timeOfDay(newest.sentAt)
  const sender = snapshot.sender(newest.sender)
  const ofOne = items.every((item) => item.sender === sender.id)
  return {
    ...(items[1]
      ? { title: say(words.newMessages, items.length, format), content: brief.title || brief.content }
      : brief),
    ...(ofOne ? { avatar: avatarOf(sender), meta: `${sender.name} · ${time}` } : { meta: time }),
  }
}
