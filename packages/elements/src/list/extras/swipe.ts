import type { ExtrasHooks } from './lent.ts'

/** A finger that moved less is not swiping yet, px. */
const slopPx = 12

/** A swipe that ends before it does nothing, px. */
const reachPx = 56

/**
 * Follows a finger until it leaves the screen: towards the end of the line a row is marked read; towards its start its actions
 * open, and from half of its width on it is dismissed. The row's menu has all of it, too.
 */
export function swiper(
  host: Element,
  root: ShadowRoot,
  { lent, speech, act }: ExtrasHooks,
): (event: PointerEvent, row: HTMLElement, isTaken: () => boolean) => void {
  lent.dress(root, styles)
  return (event, row, isTaken) => {
    const card = row.querySelector<HTMLElement>('.card')
    const { markRead, dismiss } = speech().words
    const labels = { read: markRead, more: '•••', dismiss }
    const rtl = getComputedStyle(host).direction === 'rtl'
    if (card) swipe(event, { row, card, labels, rtl, isTaken, act: (name) => act(name, row.dataset['id'] || '') })
  }
}

type Labels = Readonly<Record<'read' | 'more' | 'dismiss', string>>

interface Swiped {
  readonly row: HTMLElement
  readonly card: HTMLElement
  readonly labels: Labels
  readonly rtl: boolean
  /** Whether the finger does something else already. */
  isTaken(): boolean
  act(name: keyof Labels): void
}

function swipe({ pointerId, clientX, clientY }: PointerEvent, { row, card, labels, rtl, isTaken, act }: Swiped): void {
  let name: keyof Labels | undefined
  let isSwiping = false

  const meaning = (byPx: number): typeof name => {
    if (Math.abs(byPx) < reachPx) return undefined
    if (byPx > 0) return row.classList.contains('unread') ? 'read' : undefined
    return -byPx > card.offsetWidth / 2 ? 'dismiss' : 'more'
  }
  const onMove = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId || isTaken()) return
    const x = event.clientX - clientX
    isSwiping = isSwiping || (Math.abs(x) > slopPx && Math.abs(x) > Math.abs(event.clientY - clientY))
    if (!isSwiping) return
    name = meaning(rtl ? -x : x)
    row.dataset['swipe'] = name || ''
    card.dataset['label'] = name ? labels[name] : ''
    card.style.transform = `translateX(${x}px)`
  }
  const end = ({ type, pointerId: ended }: PointerEvent): void => {
    if (ended !== pointerId) return
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', end)
    removeEventListener('pointercancel', end)
    card.style.transform = ''
    delete row.dataset['swipe']
    if (type === 'pointerup' && name) act(name)
  }
  addEventListener('pointermove', onMove)
  addEventListener('pointerup', end)
  addEventListener('pointercancel', end)
}

/** What the swipe would do stands where the card was. */
const styles = `[data-swipe]{overflow:hidden}
[data-swipe] .card:before,[data-swipe] .card:after{content:attr(data-label);position:absolute;top:0;bottom:0;left:100%;width:100%;box-sizing:border-box;padding:0 16px;display:flex;align-items:center;font-size:.8125em;font-weight:600;color:var(--_accent)}
[data-swipe] .card:before{left:auto;right:100%;justify-content:flex-end}
[data-swipe=dismiss] .card:before,[data-swipe=dismiss] .card:after{background:var(--_accent);color:var(--_on-accent)}`
