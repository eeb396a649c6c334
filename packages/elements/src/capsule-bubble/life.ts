import type { Inbox } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import { arrive, type Bubble, dwellMs, elapse, leave, noBubble } from '@minibell/views/bubble'
import type { Lent } from './behaviour.ts'
import type { CapsuleBubble } from './capsule-bubble.ts'
import { lookOf } from './look.ts'

/** The bubble itself: when it comes, what joins it, when it goes and what a tap on it does. */
export interface Life {
  /** From `arrived`, oldest first, on; its undo ends it without a trace. */
  start(inbox: Inbox, arrived: readonly InboxItem[]): Undo
  /** Something around it changed. */
  draw(): void
}

export function lifeOf(host: CapsuleBubble, root: ShadowRoot, lent: Lent): Life {
  const { speech, place } = lent
  let bubble = noBubble
  let inbox: Inbox | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const draw = (): void => {
    if (!inbox) return
    const { clientWidth: width, offsetParent } = host
    const height = offsetParent ? offsetParent.clientHeight : innerHeight
    const { pictures } = host
    look.draw(bubble, {
      snapshot: inbox.getSnapshot(),
      speech: { ...speech(), pictures },
      place: place(),
      page: { width, height },
    })
  }
  const become = (next: Bubble): void => {
    if (next === bubble) return
    bubble = next
    clearTimeout(timer)
    timer = setTimeout(() => become(elapse(bubble, { held: look.isHeld() })), host.dwellMs || dwellMs)
    draw()
  }
  const dismiss = (): readonly string[] => {
    const itemIds = idsOf(bubble.items)
    if (inbox && itemIds[0]) inbox.markSeen(itemIds)
    become(noBubble)
    return itemIds
  }
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') dismiss()
  }

  const tap = async (): Promise<void> => {
    const itemIds = dismiss()
    const [itemId] = itemIds
    if (!inbox || !itemId) return
    const outcome = itemIds[1] ? undefined : await inbox.open(itemId)
    const what = outcome ? outcome.outcome : 'shown'
    if (what === 'opened' || what === 'busy') return
    if (what !== 'shown') become({ items: [], notice: speech().words.failed })
    const name = what === 'shown' ? 'minibell-open-inbox' : 'minibell-outcome'
    host.dispatchEvent(new CustomEvent(name, { detail: { itemIds, outcome }, bubbles: true, composed: true }))
  }
  const look = lookOf(root, { ...lent, tap, dismiss })

  const receive = (items: readonly InboxItem[]): void => {
    if (!inbox) return
    const { sender } = inbox.getSnapshot()
    const page = host.navigator && host.navigator.current()
    const isMuted = (id: string): boolean => sender(id).muted
    become(arrive(bubble, items, { isMuted, page, off: host.hasAttribute('quiet'), isQuiet: host.isQuiet }))
  }

  return {
    draw,
    start(to, arrived) {
      inbox = to
      /** What left or was read meanwhile is told by this alone. */
      const review = (): void => {
        const { isRead } = to.getSnapshot()
        const past = bubble.items.filter((item) => !to.find(item.id) || isRead(item))
        become(leave(bubble, idsOf(past)))
      }
      const undos = [
        to.on('received', receive),
        to.on('removed', ({ itemIds }) => become(leave(bubble, itemIds))),
        to.on('resync', review),
        to.on('read', ({ itemIds, all }) => become(all ? noBubble : leave(bubble, itemIds))),
      ]
      document.addEventListener('keydown', onKey)
      receive(arrived)
      review()
      return () => {
        for (const undo of undos) undo()
        document.removeEventListener('keydown', onKey)
        become(noBubble)
        inbox = undefined
      }
    },
  }
}

function idsOf(items: Bubble['items']): readonly string[] {
  return items.map(({ id }) => id)
}
