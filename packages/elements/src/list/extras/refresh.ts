import type { Surface } from '../../surface.ts'
import type { ExtrasHooks } from './lent.ts'

/** Asks the platform anew, by a pull at the top of the list or by its button. */
export interface Refresh {
  begin(): void
  /** A finger came to a list that cannot scroll up: it may pull. Answers whether it does. */
  pull(event: PointerEvent): () => boolean
}

/** A finger that moved less has no direction yet, px. */
const slopPx = 8

/** So far the finger goes before letting go refreshes, px. */
const reachPx = 96

/** How long the wheel turns. */
const turnMs = 1000

export function refreshOf(host: Surface, root: ShadowRoot, { lent, speech }: ExtrasHooks): Refresh {
  lent.dress(root, styles)
  const wheel = wheelOf(root)
  let ending: ReturnType<typeof setTimeout> | undefined
  const begin = (): void => {
    const { inbox } = host
    if (!inbox) return
    clearTimeout(ending)
    wheel.place(1)
    wheel.turn(speech().words.loading)
    inbox.retry()
    ending = setTimeout(wheel.end, turnMs)
  }
  return { begin, pull: (event) => follow(event, { ...wheel, begin }) }
}

interface Wheel {
  /** `share` 1: far enough. */
  place(share: number): void
  turn(word: string): void
  end(): void
}

function wheelOf(root: ShadowRoot): Wheel {
  const wheel = document.createElement('div')
  wheel.setAttribute('role', 'status')
  return {
    place(share) {
      const list = root.querySelector('.list')
      if (list && !wheel.parentNode) list.insertBefore(wheel, list.firstChild)
      wheel.className = share < 1 ? 'wheel' : 'wheel far'
      wheel.style.transform = `translateY(${share * 112 - 48}px) rotate(${share * 270}deg)`
      wheel.style.opacity = `${share}`
    },
    turn(word) {
      wheel.className += ' turning'
      wheel.textContent = word
    },
    end() {
      wheel.remove()
      wheel.textContent = ''
    },
  }
}

/** Until the finger leaves the screen, or shows that it scrolls or swipes. */
function follow(
  { pointerId, clientX, clientY }: PointerEvent,
  { place, end, begin }: Wheel & Pick<Refresh, 'begin'>,
): () => boolean {
  let share = -1
  const onMove = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) return
    const [x, y] = [Math.abs(event.clientX - clientX), event.clientY - clientY]
    if (share < 0 && Math.max(x, Math.abs(y)) < slopPx) return
    if (share < 0 && y <= x) stop(event)
    else {
      share = Math.max(0, Math.min(1, y / reachPx))
      place(share)
    }
  }
  const stop = ({ type, pointerId: ended }: PointerEvent): void => {
    if (ended !== pointerId) return
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', stop)
    removeEventListener('pointercancel', stop)
    if (type === 'pointerup' && share === 1) begin()
    else if (share >= 0) end()
  }
  addEventListener('pointermove', onMove)
  addEventListener('pointerup', stop)
  addEventListener('pointercancel', stop)
  return () => share >= 0
}

/** It hangs over the rows, so that none of them moves. */
const styles = `.wheel{position:sticky;top:8px;z-index:4;width:40px;height:40px;margin:0 auto -40px;padding:9px;border-radius:20px;overflow:hidden;text-indent:40px;white-space:nowrap;background:var(--_raised);box-shadow:0 2px 8px #0003,0 0 0 1px var(--_line);pointer-events:none}
.wheel:before{content:"";display:block;width:22px;height:22px;border-radius:11px;border:2px solid var(--_quiet);border-top-color:transparent}
@media(forced-colors:active){.wheel{border:1px solid;padding:8px}}
.far:before{border-color:var(--_accent);border-top-color:transparent}
.turning:before{animation:turn .8s linear infinite}
@keyframes turn{to{transform:rotate(360deg)}}`
