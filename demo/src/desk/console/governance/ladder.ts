import type { Rung, Standing } from '../../../door/operator.ts'
import { h } from '../../../look/element.ts'

/** `disabled for 7 days`, as a rung is said. */
export function rungText({ step, days }: Rung): string {
  return step === 'disabled' && days !== undefined ? `disabled for ${days} days` : step
}

/** Where the points stand among the rungs: `7 points; next at 12: disabled for 30 days`. */
export function positionText({ points, ladder }: Pick<Standing, 'points' | 'ladder'>): string {
  const next = ladder.find((rung) => rung.points > points)
  const count = `${points} ${points === 1 ? 'point' : 'points'}`
  return next ? `${count}; at ${next.points}: ${rungText(next)}` : `${count}: above every rung`
}

/**
 * Per cent of the track at which `points` stand. Rungs have equal distances, since they grow faster than a track can show; between two
 * of them the points are in proportion.
 */
export function placeOf(points: number, ladder: readonly Rung[]): number {
  const marks = [0, ...ladder.map((rung) => rung.points)]
  const above = marks.findIndex((mark) => mark > points)
  if (above === -1) return 100
  const from = marks[above - 1] ?? 0
  const to = marks[above] ?? from + 1
  return ((above - 1 + (points - from) / (to - from)) / ladder.length) * 100
}

/** MA-19: the ladder with the mini-program's place on it. */
export function ladderView(standing: Pick<Standing, 'points' | 'ladder'>): HTMLElement {
  const { points, ladder } = standing
  return h(
    'div',
    { class: 'ladder' },
    h('p', { class: 'ladder-words', 'data-points': points }, positionText(standing)),
    h(
      'div',
      { class: 'ladder-track', 'aria-hidden': 'true' },
      h('i', { class: 'ladder-fill', style: `inline-size: ${placeOf(points, ladder)}%` }),
      ladder.map((rung, at) =>
        h('b', {
          class: rung.points <= points ? 'rung rung-reached' : 'rung',
          style: `inset-inline-start: ${((at + 1) / ladder.length) * 100}%`,
        }),
      ),
    ),
    h(
      'ol',
      { class: 'ladder-rungs', 'aria-label': 'Rungs of the ladder' },
      ladder.map((rung) =>
        h(
          'li',
          { 'data-reached': rung.points <= points },
          h('b', {}, rung.points),
          h('span', {}, rung.step),
          rung.days !== undefined && h('span', {}, `${rung.days} days`),
        ),
      ),
    ),
  )
}
