import { fill, h } from '../../look/element.ts'
import { icon } from '../../look/icons.ts'

/** What the phone's own system shows at the top of the screen for a while: a push (OA-3, PUSH) or a text (OA-3, SMS). */
export interface Notice {
  readonly kind: 'push' | 'text'
  /** Who sent it. */
  readonly from: string
  readonly icon?: string | undefined
  readonly title: string
  readonly text: string
  /** Where a tap leads; a text leads nowhere. */
  readonly open?: () => void
}

export interface NoticeBar {
  readonly element: HTMLElement
  show(notice: Notice): void
}

const shownMs = 8_000

export function noticeBar(): NoticeBar {
  const words = h('span', { class: 'notice-words' })
  const picture = h('span', { class: 'notice-picture' })
  let open: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const hide = (): void => {
    element.hidden = true
  }
  const tap = (): void => {
    hide()
    open?.()
  }
  const button = h('button', { type: 'button', class: 'notice-open', onclick: tap }, picture, words)
  const close = h(
    'button',
    { type: 'button', class: 'notice-close', 'aria-label': 'Close the notification', onclick: hide },
    icon('close', 16),
  )
  const element = h('div', { class: 'notice', role: 'status', hidden: true }, button, close)
  return {
    element,
    show(notice) {
      const { kind, from, title, text } = notice
      open = notice.open
      fill(picture, notice.icon ? h('img', { src: notice.icon, alt: '', width: 32, height: 32 }) : icon('bell', 22))
      fill(
        words,
        h('small', {}, kind === 'text' ? `Text message · ${from}` : from),
        title && h('b', {}, title),
        h('span', {}, text),
      )
      element.dataset['kind'] = kind
      element.hidden = false
      clearTimeout(timer)
      timer = setTimeout(hide, shownMs)
    },
  }
}
