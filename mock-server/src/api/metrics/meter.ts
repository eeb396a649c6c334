import type { Undo } from '@minibell/ports'
import type { Platform } from '../../platform/platform.ts'
import type { Answer } from '../answer.ts'
import { type Dialect, isSend, type Route } from '../route.ts'
import type { Metric } from './metrics-text.ts'
import { tally } from './tally.ts'

/** Counts what a platform does from now on. */
export interface Meter {
  /** One request that was answered. */
  answered(dialect: Dialect['name'], seen: { readonly route?: Route | undefined; readonly answer: Answer }): void
  metrics(): readonly Metric[]
  stop: Undo
}

/** `sockets` and `waiting`: how many there are when somebody asks. */
export function meter(platform: Platform, gauges: { sockets(): number; waiting(): number }): Meter {
  const requests = tally('dialect', 'verdict')
  const sends = tally('dialect', 'outcome', 'rule')
  const changes = tally('change')
  const receipts = tally('kind')
  const outbound = tally('outcome')
  const undos = [
    platform.inboxes.on((fact) => {
      if (fact.kind === 'changes') for (const { change } of fact.changes) changes.add([change.type])
      else for (const { kind } of fact.receipts) receipts.add([kind])
    }),
    platform.journal.watch(({ kind, status }) => {
      if (kind === 'outbound' && status !== undefined) outbound.add([`${Math.floor(status / 100)}xx`])
      else if (kind === 'outbound') outbound.add(['none'])
    }),
  ]
  return {
    answered(dialect, { route, answer }) {
      requests.add([dialect, answer.verdict])
      if (isSend(route))
        for (const rule of rulesOf(answer)) sends.add([dialect, rule === 'ok' ? 'accepted' : 'refused', rule])
    },
    metrics: () => [
      counter('minibell_requests_total', 'Requests by dialect and verdict.', requests),
      counter(
        'minibell_sends_total',
        'Recipients that were sent to, by dialect, outcome and the rule that spoke.',
        sends,
      ),
      counter(
        'minibell_inbox_changes_total',
        'Changes of inboxes by type; added is an item that was delivered.',
        changes,
      ),
      counter('minibell_receipts_total', 'Accepted receipts by kind.', receipts),
      counter('minibell_outbound_total', 'Calls that the platform made, by class of the answer.', outbound),
      gauge('minibell_sockets', 'Delivery sockets that are open.', gauges.sockets()),
      gauge('minibell_webhooks_waiting', 'Webhook deliveries that are not taken yet.', gauges.waiting()),
    ],
    stop() {
      for (const undo of undos) undo()
    },
  }
}

/** One word for each recipient where the answer has them, else the answer's own. */
function rulesOf({ body, verdict }: Answer): readonly string[] {
  // Of our own dialect alone; every part of the way may be absent.
  const { results } = (body as { readonly data?: { readonly results?: unknown } } | null)?.data ?? {}
  if (!Array.isArray(results)) return [verdict]
  return results.map(({ rule }: { readonly rule?: string }) => rule ?? 'ok')
}

function counter(name: string, help: string, { samples }: Pick<ReturnType<typeof tally>, 'samples'>): Metric {
  return { name, help, type: 'counter', samples: samples() }
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, help, type: 'gauge', samples: [{ value }] }
}
