import type { Operator, Standing } from '../../../door/operator.ts'
import { h } from '../../../look/element.ts'
import { dayMs } from '../../../look/words.ts'
import { type Field, field } from '../../compose/field.ts'
import { type Deeds, deedButton, refill } from '../parts.ts'

const spans = [
  { label: 'for 1 day', days: 1 },
  { label: 'for 7 days', days: 7 },
  { label: 'for 30 days', days: 30 },
  { label: 'until given back', days: undefined },
] as const

export interface OperatorSteps {
  readonly element: HTMLElement
  draw(sender: string, standing: Standing): void
}

interface Door {
  readonly operator: Operator
  readonly doing: Deeds
  now(): number
}

/** MA-6, MA-19: what an operator may do from here, with a reason that the developer reads. */
export function operatorSteps(door: Door): OperatorSteps {
  const { operator, doing, now } = door
  const reason = field({ name: 'operator-reason', label: 'Reason, which the developer reads' }, () => undefined)
  const span = h(
    'select',
    { 'aria-label': 'How long it is disabled', 'data-key': 'span' },
    spans.map(({ label }, at) => h('option', { value: at }, label)),
  )
  span.value = '1'
  const row = h('div', { class: 'deed-row' })
  let drawn = ''
  const go = (deed: (why: { readonly reason: string }) => Promise<void>): void => {
    if (!given(reason)) return
    void doing.run(() => deed({ reason: reason.value().trim() })).then((done) => done && reason.set(''))
  }
  const maybe = (): { readonly reason?: string } =>
    reason.value().trim() === '' ? {} : { reason: reason.value().trim() }
  const freely = (deed: () => Promise<void>): void => void doing.run(deed).then((done) => done && reason.set(''))
  const until = (): { readonly until?: number } => {
    const days = spans[Number(span.value)]?.days
    return days === undefined ? {} : { until: Math.round(now()) + days * dayMs }
  }
  const stepsOf = (sender: string, { capability, status }: Standing): readonly (HTMLElement | false)[] => [
    capability === 'in-review' &&
      deedButton('Grant', { key: 'grant', look: 'strong' }, () =>
        freely(() => operator.review(sender, { decision: 'grant', ...maybe() })),
      ),
    capability === 'in-review' &&
      deedButton('Refuse', { key: 'refuse', look: 'grave' }, () =>
        go((why) => operator.review(sender, { decision: 'refuse', ...why })),
      ),
    (capability === 'disabled' || capability === 'revoked') &&
      deedButton('Give back', { key: 'enable', look: 'strong' }, () => freely(() => operator.enable(sender, maybe()))),
    capability === 'granted' &&
      h(
        'span',
        { class: 'deed-pair' },
        deedButton('Disable', { key: 'disable' }, () => go((why) => operator.disable(sender, { ...why, ...until() }))),
        span,
      ),
    (capability === 'granted' || capability === 'disabled') &&
      deedButton('Revoke', { key: 'revoke', look: 'grave' }, () => go((why) => operator.revoke(sender, why))),
    status === 'available'
      ? deedButton('Remove the mini-program', { key: 'remove', look: 'grave' }, () =>
          go((why) => operator.remove(sender, why)),
        )
      : deedButton('Restore the mini-program', { key: 'restore', look: 'strong' }, () =>
          freely(() => operator.restore(sender, maybe())),
        ),
  ]
  return {
    element: h(
      'div',
      { class: 'operator', role: 'group', 'aria-label': 'The operator' },
      h('h3', { class: 'console-heading' }, 'As the operator'),
      reason.element,
      row,
    ),
    draw(sender, standing) {
      const key = [sender, standing.capability, standing.status].join(' ')
      if (key === drawn) return
      drawn = key
      refill(row, stepsOf(sender, standing))
    },
  }
}

/** A step against a developer needs its reason: the field says so and takes the focus. */
function given({ input }: Field): boolean {
  const isGiven = input.value.trim() !== ''
  input.setCustomValidity(isGiven ? '' : 'Say why: the developer reads it.')
  if (!isGiven) input.reportValidity()
  input.addEventListener('input', () => input.setCustomValidity(''), { once: true })
  return isGiven
}
