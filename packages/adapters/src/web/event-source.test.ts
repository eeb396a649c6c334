import { afterEach, expect, test, vi } from 'vitest'
import { eventReader, webEvents } from './event-source.ts'

afterEach(() => void vi.unstubAllGlobals())

function read(...pieces: readonly string[]) {
  const heard: (readonly [string, string])[] = []
  const take = eventReader((data, id) => heard.push([data, id]))
  const taken = pieces.map(take)
  return { heard, taken }
}

test('reads events in pieces of any length and with any end of line', () => {
  const text =
    'id: e:1\ndata: one\n\n: a comment\nevent: x\ndata:two\r\ndata: lines\r\n\r\ndata\n\nretry: 5\rid: e:2\rdata: three\r\r'
  const whole = read(text, '\n').heard
  expect(whole).toEqual([
    ['one', 'e:1'],
    ['two\nlines', 'e:1'],
    ['three', 'e:2'],
  ])
  expect(read(...[...text], '\n').heard).toEqual(whole)
})

test('an event that did not end is none', () => {
  expect(read('data: one\n\ndata: two\n').heard).toEqual([['one', '']])
})

test('DL-10: an event without end is not kept for ever', () => {
  expect(read('data: ', 'x'.repeat(5_000_000)).taken).toEqual([true, false])
  expect(read(...Array.from({ length: 60 }, () => `data: ${'x'.repeat(100_000)}\n`)).taken).toContain(false)
})

async function open(response: () => Promise<unknown>) {
  const fetched = vi.fn(response)
  vi.stubGlobal('fetch', fetched)
  const heard: unknown[] = []
  const closed = new Promise<string>((resolve) => {
    const stop = webEvents(
      '/delivery/v1/stream',
      { authorization: 'Bearer token' },
      {
        opened: () => heard.push('opened'),
        received: (data, id) => {
          heard.push([data, id])
          if (data === 'stop') stop()
        },
        closed: resolve,
      },
    )
  })
  return { heard, closed, fetched }
}

const streamOf = (...pieces: readonly string[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
        controller.close()
      },
    }),
  )

test('a stream by fetch, with its credentials, until its end', async () => {
  const { heard, closed, fetched } = await open(async () => streamOf('id: e:1\ndata: {"a":"é', '"}\n\n'))
  expect([await closed, heard]).toEqual(['', ['opened', ['{"a":"é"}', 'e:1']]])
  expect(fetched).toHaveBeenCalledWith(
    '/delivery/v1/stream',
    expect.objectContaining({
      cache: 'no-store',
      headers: { accept: 'text/event-stream', authorization: 'Bearer token' },
    }),
  )
})

test('what is no stream is closed with what was answered, what is no answer with why', async () => {
  const refused = await open(async () => new Response('{"error":{"code":"expired"}}', { status: 401 }))
  expect([await refused.closed, refused.heard]).toEqual(['{"error":{"code":"expired"}}', []])
  const offline = await open(() => Promise.reject(new TypeError('offline')))
  expect(await offline.closed).toBe('TypeError: offline')
})

test('nothing is told after the undo', async () => {
  const { heard } = await open(async () => streamOf('data: stop\n\ndata: more\n\n'))
  await vi.waitFor(() => expect(heard).toContainEqual(['stop', '']))
  await Promise.resolve()
  expect(heard).toEqual(['opened', ['stop', '']])
})
