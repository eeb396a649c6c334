import {
  createInbox,
  type Inbox,
  type InboxHost,
  longPolling,
  outbox,
  type Pushes,
  pagedHistory,
  polling,
  router,
  serverSentEvents,
  type Transport,
  webSocket,
} from '@minibell/client'
import { memoryStorage, recordingNavigator } from '@minibell/client/testing'
import { createMockPlatform, type MockPlatform } from '@minibell/mock'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import { type EventSourceLike, type Socket, type VirtualTime, virtualTime } from '@minibell/ports'

/** What every phone of these tests has. */
export type PhoneHost = InboxHost & { readonly socket: Socket; readonly eventSource: EventSourceLike }

/** Ways to hear of news. */
export const transports = {
  webSocket,
  serverSentEvents,
  longPolling: () => longPolling(),
  polling: () => polling({ everyMs: 2_000 }),
} as const

export interface Device {
  readonly inbox: Inbox
  readonly navigator: ReturnType<typeof recordingNavigator>
  /** Everything it was told of: names and values. */
  readonly told: readonly (readonly [string, unknown])[]
}

/** Amina's phones on the real mock platform, in one virtual time. */
export async function phones(): Promise<{
  readonly time: VirtualTime
  readonly mock: MockPlatform
  /** A started inbox; `sender` scopes it. */
  phone(options?: {
    readonly sender?: string
    readonly by?: keyof typeof transports | Transport<PhoneHost>
    /** Ports in place of the mock's. */
    readonly host?: Partial<PhoneHost>
    readonly storage?: ReturnType<typeof memoryStorage>
    readonly pushes?: Pushes
  }): Promise<Device>
  /** Lets time go by in small steps, so that long chains of promises keep up. */
  pass(ms: number): Promise<void>
  /** A service message of Kijani; answers the wire's code. */
  send(title: string): Promise<number>
  /** So many template messages of Soko to her, which no rule of frequency holds back. */
  sendMany(count: number): Promise<void>
}> {
  const time = virtualTime()
  const mock = await createMockPlatform({ world: demo, time })
  await mock.use({ person: 'amina', sender: 'kijani' })

  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left >= 0; left -= 100) await time.advance(Math.min(left, 100))
  }

  let orders = 0
  const sendMany = async (count: number): Promise<void> => {
    for (const last = orders + count; orders < last; ) {
      orders += 1
      const body = JSON.stringify({ ...order, requestId: `order-${orders}` })
      const headers = { 'content-type': 'application/json' }
      const sent = await mock.http({ method: 'POST', url: '/v2/miniprogram/message/send', headers, body }).response
      if (!sent.body.includes('"resultStatus":"S"')) throw new Error(sent.body)
    }
  }

  return {
    time,
    mock,
    pass,
    sendMany,
    async phone({ sender, by = 'webSocket', storage = memoryStorage(), host, ...parts } = {}) {
      const navigator = recordingNavigator()
      const told: [string, unknown][] = []
      const inbox = createInbox({
        host: {
          http: mock.http,
          socket: mock.socket,
          eventSource: mock.eventSource,
          clock: time,
          timers: time,
          random: () => 0.5,
          report: (error, context) => told.push([`report ${context}`, error]),
          ...host,
        },
        session: {
          url: '',
          person: 'amina',
          getToken: () => mock.session({ person: 'amina', lifeMs: 10 * 86_400_000, ...(sender ? { sender } : {}) }),
          ...(sender ? { scope: { kind: 'sender', sender } } : {}),
        },
        transports: [typeof by === 'string' ? transports[by]() : by],
        history: pagedHistory(),
        outbox: outbox(storage),
        ...parts,
        router: router({ navigator, ...(sender ? { sender, pages: ['pages/home/index', 'pages/bill/detail'] } : {}) }),
      })
      for (const name of ['received', 'removed', 'read', 'opened', 'resync', 'refused'] as const)
        inbox.on(name, (event) => told.push([name, event]))
      inbox.start()
      await pass(300)
      return { inbox, navigator, told }
    },
    async send(title) {
      const message = { title, content: 'Pay before Friday.', jumpUrl: 'pages/bill/detail?id=2041' }
      const body = JSON.stringify({ miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message })
      const request = { method: 'POST', url: '/miniapp/v1/messages/send', body } as const
      const { response } = mock.http(request)
      return JSON.parse((await response).body).code
    },
  }
}

const order = {
  appId: 'P000000000000001soko',
  accessToken: 'demo-token-amina',
  templateCode: 'TP_ORDER_SHIPPED',
  redirectUrl: 'pages/order/detail?id=7781',
  templates: [{ language: 'en-US', templateParameters: { who: 'Amina', order: '7781', when: 'on Friday' } }],
}

/** What the badge and the rows would say. */
export function shown(inbox: Inbox): unknown {
  const snapshot = inbox.getSnapshot()
  const { total, unseen, unread } = snapshot
  const rows = snapshot
    .slice(0, 9)
    .map((item) => [item.message.kind === 'service' && item.message.title, snapshot.isRead(item)])
  return { total, unseen, unread, rows }
}
