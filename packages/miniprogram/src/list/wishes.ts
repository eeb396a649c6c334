import { fill } from '@minibell/views'
import type { Wish } from '@minibell/views/extras'
import { wordsOf } from '../drawing.ts'
import type { Given } from '../given.ts'

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
