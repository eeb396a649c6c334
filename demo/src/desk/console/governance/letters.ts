import type { Letter, Operator, PostBox } from '../../../door/operator.ts'
import { h } from '../../../look/element.ts'
import { dateText, minuteText } from '../../../look/words.ts'
import { type Deeds, deedButton, emptyNote, refill } from '../parts.ts'

/** One internal message. An unread one has a dot, and says so to screen readers. */
export function letterRow(
  { id, at, about, text }: Letter,
  {
    unread,
    timeZone,
    readable,
  }: { readonly unread: boolean; readonly timeZone: string; readable(text: string): string },
): HTMLElement {
  return h(
    'li',
    { class: 'letter', 'data-letter': id, 'data-about': about, 'data-unread': unread },
    h('i', { class: 'letter-dot', ...(unread && { role: 'img', 'aria-label': 'Unread' }) }),
    h('span', {}, readable(text.en)),
    h('time', {}, `${dateText(at, timeZone).slice(4, -5)}, ${minuteText(at, timeZone)}`),
  )
}

/** More are in the platform and not on the page. */
export const mostRows = 100

/** The developer's inbox of internal messages, newest first. */
export function drawLetters(
  root: HTMLElement,
  page: {
    readonly sender: string
    readonly post: PostBox
    readonly timeZone: string
    readable(text: string): string
    readonly operator: Operator
    readonly doing: Deeds
  },
): void {
  const { sender, post, timeZone, readable, operator, doing } = page
  const unread = post.messages.filter(({ id }) => id > post.readUpTo).length
  if (post.messages.length === 0) {
    refill(
      root,
      emptyNote(
        'No internal message yet',
        'Every step of review and governance writes one, with its reason: a grant, a refusal, a violation, a complaint.',
      ),
    )
    return
  }
  refill(
    root,
    h(
      'div',
      { class: 'deed-row deed-row-apart' },
      h('span', { class: 'quiet' }, unread === 0 ? 'All are read.' : `${unread} unread`),
      unread > 0 &&
        deedButton('Mark all as read', { key: 'read-all' }, () => void doing.run(() => operator.readLetters(sender))),
    ),
    h(
      'ol',
      { class: 'letters' },
      post.messages
        .slice(0, mostRows)
        .map((letter) => letterRow(letter, { unread: letter.id > post.readUpTo, timeZone, readable })),
    ),
    olderNote(post.messages.length),
  )
}

/** Says how many rows are not drawn; nothing when all are. */
export function olderNote(count: number): HTMLElement | false {
  return count > mostRows && h('p', { class: 'quiet' }, `and ${count - mostRows} older ones`)
}
