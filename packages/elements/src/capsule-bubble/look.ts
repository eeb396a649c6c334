import type { InboxSnapshot } from '@minibell/client'
import type { Avatar, BubblePlace, BubbleSpeech } from '@minibell/views'
import { type Bubble, bubbleBoxOf, faceOf } from '@minibell/views/bubble'
import { lookStyles } from './look-styles.ts'

/** The bubble itself: loaded when there is one to show, or a little after the page. */
export interface Look {
  /** Under a pointer, a finger or the focus. */
  isHeld(): boolean
  /** Without a bubble it hides, and its last face fades. */
  draw(bubble: Bubble, shown: LookShown): void
}

export interface LookShown {
  readonly snapshot: InboxSnapshot
  readonly speech: BubbleSpeech
  readonly place: BubblePlace
  readonly page: { readonly width: number; readonly height: number }
}

export interface LookHooks {
  dress(root: ShadowRoot, styles: string): void
  tap(): void
  dismiss(): void
}

/** Makes the elements once; every text goes in as text. */
export function lookOf(root: ShadowRoot, { dress, tap, dismiss }: LookHooks): Look {
  dress(root, lookStyles)
  const live = add(root, 'div')
  const bubble = add(live, 'div', 'bubble')
  const arrow = add(bubble, 'span', 'arrow')
  const open = add(bubble, 'button', 'open')
  const avatar = add(open, 'span', 'avatar')
  const texts = add(open, 'span', 'texts')
  const title = add(texts, 'span', 'title')
  const content = add(texts, 'span', 'content')
  const meta = add(texts, 'span', 'meta')
  const close = add(bubble, 'button', 'close')
  close.textContent = '×'
  live.setAttribute('role', 'status')
  title.dir = content.dir = 'auto'
  open.onclick = tap
  close.onclick = dismiss

  let isHeld = false
  bubble.onpointerenter = () => {
    isHeld = true
  }
  bubble.onpointerleave = () => {
    isHeld = false
  }
  followSwipes(bubble, dismiss)

  return {
    isHeld: () => isHeld || bubble.matches(':focus-within'),
    draw(raised, { snapshot, speech, place, page }) {
      const face = faceOf(raised, snapshot, speech)
      const { edge, y, isAbove, arrow: along } = bubbleBoxOf(place, page)
      bubble.style.cssText = `${isAbove ? `bottom:${-y}` : `top:${y}`}px;${place.side}:${edge}px`
      arrow.style.cssText = `${place.side}:${along}px`
      bubble.classList.toggle('above', isAbove)
      bubble.classList.toggle('many', !!raised.items[1])
      close.setAttribute('aria-label', speech.words.close)
      bubble.classList.toggle('in', !!face)
      if (!face) return
      title.textContent = face.title || ''
      content.textContent = face.content || ''
      title.lang = content.lang = face.language || ''
      meta.textContent = face.meta || ''
      avatar.hidden = !face.avatar
      if (face.avatar) drawAvatar(avatar, face.avatar)
    },
  }
}

/** A finger may push it away to either side, or up; it follows until then. */
function followSwipes(bubble: HTMLElement, dismiss: () => void): void {
  let from: PointerEvent | undefined
  bubble.onpointerdown = (event) => {
    from = event
  }
  bubble.onpointermove = ({ clientX, clientY }) => {
    if (!from) return
    const [x, y] = [clientX - from.clientX, clientY - from.clientY]
    bubble.style.transform = `translate(${x}px,${y}px)`
    if (Math.hypot(x, y) < swipePx) return
    from = undefined
    dismiss()
  }
  bubble.onpointerup = bubble.onpointercancel = () => {
    from = undefined
    bubble.style.transform = ''
  }
}

/** So far a bubble follows a finger before it goes. */
const swipePx = 48

/** The letter stands until the picture is there, and stays when it never comes. */
function drawAvatar(parent: HTMLElement, { letter, colour, icon }: Avatar): void {
  parent.textContent = letter || ''
  parent.style.background = colour
  if (!icon) return
  const picture = add(parent, 'img')
  picture.onerror = () => picture.remove()
  picture.alt = ''
  picture.src = icon
}

function add<Tag extends keyof HTMLElementTagNameMap>(parent: Node, tag: Tag, name = ''): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (name) element.setAttribute('part', name)
  element.className = name
  return parent.appendChild(element)
}
