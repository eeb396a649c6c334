import type { Http, Report, Timers, Undo } from '@minibell/ports'
import type { InboxFact } from '../../platform/inbox-news.ts'
import type { Platform, Webhook } from '../../platform/index.ts'
import { digestOf } from '../../platform/storage/digest.ts'
import { keptDeliveries } from './kept-deliveries.ts'
import { removals } from './removals.ts'
import { factsOf, type OwnedFact, type WebhookFact } from './webhook-facts.ts'
import { webhookRequest } from './webhook-request.ts'

export interface WebhookParts {
  readonly http: Http
  /** Wake the queue while nobody moves the platform's clock. */
  readonly timers: Timers
  /** Gets what is a bug of the mock. */
  readonly report: Report
  /** Default 8, the first included. */
  readonly attempts?: number
}

/** One event on its way to one webhook. */
export interface WebhookDelivery {
  /** Unique over webhooks and restarts; the same in all tries and replays. */
  readonly id: string
  readonly webhook: string
  readonly fact: WebhookFact
  readonly state: 'waiting' | 'delivered' | 'given-up'
  readonly tries: readonly { readonly at: number; readonly status?: number }[]
  /** Tries since it was first sent, or replayed. */
  readonly round: number
  /** By the platform's clock. */
  readonly dueAt: number
}

export interface WebhookQueue {
  /** Newest first; those that are over are kept up to 1,000. */
  deliveries(): readonly WebhookDelivery[]
  /** Sends one that is over again, under its id. */
  replay(id: string): Promise<'queued' | 'unknown' | 'waiting' | 'no-webhook'>
  stop: Undo
}

const firstWaitMs = 1_000
const lookMs = 2_000
const mostAtOnce = 8
const mostWaiting = 10_000
const mostKept = 1_000

/**
 * Tells the world's webhooks of deliveries and receipts. An answer of 2xx within 10 s ends it; anything else is tried again after 1, 2, 4 …
 * s of the platform's clock. Several are under way at a time, so that their order is not kept. In memory, so that another world forgets
 * what waits; where processes share a store it is kept there, and what one leaves that is gone another sends, under its id.
 */
export function webhookQueue(platform: Platform, parts: WebhookParts): WebhookQueue {
  const { timers, report, attempts = 8 } = parts
  const { name = '' } = platform.processes
  const kept = keptDeliveries(platform.processes)
  const gone = removals(platform)
  const prefix = `wh-${platform.clock.now().toString(36)}-${name}`
  let all = new Map<string, WebhookDelivery>()
  let count = 0
  let arrivals: Promise<void> = Promise.resolve()
  const busy = new Set<string>()
  let cancel: Undo | undefined
  let cancelLook: Undo | undefined
  let isStopped = false

  const run = (): void => {
    const now = platform.clock.now()
    for (const one of waitingOf(all)) {
      if (busy.size >= mostAtOnce) break
      if (one.dueAt <= now && !busy.has(one.id)) void attempt(one)
    }
    wakeLater()
  }
  const attempt = async (one: WebhookDelivery): Promise<void> => {
    const world = all
    busy.add(one.id)
    const tried = await tryOnce(platform, parts, { one, attempts }).catch((error: unknown) => {
      // The store may be away: that is no reason to give up.
      report(error, 'webhook')
      return againLater(one, { now: platform.clock.now(), attempts })
    })
    busy.delete(one.id)
    if (world.has(one.id)) world.set(one.id, tried)
    void kept.put([tried]).catch((error: unknown) => report(error, 'webhook'))
    run()
  }
  const wakeLater = (): void => {
    cancel?.()
    const resting = waitingOf(all).filter(({ id }) => !busy.has(id))
    const next = resting.reduce((least, { dueAt }) => Math.min(least, dueAt), Number.POSITIVE_INFINITY)
    const waitMs = Math.max(0, Math.min(next - platform.clock.now(), 2_000_000_000))
    cancel = Number.isFinite(next) && busy.size < mostAtOnce ? timers.after(waitMs, run) : undefined
  }
  /** Nothing where it was told and taken already. */
  const enqueue = (webhook: Webhook, { fact, name: told }: OwnedFact): readonly WebhookDelivery[] => {
    count += 1
    const id = name === '' ? `${prefix}${count.toString(36)}` : `wh-${digestOf(`${webhook.id} ${told}`)}`
    const known = all.get(id)
    if (known?.state === 'delivered') return []
    if (known?.state === 'waiting') return [known]
    const dueAt = platform.clock.now()
    const one: WebhookDelivery = { id, webhook: webhook.id, fact, state: 'waiting', tries: [], round: 0, dueAt }
    all.set(id, one)
    if (count % 100 === 0) forgetOldest(all)
    return [one]
  }
  const hear = async (fact: InboxFact): Promise<void> => {
    const world = all
    const webhooks = await platform.tenant.webhooks()
    if (webhooks.length === 0) return
    const facts = await factsOf(platform, fact)
    if (world !== all) return
    const wanted = facts.flatMap((each) => webhooks.flatMap((one) => (wants(one, each) ? enqueue(one, each) : [])))
    if (name !== '' && wanted.length > 0) await kept.put(wanted).finally(run)
    await gone.told(fact)
    if (waitingOf(all).length > mostWaiting) dropped(platform, all)
    run()
  }

  /** What a process that is gone left waiting. */
  const lookAfter = (): void => {
    if (isStopped) return
    const look = async (): Promise<void> => {
      const taken = await kept.takeOver()
      for (const one of taken) all.set(one.id, one)
      if (taken.length > 0) run()
      await gone.look()
    }
    cancelLook = timers.after(lookMs, () => void look().then(lookAfter, lookAfter))
  }
  if (name !== '') lookAfter()

  const undos = [
    platform.inboxes.on((fact) => {
      const heard = arrivals.then(() => hear(fact))
      arrivals = heard.catch((error: unknown) => report(error, 'webhook'))
      // What could not be kept is not acknowledged: who sends it again tells it again.
      return name === '' ? undefined : heard
    }),
    gone.stop,
    platform.clock.onMoved(run),
    platform.worlds.onReplaced(() => {
      all = new Map()
      cancel?.()
    }),
  ]
  return {
    deliveries: () => [...all.values()].reverse(),
    async replay(id) {
      const one = all.get(id)
      if (!one) return 'unknown'
      if (one.state === 'waiting') return 'waiting'
      if (!(await platform.tenant.webhooks()).some((webhook) => webhook.id === one.webhook)) return 'no-webhook'
      all.set(id, { ...one, state: 'waiting', round: 0, dueAt: platform.clock.now() })
      run()
      return 'queued'
    },
    stop() {
      for (const undo of undos) undo()
      cancel?.()
      isStopped = true
      cancelLook?.()
      all = new Map()
    },
  }
}

/** What is told is read anew, so that a changed secret or address counts at once. */
async function tryOnce(
  { tenant, clock, journal }: Platform,
  { http }: WebhookParts,
  { one, attempts: most }: { readonly one: WebhookDelivery; readonly attempts: number },
): Promise<WebhookDelivery> {
  const webhook = (await tenant.webhooks()).find(({ id }) => id === one.webhook)
  if (!webhook) return { ...one, state: 'given-up' }
  const sentAt = clock.now()
  const answer = await http(webhookRequest(webhook, { ...one, sentAt })).response.catch(() => undefined)
  const { status } = answer ?? {}
  const next = againLater(one, { now: sentAt, attempts: most })
  const { round } = next
  const isTaken = status !== undefined && status >= 200 && status < 300
  const state = isTaken ? 'delivered' : next.state
  const fate = { waiting: 'comes again', delivered: 'taken', 'given-up': 'given up' }[state]
  journal.write({
    kind: 'outbound',
    summary: `Webhook ${webhook.id}: ${one.fact.type}, try ${round}, ${status === undefined ? 'no answer' : `HTTP ${status}`}, ${fate}`,
    method: 'POST',
    path: webhook.url,
    request: { id: one.id, ...one.fact },
    ...(status !== undefined && { status }),
    ...(webhook.sender !== undefined && { sender: webhook.sender }),
  })
  const tries = [...one.tries, { at: sentAt, ...(status !== undefined && { status }) }].slice(-20)
  return { ...next, state, tries }
}

/** After a try that nobody took: 1, 2, 4 … s later, but for the last one. */
function againLater(
  one: WebhookDelivery,
  { now, attempts }: { readonly now: number; readonly attempts: number },
): WebhookDelivery {
  const round = one.round + 1
  return { ...one, round, state: round < attempts ? 'waiting' : 'given-up', dueAt: now + firstWaitMs * 2 ** one.round }
}

function wants({ sender, events }: Webhook, { owner, fact }: OwnedFact): boolean {
  return (sender === undefined || owner === undefined || sender === owner) && (events?.includes(fact.type) ?? true)
}

function waitingOf(all: ReadonlyMap<string, WebhookDelivery>): readonly WebhookDelivery[] {
  return [...all.values()].filter(({ state }) => state === 'waiting')
}

/** Of those that are over. */
function forgetOldest(all: Map<string, WebhookDelivery>): void {
  const over = all.size <= mostKept ? [] : [...all.values()].filter(({ state }) => state !== 'waiting')
  for (const { id } of over.slice(0, Math.max(0, over.length - mostKept))) all.delete(id)
}

/** Nobody takes them: the oldest go, and the journal says so. */
function dropped({ journal }: Platform, all: Map<string, WebhookDelivery>): void {
  const lost = waitingOf(all).slice(0, -mostWaiting)
  for (const { id } of lost) all.delete(id)
  journal.write({
    kind: 'outbound',
    summary: `Webhooks: ${lost.length} of more than ${mostWaiting} that wait are dropped`,
  })
}
