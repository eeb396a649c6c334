import { checkEventSource } from '@minibell/client/testing'
import { afterEach, expect, test, vi } from 'vitest'
import type { WxApi } from './api.ts'
import { wxEvents } from './event-source.ts'

afterEach(() => void vi.unstubAllGlobals())

type Given = Parameters<WxApi['request']>[0]
type Task = ReturnType<WxApi['request']>
type Listener<Name extends 'onHeadersReceived' | 'onChunkReceived'> = Parameters<NonNullable<Task[Name]>>[0]

/** `tool`: as the vendor's tool, which gives no status with the headers. */
function streaming(by: 'phone' | 'tool') {
  let given: Given | undefined
  let headed: Listener<'onHeadersReceived'> = () => undefined
  let chunked: Listener<'onChunkReceived'> = () => undefined
  let status = 200
  let isLeft = false
  const task: Task = {
    abort: () => {
      isLeft = true
    },
    onHeadersReceived: (listener) => {
      headed = listener
    },
    onChunkReceived: (listener) => {
      chunked = listener
    },
  }
  vi.stubGlobal('wx', {
    request(options: Given) {
      given = options
      return task
    },
  })
  const head = (code: number): void => {
    status = code
    headed(by === 'tool' ? {} : { statusCode: code })
  }
  // In chunks of two bytes, so that characters are cut.
  const say = (text: string): void => {
    const bytes = new TextEncoder().encode(text)
    for (let at = 0; at < bytes.length; at += 2) chunked({ data: bytes.slice(at, at + 2).buffer })
  }
  const end = (): void => given?.success({ statusCode: status, data: '' })
  return {
    given: () => given,
    far: () => ({
      url: given?.url ?? '',
      headers: given?.header ?? {},
      open: () => head(200),
      say,
      end,
      refuse(code: number, body: string) {
        head(code)
        say(body)
        end()
      },
      fail: () => given?.fail({ errMsg: 'request:fail interrupted' }),
      wasLeft: () => isLeft,
    }),
    eventSource: wxEvents,
    settle: async () => undefined,
  }
}

checkEventSource(test, expect, () => streaming('phone'))

test('asks for chunks, as an event stream', () => {
  const { given, eventSource } = streaming('phone')
  eventSource('https://a.test/stream', {}, { opened() {}, received() {}, closed() {} })
  expect(given()).toMatchObject({ enableChunked: true, header: { accept: 'text/event-stream' }, timeout: 600_000 })
})

test('without a status the first event opens it, and a refusal is told when it is over', () => {
  const told: string[] = []
  const events = {
    opened: () => told.push('opened'),
    received: (data: string) => told.push(data),
    closed: (reason: string) => told.push(`closed ${reason}`),
  }
  const one = streaming('tool')
  one.eventSource('https://a.test/stream', {}, events)
  one.far().open()
  one.far().say('data: one\n\n')
  const other = streaming('tool')
  other.eventSource('https://a.test/stream', {}, events)
  other.far().refuse(401, '{"error":{"code":"expired"}}')
  expect(told).toEqual(['opened', 'one', 'closed {"error":{"code":"expired"}}'])
})

test('a base library without chunks closes it, so that another way is tried', async () => {
  vi.stubGlobal('wx', { request: () => ({ abort() {} }) })
  const told: string[] = []
  wxEvents('https://a.test/stream', {}, { opened() {}, received() {}, closed: (reason) => told.push(reason) })
  await Promise.resolve()
  expect(told).toEqual(['This base library has no chunks.'])
})
