import type { Inbox } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import {
  arrive,
  type BubbleFormat,
  type BubbleWords,
  badgeOf,
  bubbleEnglish,
  bubblePlaceOf,
  dwellMs,
  elapse,
  faceOf,
  leave,
  noBubble,
} from '@minibell/views'
import { bubbleFormat } from '../bubble-format.ts'
import { isRtl, localeOf } from '../locale.ts'
import type { CapsuleBubble } from './capsule-bubble.ts'
import { lookOf } from './look.ts'

/** Makes the element live; answers with what must be called after each change of it. */
export function behaviourOf(host: CapsuleBubble): () => void {
  const look = lookOf(host.attachShadow({ mode: 'open' }))
  let bubble = noBubble
  let timer: ReturnType<typeof setTimeout> | undefined
  let inbox: Inbox | undefined
  let undos: readonly Undo[] = []

  const become = (next: typeof bubble): void => {
    if (next === bubble) return
    bubble = next
    clearTimeout(timer)
    timer = setTimeout(elapsed, host.dwellMs || dwellMs)
    draw()
  }
  const elapsed = (): void => become(elapse(bubble, { held: look.bubble.matches(':hover,:focus-within') }))

  const draw = (): void => {
    if (!inbox) return
    const speech = speechOf(host)
    const snapshot = inbox.getSnapshot()
    look.close.setAttribute('aria-label', speech.words.close)
    look.draw(
      faceOf(bubble, snapshot, speech),
      badgeOf(snapshot, speech, host.badge),
      bubblePlaceOf(host.capsuleRect, { width: host.clientWidth, rtl: isRtl(host) }),
    )
  }

  const dismiss = (): readonly string[] => {
    const itemIds = bubble.items.map(({ id }) => id)
    if (inbox) inbox.markSeen(itemIds)
    become(noBubble)
    return itemIds
  }

  const onKey = (event: Event): void => {
    // The key that is listened for is a keyboard's.
    if ((event as KeyboardEvent).key === 'Escape') dismiss()
  }

  const tap = async (): Promise<void> => {
    const itemIds = dismiss()
    const [itemId] = itemIds
    if (!inbox || !itemId) return
    const outcome = itemIds[1] ? undefined : await inbox.open(itemId)
    const what = outcome ? outcome.outcome : 'shown'
    if (what === 'opened' || what === 'busy') return
    if (what !== 'shown') become({ items: [], notice: speechOf(host).words.failed })
    const name = what === 'shown' ? 'minibell-open-inbox' : 'minibell-outcome'
    host.dispatchEvent(new CustomEvent(name, { detail: { itemIds, outcome }, bubbles: true, composed: true }))
  }

  const listen = (to: Inbox): readonly Undo[] => [
    to.subscribe(draw),
    to.on('received', (items) => {
      const page = host.navigator && host.navigator.current()
      const isMuted = (id: string): boolean => to.getSnapshot().sender(id).muted
      become(arrive(bubble, items, { isMuted, page, off: host.hasAttribute('quiet') }))
    }),
    to.on('removed', ({ itemIds }) => become(leave(bubble, itemIds))),
    to.on('read', ({ itemIds, all }) => become(all ? noBubble : leave(bubble, itemIds))),
  ]

  look.close.onclick = dismiss
  look.open.onclick = tap
  return () => {
    const next = host.isConnected ? host.inbox : undefined
    if (next !== inbox) {
      for (const undo of undos) undo()
      become(noBubble)
      inbox = next
      undos = next ? listen(next) : []
      document[next ? 'addEventListener' : 'removeEventListener']('keydown', onKey)
    }
    draw()
  }
}

function speechOf(host: CapsuleBubble): { readonly words: BubbleWords; readonly format: BubbleFormat } {
  return { words: { ...bubbleEnglish, ...host.words }, format: host.format || bubbleFormat(localeOf(host)) }
}
