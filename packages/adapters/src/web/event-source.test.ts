import { checkEventSource } from '@minibell/client/testing'
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

checkEventSource(test, expect, () => {
  let answer: (response: Response) => void = () => undefined
  let refuse: (error: Error) => void = () => undefined
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let url = ''
  let headers: Record<string, string> = {}
  let isLeft = false
  vi.stubGlobal(
    'fetch',
    (to: string, init: { headers: Record<string, string>; signal: AbortSignal; cache: string }) => {
      expect(init.cache).toBe('no-store')
      url = to
      headers = init.headers
      init.signal.addEventListener('abort', () => {
        isLeft = true
        controller?.error(new DOMException('aborted', 'AbortError'))
        controller = undefined
      })
      return new Promise<Response>((resolve, reject) => {
        answer = resolve
        refuse = reject
      })
    },
  )
  const far = () => ({
    url,
    headers,
    open() {
      const start = (one: ReadableStreamDefaultController<Uint8Array>): void => {
        controller = one
      }
      answer(new Response(new ReadableStream({ start })))
    },
    say: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    refuse: (status: number, body: string) => answer(new Response(body, { status })),
    fail: () => refuse(new TypeError('offline')),
    wasLeft: () => isLeft,
  })
  return { eventSource: webEvents, far, settle: () => new Promise((resolve) => setTimeout(resolve, 5)) }
})
