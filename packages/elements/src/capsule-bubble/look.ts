import type { Avatar, Badge, BubbleFace, BubblePlace } from '@minibell/views'
import { styles } from './styles.ts'

/** The bubble's elements, made once; every text goes in as text. */
export interface Look {
  readonly bubble: HTMLElement
  readonly open: HTMLElement
  readonly close: HTMLElement
  /** Without a face the bubble hides, and its last face fades. */
  draw(face: BubbleFace | undefined, badge: Badge | undefined, place: BubblePlace): void
}

export function lookOf(root: ShadowRoot): Look {
  add(root, 'style').textContent = styles
  const badge = add(root, 'span', 'badge')
  const live = add(root, 'div')
  const bubble = add(live, 'div')
  const arrow = add(bubble, 'span', 'arrow')
  const open = add(bubble, 'button', 'open')
  const avatar = add(open, 'span', 'avatar')
  const texts = add(open, 'span', 'texts')
  const title = add(texts, 'span', 'title')
  const content = add(texts, 'span')
  const meta = add(texts, 'span')
  const close = add(bubble, 'button')
  badge.setAttribute('role', 'img')
  live.setAttribute('role', 'status')
  title.dir = content.dir = 'auto'
  close.textContent = '×'

  const drawFace = (face: BubbleFace): void => {
    title.textContent = face.title || ''
    content.textContent = face.content || ''
    meta.textContent = face.meta || ''
    avatar.hidden = !face.avatar
    if (face.avatar) drawAvatar(avatar, face.avatar)
  }

  return {
    bubble,
    open,
    close,
    draw(face, count, { side, capsule, arrow: along, badge: corner }) {
      bubble.className = face ? 'bubble in' : 'bubble'
      if (face) drawFace(face)
      badge.hidden = !count
      if (count) {
        badge.textContent = count.text
        badge.setAttribute('aria-label', count.label)
      }
      bubble.style.cssText = `top:${capsule.y + capsule.height + 8}px;${side}:8px`
      arrow.style.cssText = `${side}:${along - 8}px`
      badge.style.cssText = `top:${capsule.y}px;${side}:${corner}px`
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
