import type { EventSourceLike, Http, Socket } from '@minibell/ports'
import { expect, test } from 'vitest'
import { phones } from './rig.ts'

// What travels. The headers of the host's own HTTP are its business and the same for everybody; only an idle hour counts them as well, as
// browsers write them, in round numbers upwards: of a request with its answer, of a socket or a stream that is opened, of a frame of a socket.
const heads = { exchange: 800, opening: 900, frame: 6 }

/** A phone whose every byte is counted, both ways, and its line's lever. */
async function metered(by: 'webSocket' | 'serverSentEvents') {
  const rig = await phones()
  const { mock } = rig
  const meter = { bytes: 0, heads: 0, requests: 0 }
  const count = (text = ''): void => {
    meter.bytes += Buffer.byteLength(text)
  }
  let end: () => void = () => undefined
  const socket: Socket = (url, events) => {
    count(url)
    meter.heads += heads.opening
    const one = mock.socket(url, {
      ...events,
      received(text) {
        count(text)
        meter.heads += heads.frame
        events.received(text)
      },
    })
    end = () => one.close()
    return {
      ...one,
      send(text) {
        count(text)
        meter.heads += heads.frame
        one.send(text)
      },
    }
  }
  const eventSource: EventSourceLike = (url, sent, events) => {
    count(url + sent['authorization'])
    meter.heads += heads.opening
    const undo = mock.eventSource(url, sent, {
      ...events,
      received(data, id) {
        count(`id: ${id}\ndata: ${data}\n\n`)
        events.received(data, id)
      },
    })
    end = () => {
      undo()
      events.closed('cut')
    }
    return undo
  }
  const http: Http = (request) => {
    count(`${request.method} ${request.url}${request.headers?.['authorization']}${request.body ?? ''}`)
    meter.requests += 1
    meter.heads += heads.exchange
    const exchange = mock.http(request)
    exchange.response.then(
      ({ body }) => count(body),
      () => undefined,
    )
    return exchange
  }
  const one = await rig.phone({ by, host: { socket, eventSource, http } })
  const measure = async (act: () => Promise<void>): Promise<typeof meter> => {
    const before = { ...meter }
    await act()
    return {
      bytes: meter.bytes - before.bytes,
      heads: meter.heads - before.heads,
      requests: meter.requests - before.requests,
    }
  }
  return { ...rig, ...one, measure, cut: () => end() }
}

test.each(['webSocket', 'serverSentEvents'] as const)(
  'a reconnect with nothing new costs 600 bytes at most, by %s',
  async (by) => {
    const { measure, cut, pass, inbox } = await metered(by)
    const cost = await measure(async () => {
      cut()
      await pass(2_000)
    })
    expect(inbox.getSnapshot().status.phase).toBe('live')
    expect(cost.bytes).toBeLessThanOrEqual(600)
    expect(cost.requests).toBe(0)
  },
)

test.each(['webSocket', 'serverSentEvents'] as const)(
  'a message costs 1,000 bytes at most until it is delivered and told, by %s',
  async (by) => {
    const { measure, sendMany, pass, inbox } = await metered(by)
    // With the first of a sender its name and picture travel too.
    await sendMany(1)
    await pass(2_000)
    const cost = await measure(async () => {
      await sendMany(1)
      await pass(2_000)
    })
    expect(inbox.getSnapshot().length).toBe(2)
    expect(cost.bytes).toBeLessThanOrEqual(1_000)
  },
)

test.each(['webSocket', 'serverSentEvents'] as const)(
  'an idle hour costs 20,000 bytes at most, headers included, by %s',
  async (by) => {
    const { measure, pass, inbox } = await metered(by)
    const cost = await measure(() => pass(3_600_000))
    expect(inbox.getSnapshot().status.phase).toBe('live')
    expect(cost.bytes + cost.heads).toBeLessThanOrEqual(20_000)
  },
)
