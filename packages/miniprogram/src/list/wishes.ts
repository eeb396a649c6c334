import type { Preferences } from '@minibell/client'
import type { InboxItem, ReportKind } from '@minibell/protocol'
import { fill } from '@minibell/views'
import { reportKinds } from '@minibell/views/extras'
import { wordsOf } from '../drawing.ts'
import type { Given } from '../given.ts'

interface Wish {
  readonly word: 'stopped' | 'allowed' | 'reported'
  call(preferences: Preferences, item: InboxItem): Promise<unknown>
}

const kinds: Readonly<Record<string, ReportKind>> = reportKinds

/** What a person asks of the platform about an item's sender, by the button's name (MA-7, MA-21); `undefined` for any other button. */
export function wishOf(name: string): Wish | undefined {
  if (name === 'stop') return { word: 'stopped', call: ({ mute }, { sender }) => mute(sender) }
  if (name === 'allow') return { word: 'allowed', call: ({ unmute }, { sender }) => unmute(sender) }
  const kind = kinds[name]
  return kind && { word: 'reported', call: ({ report }, { id }) => report(id, kind) }
}

/** Asks, and tells in a sentence what became of it. */
export function ask(wish: Wish, itemId: string, { given, tell }: { given: Given; tell(sentence: string): void }): void {
  const { inbox } = given
  const { preferences } = inbox
  const item = inbox.find(itemId)
  if (!item || !preferences) return
  const words = wordsOf(given)
  const say = (text: string): void => tell(fill(text, { sender: inbox.getSnapshot().sender(item.sender).name }))
  wish.call(preferences, item).then(
    () => say(words[wish.word]),
    () => say(words.notDone),
  )
}
