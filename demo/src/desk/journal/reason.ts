import { h } from '../../look/element.ts'
import { icon } from '../../look/icons.ts'
import { type Attempt, type Mend, mendOf, reasonText } from './mend.ts'

/** A refusal in sentences, with the button that mends it where one exists. */
export function reason(attempt: Attempt, mend: (mend: Mend) => void): HTMLElement {
  const { what, how, where } = reasonText(attempt.verdict, attempt.readable)
  const way = mendOf(attempt)
  return h(
    'div',
    { class: 'reason', 'data-rule': attempt.verdict.rule },
    h('p', { class: 'reason-what' }, what),
    h('p', { class: 'reason-how' }, how),
    h('p', { class: 'reason-where' }, where),
    way &&
      h(
        'button',
        { type: 'button', class: 'mend', onclick: () => mend(way) },
        icon(mendIcons[way.kind], 16),
        way.label,
      ),
  )
}

const mendIcons = { advance: 'clock', open: 'phone', grant: 'check' } as const
