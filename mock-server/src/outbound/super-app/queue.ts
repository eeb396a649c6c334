import type { Http, HttpResponse, Report, Timers, Undo } from '@minibell/ports'
import type { Platform } from '../../platform/platform.ts'
import { type Fate, fatesOf, mostMessages, type OutboundMessage, outboundMessage } from './messages.ts'

export interface SuperAppParts {
  readonly http: Http
  /** Wake the queue while nobody moves the platform's clock. */
  readonly timers: Timers
  /** Headers of a call, its signature among them. */
  readonly headers: (call: { readonly uri: string; readonly body: string }) => Promise<Readonly<Record<string, string>>>
  /** Gets what is a bug of the mock. */
  readonly report: Report
  /** Default 6, the first included. */
  readonly attempts?: number
}

interface Waiting {
  readonly message: OutboundMessage
  readonly tried: number
  /** By the platform's clock. */
  readonly dueAt: number
}

const path = '/v2/platform/message/send'
const firstWaitMs = 1_000
const timeoutMs = 10_000

/**
 * DL-11: hands accepted template messages on to the world's super app, at most 20 a call, one call at a time, in order. What is to be
 * tried again waits 1, 2, 4 … s by the platform's clock. The queue is in memory: another world or another process forgets it.
 */
export function superAppQueue(platform: Platform, parts: SuperAppParts): Undo {
  const { timers, report, attempts = 6 } = parts
  let queue: readonly Waiting[] = []
  let world = 0
  let running = false
  let cancel: Undo | undefined

  const run = async (): Promise<void> => {
    if (running) return
    running = true
    try {
      while (await step()) cancel?.()
    } catch (error) {
      report(error, 'super app')
    } finally {
      running = false
      wakeLater()
    }
  }
  /** One call, or none where there is no super app; false when nothing is due. */
  const step = async (): Promise<boolean> => {
    const now = platform.clock.now()
    const due = queue.filter(({ dueAt }) => dueAt <= now).slice(0, mostMessages)
    if (due.length === 0) return false
    const started = world
    const superApp = await platform.tenant.superApp()
    if (!superApp) {
      queue = queue.filter((one) => !due.includes(one))
      return true
    }
    const fates = await call(platform, parts, { url: superApp.url, messages: due.map(({ message }) => message) })
    if (started === world) queue = queue.flatMap((one) => (due.includes(one) ? retried(one, fates) : [one]))
    return true
  }
  const retried = (one: Waiting, fates: ReadonlyMap<string, Fate>): readonly Waiting[] => {
    const tried = one.tried + 1
    if (fates.get(one.message.messageId) !== 'again') return []
    if (tried < attempts) return [{ ...one, tried, dueAt: platform.clock.now() + firstWaitMs * 2 ** one.tried }]
    platform.journal.write({
      kind: 'outbound',
      summary: `Message ${one.message.messageId} is given up: tried ${tried} times`,
    })
    return []
  }
  const wakeLater = (): void => {
    cancel?.()
    const next = Math.min(...queue.map(({ dueAt }) => dueAt))
    cancel = Number.isFinite(next)
      ? timers.after(Math.max(0, Math.min(next - platform.clock.now(), 2_000_000_000)), () => void run())
      : undefined
  }

  const undos = [
    platform.sends.onTemplate((accepted) => {
      queue = [...queue, { message: outboundMessage(accepted), tried: 0, dueAt: platform.clock.now() }]
      void Promise.resolve().then(run)
    }),
    platform.clock.onMoved(() => void run()),
    platform.worlds.onReplaced(() => {
      world += 1
      queue = []
    }),
    () => cancel?.(),
  ]
  return () => {
    for (const undo of undos) undo()
    queue = []
  }
}

async function call(
  platform: Platform,
  { http, headers, report }: SuperAppParts,
  { url, messages }: { readonly url: string; readonly messages: readonly OutboundMessage[] },
): Promise<ReadonlyMap<string, Fate>> {
  const body = JSON.stringify({ messages })
  const whole = `${url}${path}`
  const uri = whole.replace(/^https?:\/\/[^/]*/i, '')
  const request = { method: 'POST' as const, url: whole, headers: await headers({ uri, body }), body, timeoutMs }
  const response = await http(request).response.catch((error: unknown): HttpResponse | undefined => {
    if (!(error instanceof Error)) report(error, 'super app')
    return undefined
  })
  const { fates, note } = fatesOf(response, messages)
  const counts = (['sent', 'again', 'given-up'] as const)
    .map((fate) => [[...fates.values()].filter((each) => each === fate).length, fate] as const)
    .filter(([count]) => count > 0)
    .map(([count, fate]) => `${count} ${fate}`)
  platform.journal.write({
    kind: 'outbound',
    summary: `${messages.length} messages to the super app: ${counts.join(', ')}${note === undefined ? '' : `; ${note}`}`,
    method: 'POST',
    path: uri,
    ...(response && { status: response.status, answer: response.body.slice(0, 2_000) }),
    request: { messages: messages.map(({ messageId, channel }) => ({ messageId, channel })) },
  })
  return fates
}
