import type { Inbox } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import { type BubblePlace, type BubbleSpeech, badgeOf, bubbleEnglish, bubblePlaceOf } from '@minibell/views/capsule'
import { bubbleFormat } from '../bubble-format.ts'
import { dress } from '../live.ts'
import { isRtl, localeOf } from '../locale.ts'
import type { CapsuleBubble } from './capsule-bubble.ts'
import type { Life } from './life.ts'
import { badgeStyles } from './styles.ts'

/** What the bubble's life is lent: it imports nothing that is there already. */
export interface Lent {
  dress(root: ShadowRoot, styles: string): void
  speech(): BubbleSpeech
  place(): BubblePlace
}

/** Makes the badge live, and the bubble once it is fetched; answers with what must be called after each change of the element. */
export function behaviourOf(host: CapsuleBubble): () => void {
  const root = host.attachShadow({ mode: 'open' })
  const badge = document.createElement('span')
  let life: Life | undefined
  let arrived: readonly InboxItem[] = []
  let inbox: Inbox | undefined
  let undos: readonly Undo[] = []

  const speech = (): BubbleSpeech => ({
    words: { ...bubbleEnglish, ...host.words },
    format: host.format || bubbleFormat(localeOf(host)),
  })
  const place = (): BubblePlace => bubblePlaceOf(host.capsuleRect, { width: host.clientWidth, rtl: isRtl(host) })

  const draw = (): void => {
    if (!inbox) return
    const snapshot = inbox.getSnapshot()
    const count = badgeOf(snapshot, speech(), host.badge)
    badge.hidden = !count
    if (count) {
      const { capsule, side, badge: edge } = place()
      badge.textContent = count.text
      badge.setAttribute('aria-label', count.label)
      badge.style.cssText = `top:${capsule.y}px;${side}:${edge}px`
    }
    if (life) life.draw()
  }

  const fetch = (): void => {
    import('./life.ts').then(
      ({ lifeOf }) => {
        life = life || lifeOf(host, root, { dress, speech, place })
        begin()
      },
      // Without a bubble there is still the badge; the next arrival tries again.
      () => {
        arrived = []
      },
    )
  }
  /** What arrived before it was fetched is its first bubble. */
  const begin = (): void => {
    if (!life || !inbox || undos[2]) return
    undos = [...undos, life.start(inbox, arrived)]
  }

  dress(root, badgeStyles)
  root.appendChild(badge).className = 'badge'
  badge.setAttribute('part', 'badge')
  badge.setAttribute('role', 'img')
  return () => {
    const next = host.isConnected ? host.inbox : undefined
    if (next !== inbox) {
      for (const undo of undos) undo()
      inbox = next
      arrived = []
      undos = next
        ? [
            next.subscribe(draw),
            next.on('received', (items) => {
              if (life) return
              arrived = arrived.concat(items)
              fetch()
            }),
          ]
        : []
      begin()
      // Beside the inbox's first words: the first arrival finds its bubble.
      if (next && !life) fetch()
    }
    draw()
  }
}
