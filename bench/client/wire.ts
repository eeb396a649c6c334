import { createInbox, outbox, webSocket } from '@minibell/client'
import { createMockPlatform } from '@minibell/mock'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import { type Http, type Lifecycle, type Socket, virtualTime } from '@minibell/ports'
import type { Figures } from './cells.ts'

/** What browsers write around it, in bytes and rounded up: an exchange of HTTP, the opening of a socket, a frame of it. */
const heads = { exchange: 800, opening: 900, frame: 6 }

/**
 * What one phone on the real mock platform sends and gets, both ways: a reconnect with nothing new, a message until it is delivered
 * and told, an idle hour, all without the headers of HTTP but for `idleHour`; and the timers that wait while it is hidden.
 */
export async function wire(): Promise<Figures> {
  const time = virtualTime()
  const mock = await createMockPlatform({ world: demo, time })
  await mock.use({ person: 'amina', sender: 'kijani' })
  const meter = metered(mock)
  const host = lifecycle()
  const inbox = createInbox({
    host: { ...meter, clock: time, timers: time, random: () => 0.5, lifecycle: host.port, report: () => undefined },
    session: { url: '', person: 'amina', getToken: () => mock.session({ person: 'amina', lifeMs: 864_000_000 }) },
    transports: [webSocket()],
    outbox: outbox(),
  })
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left >= 0; left -= 100) await time.advance(Math.min(left, 100))
  }
  const cost = async (act: () => Promise<unknown>): Promise<typeof meter.sum> => {
    const before = { ...meter.sum }
    await act()
    return { bytes: meter.sum.bytes - before.bytes, heads: meter.sum.heads - before.heads }
  }
  inbox.start()
  await pass(1_000)
  await mock.http(bill('Your first bill')).response
  await pass(2_000)
  await mock.clock.advance({ days: 3 })
  await pass(2_000)
  const message = await cost(async () => {
    await mock.http(bill('Your second bill')).response
    await pass(2_000)
  })
  const { length } = inbox.getSnapshot()
  if (length !== 2) throw new Error(`There are ${length} messages, not 2.`)
  const reconnect = await cost(async () => {
    meter.cut()
    await pass(2_000)
  })
  const idle = await cost(() => pass(3_600_000))
  if (inbox.getSnapshot().status.phase !== 'live') throw new Error('It is not live after an idle hour.')
  host.hide()
  await pass(5_000)
  const timers = time.waiting()
  mock.close()
  return { reconnect: reconnect.bytes, message: message.bytes, idleHour: idle.bytes + idle.heads, timers }
}

function bill(title: string) {
  const message = { title, content: 'KSh 1,240 is due on 28 November.', jumpUrl: 'pages/bill/detail?id=2041' }
  const body = JSON.stringify({ miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message })
  return { method: 'POST', url: '/miniapp/v1/messages/send', body } as const
}

/** The ports of a mock whose every byte is counted. */
function metered({ http, socket }: { readonly http: Http; readonly socket: Socket }) {
  const sum = { bytes: 0, heads: 0 }
  let cut = (): void => undefined
  const count = (text: string, head = 0): void => {
    sum.bytes += Buffer.byteLength(text)
    sum.heads += head
  }
  const countedHttp: Http = (request) => {
    count(`${request.method} ${request.url}${request.headers?.['authorization']}${request.body ?? ''}`, heads.exchange)
    const exchange = http(request)
    exchange.response.then(
      ({ body }) => count(body),
      () => undefined,
    )
    return exchange
  }
  const countedSocket: Socket = (url, events) => {
    count(url, heads.opening)
    const received = (text: string): void => {
      count(text, heads.frame)
      events.received(text)
    }
    const one = socket(url, { ...events, received })
    cut = () => one.close()
    const send = (text: string): void => {
      count(text, heads.frame)
      one.send(text)
    }
    return { ...one, send }
  }
  return { sum, http: countedHttp, socket: countedSocket, cut: () => cut() }
}

function lifecycle(): { readonly port: Lifecycle; hide(): void } {
  const listeners = new Set<() => void>()
  let isVisible = true
  const on = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const hide = (): void => {
    isVisible = false
    for (const listener of listeners) listener()
  }
  return { port: { visible: () => isVisible, online: () => true, on }, hide }
}
