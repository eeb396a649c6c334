import type { Sample } from './metrics-text.ts'

/** More series than these are counted as `other`: no client makes the list of them long. */
const mostSeries = 500

/** Counts by the values of its labels, in the order of the labels' names. */
export function tally(...names: readonly string[]): {
  add(values: readonly string[], by?: number): void
  samples(): readonly Sample[]
} {
  const counts = new Map<string, { readonly values: readonly string[]; count: number }>()
  const rest = names.map(() => 'other')
  const seriesOf = (values: readonly string[]) => {
    const key = values.join('\n')
    const known = counts.get(key)
    if (known) return known
    const made = { values, count: 0 }
    counts.set(key, made)
    return made
  }
  return {
    add(values, by = 1) {
      const isNew = counts.size >= mostSeries && !counts.has(values.join('\n'))
      seriesOf(isNew ? rest : values).count += by
    },
    samples: () =>
      [...counts.values()].map(({ values, count }) => ({
        labels: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])),
        value: count,
      })),
  }
}
