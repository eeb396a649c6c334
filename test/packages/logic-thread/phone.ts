import type { MiniProgram } from '@minibell/adapters/testing'
import { fakeDlt, fakeMy, fakeWx } from '@minibell/adapters/testing'
import type * as client from '@minibell/client'
import type { Inbox, InboxHost, InboxOptions, RouterOptions } from '@minibell/client'
import { createMockPlatform, type MockPlatform } from '@minibell/mock'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import {
  type Http,
  type Navigator,
  type Page,
  type PageQuery,
  type Socket,
  type Storage,
  type VirtualTime,
  virtualTime,
} from '@minibell/ports'
import { type HostFile, runHostFile, runPart, type ThreadName } from './logic-thread.ts'

/** The ports that an adapter gives, as far as these tests name them. */
export type Ports = InboxHost & {
  readonly socket: Socket
  readonly storage: Storage
  readonly navigator: Navigator & { takeQuery(path: string): PageQuery | undefined }
}

/** The mini-program of these tests: Kijani Energy of the demo world. */
export const app = {
  pages: ['pages/home/index', 'pages/bills/index', 'pages/account/index', 'pages/bill/detail', 'pages/meter/reading'],
  tabs: ['pages/home/index', 'pages/bills/index', 'pages/account/index'],
}

/** A phone on which Kijani Energy runs, and the platform that sends to it. */
export interface Phone {
  readonly time: VirtualTime
  readonly mock: MockPlatform
  readonly parts: HostFile & Pick<typeof client, 'cache'>
  readonly ports: Ports
  readonly levers: Levers
  /** Lets everything that is under way end. */
  settle(): Promise<void>
  /** The person has signed in; resolves when the inbox is live. */
  start(options?: StartOptions): Promise<Inbox>
}

/** What a test does to the host. */
export interface Levers {
  /** The page stack, queries decoded as the pages themselves would, the shown page last. */
  pages(): readonly Page[]
  launched(): readonly object[]
  /** Every navigation is refused in these words until it is called without. */
  refuse(why?: string): void
}

/** What differs from a person in their mini-program with everything in place. */
export interface StartOptions {
  readonly router?: Partial<RouterOptions>
  readonly session?: Partial<InboxOptions<object>['session']>
  readonly http?: Http
  readonly socket?: Socket
}

/** The demo's platform, in virtual time, that takes more than one message in three days. */
export async function mockOf(time: VirtualTime): Promise<MockPlatform> {
  const mock = await createMockPlatform({ world: demo, time })
  const body = JSON.stringify({ enabled: false })
  await mock.fetch('http://platform.test/control/v1/rules/MA-3', { method: 'PUT', body })
  return mock
}

/** Sends to Amina; resolves to the platform's code, 0 when it took the message. */
export async function send({ mock, settle }: Phone, jumpUrl: string, title = 'Your bill for October'): Promise<number> {
  const message = { title, content: 'KSh 1,240 is due on 28 November.', jumpUrl }
  const body = JSON.stringify({ miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message })
  const answer = await mock.fetch('http://platform.test/miniapp/v1/messages/send', { method: 'POST', body })
  await settle()
  const { code, data } = (await answer.json()) as { code: number; data?: { denial?: { code?: number } } }
  return code || data?.denial?.code || 0
}

export interface ThreadPhone extends Phone {
  readonly fake: MiniProgram
}

/** The built file of a host on a fake of that host. `sockets: 'none'`: the dlt that its documents know. */
export async function threadPhone(
  host: ThreadName,
  over: {
    http?: Http
    socket?: Socket
    mock?: MockPlatform
    time?: VirtualTime
    entries?: ReadonlyMap<string, string>
    sockets?: 'none'
  } = {},
): Promise<ThreadPhone> {
  const time = over.time ?? virtualTime()
  const mock = over.mock ?? (await mockOf(time))
  const { http = mock.http, socket = mock.socket } = over
  const loaded = new WeakMap<object, Readonly<Record<string, string>>>()
  const options = { http, socket, timers: time, app: { ...app, onLoad: loaded.set.bind(loaded) } }
  const { globals, levers: fake } =
    host === 'wx'
      ? fakeWx(options)
      : host === 'my'
        ? fakeMy(options)
        : fakeDlt({ ...options, sockets: over.sockets ?? 'as WeChat' })
  for (const [key, value] of over.entries ?? []) fake.entries.set(key, value)
  const file = runHostFile(host, globals, time)
  const own = file as unknown as Adapter // the adapter's names beside the client's
  const ports = (own.wxHost ?? own.myHost ?? own.dltHost)?.({ appIdOf }) as Ports // one of them is there
  const settle = () => settled(time)
  const levers: Levers = {
    pages: () => fake.pages.map((page) => ({ path: page.route, query: own.pageQuery(loaded.get(page) ?? {}) })),
    launched: () => fake.launched,
    refuse(why) {
      for (const name of ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateToMiniProgram'])
        fake.fail(name, why)
    },
  }
  const parts = { ...file, cache: runPart('cache', time).cache }
  const phone = { time, mock, parts, ports, levers, settle, fake }
  return { ...phone, start: (given) => start(phone, given) }
}

const appIdOf = (sender: string): string => `app-of-${sender}`

interface Adapter {
  readonly wxHost?: (options: object) => Ports
  readonly myHost?: (options: object) => Ports
  readonly dltHost?: (options: object) => Ports
  pageQuery(options: object): PageQuery
}

/** Storage takes many turns; nothing of it takes time. */
export async function settled(time: VirtualTime): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await time.advance(0)
}

/** An inbox with everything that a mini-program gives it, live. */
export async function start(
  { ports, parts, settle }: Pick<Phone, 'ports' | 'parts' | 'settle'>,
  { router = {}, session = {}, ...own }: StartOptions = {},
): Promise<Inbox> {
  const { createInbox, webSocket, polling, outbox, cache } = parts
  const inbox = createInbox({
    host: { ...ports, ...own },
    session: {
      url: 'https://platform.test',
      person: 'amina',
      getToken: () => 'demo-kijani-amina',
      scope: { kind: 'sender', sender: 'kijani' },
      ...session,
    },
    transports: [webSocket(), polling()],
    cache: cache(ports.storage),
    outbox: outbox(ports.storage),
    router: parts.router({ sender: 'kijani', ...app, navigator: ports.navigator, ...router }),
  })
  inbox.start()
  await settle()
  return inbox
}
