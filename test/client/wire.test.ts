import type { EventSourceLike, Http, Socket } from '@minibell/ports'
import { expect, test } from 'vitest'
import { phones } from './rig.ts'

// What travels, without the headers of the host's own HTTP: they are its business, and the same for everybody.

/** A phone whose every byte is counted, both ways, and its line's lever. */
async function metered(by: 'webSocket' | 'serverSentEvents') {
  const rig = await phones()
  const { mock } = rig
  const meter = { bytes: 0, requests: 0 }
  const count = (text = ''): void => {
    meter.bytes += Buffer.byteLength(text)
  }
  let end: () => void = () => undefined
  const socket: Socket = (url, events) => {
    count(url)
    const one = mock.socket(url, {
      ...events,
      received(text) {
        count(text)
        events.received(text)
      },
    })
    end = () => one.close()
    return {
      ...one,
      send(text) {
        count(text)
        one.send(text)
      },
    }
  }
  const eventSource: EventSourceLike = (url, headers, events) => {
    count(url + headers['authorization'])
    const undo = mock.eventSource(url, headers, {
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
    return { bytes: meter.bytes - before.bytes, requests: meter.requests - before.requests }
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

test.each(['webSocket', 'serverSentEvents'] as const)('an idle hour costs 20,000 bytes at most, by %s', async (by) => {
  const { measure, pass, inbox } = await metered(by)
  const cost = await measure(() => pass(3_600_000))
  expect(inbox.getSnapshot().status.phase).toBe('live')
  expect(cost.bytes).toBeLessThanOrEqual(20_000)
})
