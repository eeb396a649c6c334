import type { InboxItem } from '@minibell/protocol'
import { stepOf } from '@minibell/views/extras'
import type { Shown } from '../feed.ts'
import type { ExtrasHooks } from './lent.ts'

/** Which row a key leads to from that at `index`: by steps, or to one that begins with what was typed. */
export type Keys = (
  event: KeyboardEvent,
  shown: Pick<Shown, 'list' | 'snapshot'>,
  index: number,
) => InboxItem | undefined

export function keysOf({ briefOf }: ExtrasHooks['lent']): Keys {
  const find = typeAhead(briefOf)
  return (event, shown, index) => {
    const { list } = shown
    const to = stepOf(event.key, index, list.length)
    if (to !== undefined) return list.at(to)
    return find(event, shown, index)
  }
}

/** A longer silence begins anew. */
const silenceMs = 800

/** Takes one letter after the other; the row whose sender or title begins with what was typed, from `index` on and then from the top. */
function typeAhead(briefOf: ExtrasHooks['lent']['briefOf']): Keys {
  let typed = ''
  let forgetting: ReturnType<typeof setTimeout> | undefined
  return (event, { list, snapshot }, index) => {
    const { key } = event
    // A space opens the row, but within a word it is a letter.
    if ([...key].length > 1 || (key === ' ' && !typed)) return undefined
    event.preventDefault()
    clearTimeout(forgetting)
    forgetting = setTimeout(() => {
      typed = ''
    }, silenceMs)
    typed += key.toLocaleLowerCase()
    // The first letter goes on from the row, further ones may mean the row itself.
    const from = Math.max(0, index) + (typed.length === key.length ? 1 : 0)
    for (let step = 0; step < list.length; step += 1) {
      const item = list.at((from + step) % list.length)
      if (!item) continue
      const texts = [snapshot.sender(item.sender).name, briefOf(item).title]
      if (texts.some((text) => text.toLocaleLowerCase().indexOf(typed) === 0)) return item
    }
    return undefined
  }
}
