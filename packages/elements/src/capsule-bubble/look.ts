import type { Avatar, BubbleFace, BubblePlace } from '@minibell/views'
import { lookStyles } from './look-styles.ts'

/** The bubble itself: loaded when there is one to show, or a little after the page. It imports nothing, to load alone. */
export interface Look {
  /** Under a pointer, a finger or the focus. */
  isHeld(): boolean
  /** Without a face the bubble hides, and its last face fades. `close`: label of the button. */
  draw(face: BubbleFace | undefined, place: BubblePlace, close: string): void
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
  const content = add(texts, 'span')
  const meta = add(texts, 'span', 'meta')
  const close = add(bubble, 'button', 'close')
  close.textContent = '×'
  live.setAttribute('role', 'status')
  title.dir = content.dir = 'auto'
  open.onclick = tap
  close.onclick = dismiss

  return {
    isHeld: () => bubble.matches(':hover,:focus-within'),
    draw(face, { side, capsule, arrow: along }, closeLabel) {
      bubble.style.cssText = `top:${capsule.y + capsule.height + 8}px;${side}:8px`
      arrow.style.cssText = `${side}:${along - 8}px`
      close.setAttribute('aria-label', closeLabel)
      bubble.classList.toggle('in', !!face)
      if (!face) return
      title.textContent = face.title || ''
      content.textContent = face.content || ''
      meta.textContent = face.meta || ''
      avatar.hidden = !face.avatar
      if (face.avatar) drawAvatar(avatar, face.avatar)
    },
  }
}

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
  element.className = name
  return parent.appendChild(element)
}
