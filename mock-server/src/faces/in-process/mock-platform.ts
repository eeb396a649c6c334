import { type Clock, type Http, type Report, type Timers, type VirtualTime, virtualTime } from '@minibell/ports'
import { signedCalls } from '../../api/open-api/signature/seal.ts'
import { createRoutes, type Routes, type RoutesOptions } from '../../api/routes.ts'
import { fetchHttp } from '../../outbound/fetch-http.ts'
import { superAppQueue } from '../../outbound/super-app/queue.ts'
import { webhookQueue } from '../../outbound/webhooks/webhook-queue.ts'
import { pushQueue } from '../../outbound/wechat/push-queue.ts'
import { checkUrl } from '../../outbound/wechat/url-check.ts'
import { createPlatform, seeded, type World } from '../../platform/index.ts'
import type { JournalRow, Platform, Scope } from '../../platform/platform.ts'
import type { StorePort } from '../../platform/store.ts'
import { memoryStore } from '../../store/memory.ts'
import { type InProcess, inProcess } from './in-process.ts'
import { type Span, spanMs } from './span.ts'

/** Everything may be left out: an empty world at the start of 2026, in memory, in virtual time. */
export interface MockOptions {
  /** A world as JSON; default: one without senders and persons. */
  readonly world?: unknown
  /** Wall time at the start, ms since 1970; default 2026-01-01T00:00Z. */
  readonly startAt?: number
  /** Clock and timers shared with a client under test. Default: virtual time of its own, which nothing moves but `clock`. */
  readonly time?: VirtualTime
  /** A running clock, for a page or a process that people look at; give `timers` too. */
  readonly clock?: Clock
  readonly timers?: Timers
  /** Of tokens and ids; default: the world's own. */
  readonly seed?: number
  /** Default: a new memory store. */
  readonly store?: StorePort
  /** Gets the mock's own bugs. */
  readonly report?: Report
  readonly openApi?: RoutesOptions['openApi']
  readonly pingMs?: number
  /** How the platform reaches a super app (DL-11) and developers' URLs (CS-1). Default: this host's `fetch`. */
  readonly http?: Http
}

/** A platform for tests: everything in this process, in virtual time. */
export interface MockPlatform extends InProcess {
  readonly platform: Platform
  /** What faces are made of: `handlers(mock)`, `listen(mock)`. */
  readonly routes: Routes
  readonly clock: MockClock
  /** Rows of the journal, oldest first. */
  journal(): readonly JournalRow[]
  /** A delivery session token, as a person's super app would hold it; scope `host` unless a sender is named. */
  session(options: { readonly person: string; readonly sender?: string; readonly lifeMs?: number }): Promise<string>
  /** A person was in a mini-program just now, or at `at` (MA-4). */
  use(use: { readonly person: string; readonly sender: string; readonly at?: number }): Promise<void>
  /** Closes sockets and long polls. */
  close(): void
}

/** Time travel. Wall time alone moves; give `time` to move heartbeats too. */
export interface MockClock {
  now(): number
  /** The platform's wall time; expiries on the way have happened when it resolves. Heartbeats are not moved. */
  advance(span: Span): Promise<void>
  moveTo(at: number | string): Promise<void>
}

/** The door for tests. Throws `WorldError` when the world is none. */
export async function createMockPlatform(options: MockOptions = {}): Promise<MockPlatform> {
  const time = options.time ?? virtualTime(options.startAt === undefined ? {} : { startAt: options.startAt })
  const { timers = time, world, report } = options
  const platform = await createPlatform({
    store: options.store ?? memoryStore(),
    clock: options.clock ?? time,
    timers,
    ...(options.seed === undefined ? {} : { random: seeded(options.seed) }),
    // An imported JSON file has texts for types; the platform decodes it and says what is wrong.
    ...(world === undefined ? {} : { world: world as World }),
  })
  const { openApi, pingMs, http = fetchHttp } = options
  const random = seeded(options.seed ?? 1)
  const parts = { http, timers, report: report ?? (() => undefined) }
  const webhooks = webhookQueue(platform, parts)
  const routes = createRoutes(platform, {
    timers,
    webhooks,
    checkPush: (sender) => checkUrl(platform, { http, random }, sender),
    ...(report ? { report } : {}),
    ...(openApi ? { openApi } : {}),
    ...(pingMs ? { pingMs } : {}),
  })
  const stops = [
    superAppQueue(platform, { ...parts, headers: signedCalls(platform.clock, openApi?.keySeed) }),
    pushQueue(platform, { ...parts, random }),
    webhooks.stop,
  ]
  const close = (): void => {
    for (const stop of stops) stop()
    routes.close()
  }
  return { ...inProcess(routes), ...conveniences(platform), platform, routes, close }
}

function conveniences(platform: Platform): Pick<MockPlatform, 'clock' | 'journal' | 'session' | 'use'> {
  return {
    clock: {
      now: () => platform.clock.now(),
      advance: async (span) => platform.clock.advance(spanMs(span)),
      moveTo: (at) => platform.clock.moveTo(typeof at === 'number' ? at : Date.parse(at)),
    },
    journal: () => platform.journal.read({}),
    async session({ person, sender, lifeMs }) {
      const scope: Scope = sender === undefined ? { kind: 'host' } : { kind: 'sender', sender }
      const session = await platform.delivery.openSession({ person, scope, ...(lifeMs ? { lifeMs } : {}) })
      return session.token
    },
    use: (use) => platform.directory.recordUse(use),
  }
}
