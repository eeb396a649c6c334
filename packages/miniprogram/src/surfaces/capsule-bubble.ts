import type { Inbox } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import { badgeOf, bubblePlaceOf, firstDirection } from '@minibell/views'
import { arrive, type Bubble, bubbleBoxOf, dwellMs, elapse, faceOf, leave, noBubble } from '@minibell/views/bubble'
import type { Data } from '../changes.ts'
import { drawingOf, isRtl, lookOf, speechOf, wordsOf } from '../drawing.ts'
import type { Given } from '../given.ts'
import { avatarData } from '../list/cell.ts'
import { actOf, type Box, type Screen, type Surface, type SurfaceKind, type ViewEvent } from '../surface.ts'

/**
 * MA-1: what appears at the capsule button when a message arrives, and the badge at its corner. An arrival counts as delivered; only a
 * touch makes it seen. `top`: px of the screen above the page, 0 where the page draws its own navigation bar. Fires `openinbox` when
 * a tap means several messages or one that leads nowhere, and `outcome` when the page did not open.
 */
export const capsuleBubble: SurfaceKind = {
  name: 'capsule-bubble',
  props: { top: 0, quiet: false, dot: false },
  events: ['openinbox', 'outcome'],
  handlers: ['act', 'pressed', 'released'],
  methods: [],
  open,
}

/** So far a finger pushes the bubble before it goes. */
const swipePx = 48

function open(screen: Screen): Surface {
  let bubble: Bubble = noBubble
  let page: Box = { width: 360, height: 720 }
  let dwelling: Undo = () => {}
  let from: { readonly clientX: number; readonly clientY: number } | undefined

  const become = (next: Bubble): void => {
    if (next === bubble) return
    bubble = next
    dwelling()
    if (bubble !== noBubble) dwelling = drawing.after(dwellMs, () => become(elapse(bubble, { held: !!from })))
    drawing.changed()
  }
  const dismiss = (): readonly string[] => {
    const given = drawing.given()
    const itemIds = bubble.items.map(({ id }) => id)
    if (given && itemIds[0]) given.inbox.markSeen(itemIds)
    become(noBubble)
    return itemIds
  }
  const tap = async (given: Given): Promise<void> => {
    const itemIds = dismiss()
    const [itemId] = itemIds
    if (!itemId) return
    const outcome = itemIds[1] ? 'shown' : (await given.inbox.open(itemId)).outcome
    if (outcome === 'opened' || outcome === 'busy') return
    if (outcome !== 'shown') become({ items: [], notice: wordsOf(given).failed })
    screen.fire(outcome === 'shown' ? 'openinbox' : 'outcome', { itemIds, outcome })
  }

  const listen = (inbox: Inbox): Undo => {
    const undos = [
      inbox.on('received', (items) => {
        const { navigator } = (drawing.given() as Given).host // there is an inbox
        const isMuted = (id: string): boolean => inbox.getSnapshot().sender(id).muted
        const off = !!screen.props()['quiet']
        become(arrive(bubble, items, { isMuted, page: navigator && navigator.current(), off }))
      }),
      inbox.on('removed', ({ itemIds }) => become(leave(bubble, itemIds))),
      inbox.on('read', ({ itemIds, all }) => become(all ? noBubble : leave(bubble, itemIds))),
      // What left or was read meanwhile is told by this alone.
      inbox.on('resync', () => {
        const { isRead } = inbox.getSnapshot()
        const past = bubble.items.filter((item) => !inbox.find(item.id) || isRead(item))
        become(
          leave(
            bubble,
            past.map(({ id }) => id),
          ),
        )
      }),
    ]
    return () => {
      for (const undo of undos) undo()
      become(noBubble)
    }
  }

  const drawing = drawingOf(screen, {
    listen,
    model: (given) => modelOf(given, { bubble, page, props: screen.props() }),
    drawn() {
      screen.boxes('mb-page').then(
        ([box]) => {
          if (!box || !box.width || (box.width === page.width && box.height === page.height)) return
          page = box
          drawing.changed()
        },
        () => undefined,
      )
    },
  })

  return {
    changed: drawing.changed,
    visible: drawing.visible,
    methods: {},
    on: {
      act(event: ViewEvent) {
        const given = drawing.given()
        if (!given) return
        if (actOf(event).name === 'close') dismiss()
        else tap(given)
      },
      pressed({ touches = [] }) {
        from = touches[0]
      },
      released({ changedTouches: [to] = [] }) {
        const moved = from && to ? Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY) : 0
        from = undefined
        if (moved > swipePx) dismiss()
      },
    },
    end() {
      dwelling()
      drawing.end()
    },
  }
}

function modelOf(
  given: Given,
  { bubble, page, props }: { bubble: Bubble; page: Box; props: ReturnType<Screen['props']> },
): Data {
  const { inbox, host } = given
  const snapshot = inbox.getSnapshot()
  const speech = speechOf(given)
  const above = Number(props['top']) || 0
  const rect = host.geometry && host.geometry.capsule()
  const place = bubblePlaceOf(rect, { width: page.width, rtl: isRtl(given) })
  const capsule = { ...place.capsule, y: place.capsule.y - above }
  const badge = badgeOf(snapshot, speech, props['dot'] ? { look: 'dot' } : {})
  const face = faceOf(bubble, snapshot, speech)
  const box = bubbleBoxOf({ ...place, capsule }, page)
  const { avatar } = face || {}
  return {
    look: lookOf(given),
    badge: badge ? (badge.text ? 'number' : 'dot') : '',
    badgeText: badge ? badge.text : '',
    badgeLabel: badge ? badge.label : '',
    badgeStyle: `top:${Math.round(capsule.y)}px;${place.side}:${Math.round(place.badge)}px`,
    shown: !!face,
    many: bubble.items.length > 1,
    bubbleStyle: `${box.isAbove ? `bottom:${Math.round(page.height - box.y)}` : `top:${Math.round(box.y)}`}px;width:${box.width}px;${place.side}:${Math.round(box.edge)}px`,
    arrowStyle: `${place.side}:${Math.round(box.arrow)}px`,
    isAbove: box.isAbove,
    ...(face && {
      title: face.title || '',
      titleDir: firstDirection(face.title || ''),
      content: face.content || '',
      contentDir: firstDirection(face.content || ''),
      meta: face.meta || '',
      ...avatarData(avatar || { icon: undefined, letter: '', colour: '' }),
      close: speech.words.close,
    }),
  }
}
