import type { Inbox } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import {
  arrive,
  type Bubble,
  type BubbleSpeech,
  badgeOf,
  bubbleEnglish,
  bubblePlaceOf,
  dwellMs,
  elapse,
  leave,
  noBubble,
} from '@minibell/views'
import { bubbleFormat } from '../bubble-format.ts'
import { dress } from '../live.ts'
import { isRtl, localeOf } from '../locale.ts'
import type { CapsuleBubble } from './capsule-bubble.ts'
import type { Look } from './look.ts'
import { badgeStyles } from './styles.ts'

/** The bubble's look is fetched when it is needed, and this long after the page at the latest. */
const fetchLookAfterMs = 2000

/** Makes the element live; answers with what must be called after each change of it. */
export function behaviourOf(host: CapsuleBubble): () => void {
  const root = host.attachShadow({ mode: 'open' })
  const badge = document.createElement('span')
  let bubble = noBubble
  let look: Look | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let inbox: Inbox | undefined
  let undos: readonly Undo[] = []

  const become = (next: Bubble): void => {
    if (next === bubble) return
    bubble = next
    clearTimeout(timer)
    timer = setTimeout(elapsed, host.dwellMs || dwellMs)
    if (!look && bubble !== noBubble) fetchLook()
    draw()
  }
  const elapsed = (): void => become(elapse(bubble, { held: !!look && look.isHeld() }))

  const fetchLook = (): void => {
    import('./look.ts').then(
      ({ lookOf }) => {
        look = look || lookOf(root, { dress, tap, dismiss })
        // A bubble that waited for its look has its whole time before it.
        become({ ...bubble })
      },
      // Without a look there is still the badge; the next arrival tries again.
      () => undefined,
    )
  }

  const draw = (): void => {
    if (!inbox) return
    const snapshot = inbox.getSnapshot()
    const speech = speechOf(host)
    const { clientWidth: width, offsetParent } = host
    const place = bubblePlaceOf(host.capsuleRect, { width, rtl: isRtl(host) })
    const count = badgeOf(snapshot, speech, host.badge)
    badge.hidden = !count
    if (count) {
      badge.textContent = count.text
      badge.setAttribute('aria-label', count.label)
    }
    badge.style.cssText = `top:${place.capsule.y}px;${place.side}:${place.badge}px`
    const height = offsetParent ? offsetParent.clientHeight : innerHeight
    if (look) look.draw(bubble, { snapshot, speech, place, page: { width, height } })
  }

  const dismiss = (): readonly string[] => {
    const itemIds = idsOf(bubble.items)
    if (inbox && itemIds[0]) inbox.markSeen(itemIds)
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
      become(arrive(bubble, items, { isMuted, page, off: host.hasAttribute('quiet'), isQuiet: host.isQuiet }))
    }),
    to.on('removed', ({ itemIds }) => become(leave(bubble, itemIds))),
    // What left or was read meanwhile is told by this alone.
    to.on('resync', () => {
      const { isRead } = to.getSnapshot()
      const past = bubble.items.filter((item) => !to.find(item.id) || isRead(item))
      become(leave(bubble, idsOf(past)))
    }),
    to.on('read', ({ itemIds, all }) => become(all ? noBubble : leave(bubble, itemIds))),
  ]

  dress(root, badgeStyles)
  root.appendChild(badge).className = 'badge'
  badge.setAttribute('role', 'img')
  setTimeout(fetchLook, fetchLookAfterMs)
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

function idsOf(items: Bubble['items']): readonly string[] {
  return items.map(({ id }) => id)
}

function speechOf(host: CapsuleBubble): BubbleSpeech {
  return { words: { ...bubbleEnglish, ...host.words }, format: host.format || bubbleFormat(localeOf(host)) }
}
