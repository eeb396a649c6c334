import type { Operator } from '../../../door/operator.ts'
import { h } from '../../../look/element.ts'
import { choice, field } from '../../compose/field.ts'
import type { Deeds } from '../parts.ts'

const kinds = [
  { value: 'content', label: 'Prohibited content (rule 1)' },
  { value: 'repetition', label: 'Sent twice for one action (rule 2)' },
  { value: 'false', label: 'False message (rule 3)' },
  { value: 'promotion', label: 'Link or download promotion (rule 4)' },
  { value: 'harassment', label: 'Harassment (rule 5)' },
  { value: 'inappropriate', label: 'Inappropriate otherwise (rule 6)' },
] as const

const degrees = [
  { value: 'minor', label: 'minor: weight × 1' },
  { value: 'serious', label: 'serious: weight × 2' },
  { value: 'grave', label: 'grave: weight × 4' },
] as const

/** MA-19: records a violation; the ladder's step follows at once. `sender` is asked when it is pressed. */
export function violationForm(door: {
  readonly operator: Operator
  readonly doing: Deeds
  sender(): string | undefined
}): HTMLElement {
  const kind = choice({ name: 'violation-kind', label: 'Kind' }, () => undefined)
  const degree = choice({ name: 'violation-degree', label: 'Degree' }, () => undefined)
  kind.offer(kinds)
  degree.offer(degrees)
  const reason = field({ name: 'violation-reason', label: 'Reason, which the developer reads' }, () => undefined)
  const loss = field({ name: 'violation-loss', label: 'Loss it caused, if any' }, () => undefined)
  reason.input.required = true
  const record = async (event: Event): Promise<void> => {
    event.preventDefault()
    const sender = door.sender()
    if (sender === undefined) return
    const said = { kind: kind.select.value, degree: degree.select.value, reason: reason.value().trim() }
    const damage = loss.value().trim()
    const done = await door.doing.run(() =>
      door.operator.record(sender, { ...said, ...(damage !== '' && { loss: damage }) }),
    )
    if (!done) return
    reason.set('')
    loss.set('')
  }
  return h(
    'details',
    { class: 'fold' },
    h('summary', {}, 'Record a violation'),
    h(
      'form',
      { class: 'form', onsubmit: (event) => void record(event) },
      h('div', { class: 'field-pair' }, kind.element, degree.element),
      reason.element,
      loss.element,
      h('button', { type: 'submit', class: 'deed deed-grave', 'data-key': 'record' }, 'Record it'),
    ),
  )
}
