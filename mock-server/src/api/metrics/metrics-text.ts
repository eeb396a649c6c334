/** One metric as Prometheus knows it. */
export interface Metric {
  readonly name: string
  readonly help: string
  /** Counters' names end in `_total`. */
  readonly type: 'counter' | 'gauge'
  readonly samples: readonly Sample[]
}

export interface Sample {
  readonly labels?: Readonly<Record<string, string>>
  readonly value: number
}

/** Of the `content-type`. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8'

/** Prometheus's text format 0.0.4: one block a metric, in the order given. */
export function metricsText(metrics: readonly Metric[]): string {
  return metrics.map(blockOf).join('')
}

function blockOf({ name, help, type, samples }: Metric): string {
  const head = [`# HELP ${name} ${escaped(help)}`, `# TYPE ${name} ${type}`]
  const lines = samples.map(({ labels = {}, value }) => `${name}${labelsOf(labels)} ${value}`)
  return `${[...head, ...lines].join('\n')}\n`
}

function labelsOf(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
}
