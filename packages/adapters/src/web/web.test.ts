// @vitest-environment jsdom
import {
  checkGeometry,
  checkHttp,
  checkLifecycle,
  checkNavigator,
  checkSocket,
  checkStorage,
  type HttpCase,
} from '@minibell/client/testing'
import type { Rect } from '@minibell/ports'
import { afterEach, expect, test, vi } from 'vitest'
import { webGeometry } from './geometry.ts'
import { webHost } from './host.ts'
import { webHttp } from './http.ts'
import { webLifecycle } from './lifecycle.ts'
import { webNavigator } from './navigator.ts'
import { browserSocket } from './socket.ts'
import { webStorage } from './storage.ts'
import { webTimers } from './time.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

checkStorage(test, expect, () => {
  localStorage.clear()
  return webStorage()
})

checkNavigator(test, expect, () => {
  history.replaceState(null, '', '#/pages/home/index')
  return { navigator: webNavigator(), page: 'pages/bill/detail', tab: 'pages/mine/index' }
})

checkHttp(test, expect, () => {
  let answer: Parameters<HttpCase['serve']>[0]
  vi.stubGlobal('fetch', async (url: string, init: RequestInit & { method: 'GET' }) => {
    const { method, signal } = init
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('aborted')))
    })
    // What the adapter gives is a plain object and a text.
    const sent = { method, url, headers: init.headers as Record<string, string> }
    const body = init.body as string | undefined
    const { status, headers, body: text } = await Promise.race([answer({ ...sent, ...(body && { body }) }), aborted])
    return new Response(text, { status, headers })
  })
  const serve: HttpCase['serve'] = (next) => {
    answer = next
  }
  return { http: webHttp, serve, elapse: async () => {} }
})

checkSocket(test, expect, () => {
  let last: FakeWebSocket | undefined
  vi.stubGlobal(
    'WebSocket',
    class extends FakeWebSocket {
      constructor(url: string) {
        super(url)
        last = this
      }
    },
  )
  const far = () => {
    const socket = last as FakeWebSocket // opened before it is asked for
    const say = (data: unknown) => socket.readyState === 1 && socket.onmessage?.({ data })
    return {
      url: socket.url,
      heard: socket.sent,
      open: () => socket.readyState === 0 && socket.become(1),
      say,
      sayBytes: () => say(new ArrayBuffer(1)),
      close: (code: number, reason: string) => socket.close(code, reason),
    }
  }
  return { socket: browserSocket, far, codes: 'told', settle: async () => {} }
})

checkLifecycle(test, expect, () => {
  const become = (name: string, of: object, property: string, value: boolean) => {
    Object.defineProperty(of, property, { configurable: true, get: () => value })
    dispatchEvent(new Event(name))
  }
  const hidden = (value: boolean) => become('visibilitychange', document, 'hidden', value)
  const network = (state: string) => become(state, navigator, 'onLine', state === 'online')
  return { lifecycle: webLifecycle, hide: () => hidden(true), show: () => hidden(false), network }
})

checkGeometry(test, expect, () => {
  let rect: Rect | undefined
  const place = (next: Rect) => {
    rect = next
  }
  return { geometry: webGeometry(() => rect), place, resize: () => dispatchEvent(new Event('resize')) }
})

test('storage: a write that does not fit rejects and leaves what was there', async () => {
  const kept = new Map([['a', 'old']])
  const area = {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
    setItem(key: string, value: string) {
      if (key === 'b') throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
  // The port calls these three alone.
  const storage = webStorage({ area: () => area as unknown as Storage })
  await expect(storage.set({ a: 'new', b: 'big' })).rejects.toThrow('full')
  expect([...kept]).toEqual([['a', 'old']])
})

test('storage: a browser that gives none rejects each call, and none before', async () => {
  const storage = webStorage({
    area() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  await expect(storage.get('a')).rejects.toThrow('denied')
  await expect(storage.set({ a: '1' })).rejects.toThrow('denied')
  await expect(storage.keys('')).rejects.toThrow('denied')
})

test('http: any status is an answer, with its headers in lower case', async () => {
  const fetched = vi.fn(async () => new Response('{"a":1}', { status: 404, headers: { 'X-Way': 'far' } }))
  vi.stubGlobal('fetch', fetched)
  const { response } = webHttp({ method: 'POST', url: '/delivery/v1/uses', headers: { a: 'b' }, body: '{}' })
  expect(await response).toMatchObject({ status: 404, body: '{"a":1}', headers: { 'x-way': 'far' } })
  expect(fetched).toHaveBeenCalledWith(
    '/delivery/v1/uses',
    expect.objectContaining({ method: 'POST', body: '{}', cache: 'no-store' }),
  )
})

test('http: no answer rejects, so does giving up and waiting too long', async () => {
  const never = (_: string, { signal }: { signal: AbortSignal }) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  await expect(webHttp({ method: 'GET', url: '/' }).response).rejects.toThrow('offline')
  vi.stubGlobal('fetch', never)
  const exchange = webHttp({ method: 'GET', url: '/' })
  exchange.abort()
  await expect(exchange.response).rejects.toThrow('aborted')
  await expect(webHttp({ method: 'GET', url: '/', timeoutMs: 1 }).response).rejects.toThrow('aborted')
})

test('socket: addresses of the page become ws, text goes through, closing is told once', async () => {
  const opened: FakeWebSocket[] = []
  vi.stubGlobal(
    'WebSocket',
    class extends FakeWebSocket {
      constructor(url: string) {
        super(url)
        opened.push(this)
      }
    },
  )
  const heard: unknown[] = []
  const events = {
    opened: () => heard.push('opened'),
    received: (text: string) => heard.push(text),
    closed: (code: number, reason: string) => heard.push([code, reason]),
  }
  const connection = browserSocket('/delivery/v1/socket', events)
  const [socket] = opened
  connection.send('too early')
  socket?.become(1)
  connection.send('hello')
  socket?.onmessage?.({ data: 'text' })
  socket?.onmessage?.({ data: new ArrayBuffer(1) })
  connection.close(1000, 'done')
  expect([socket?.url, socket?.sent, heard]).toEqual([
    'ws://localhost:3000/delivery/v1/socket',
    ['hello'],
    ['opened', 'text', [1000, 'done']],
  ])
})

test('socket: an address that the browser refuses is a closed socket', async () => {
  vi.stubGlobal(
    'WebSocket',
    class {
      constructor() {
        throw new DOMException('insecure', 'SecurityError')
      }
    },
  )
  const code = await new Promise((resolve) =>
    browserSocket('ws://x.test', { opened() {}, received() {}, closed: (one) => resolve(one) }),
  )
  expect(code).toBe(1006)
})

test('geometry: an element without size, or none, is unknown; a rectangle is itself', () => {
  const element = document.createElement('div')
  const sized = { x: 1, y: 2, width: 87, height: 32 }
  expect(webGeometry(() => element).capsule()).toBeUndefined()
  expect(webGeometry(() => null).capsule()).toBeUndefined()
  expect(webGeometry(() => sized).capsule()).toEqual(sized)
  vi.spyOn(element, 'getBoundingClientRect').mockReturnValue(new DOMRectLike(sized))
  expect(webGeometry(() => element).capsule()).toEqual(sized)
})

test('navigator: JR-2 the query of a tab page is handed over once', async () => {
  const navigator = webNavigator()
  await navigator.tab({ path: 'pages/mine/index', query: { from: 'message' } })
  expect([navigator.takeQuery('pages/mine/index'), navigator.takeQuery('pages/mine/index')]).toEqual([
    { from: 'message' },
    undefined,
  ])
})

test('navigator: back leads to the page before, at its depth, and is told', async () => {
  history.replaceState(null, '', '#/pages/home/index')
  const navigator = webNavigator()
  const told: unknown[] = []
  await navigator.push({ path: 'pages/bill/detail', query: { id: '1' } })
  const undo = navigator.on((page) => told.push(page))
  history.back()
  await vi.waitFor(() => expect(told).toEqual([{ path: 'pages/home/index', query: {} }]))
  expect(navigator.depth()).toBe(1)
  undo()
  await navigator.push({ path: 'pages/bill/detail', query: {} })
  expect(told).toHaveLength(1)
})

test('navigator: JR-5 launches where it is given a way to', async () => {
  const launched: unknown[] = []
  const launch = {
    sender: 'soko',
    page: { path: 'a', query: {} },
    scene: 1,
    referrer: { from: 'message', itemId: 'i' },
  } as const
  await webNavigator({ launch: (one) => void launched.push(one) }).launch?.(launch)
  expect([launched, webNavigator().launch]).toEqual([[launch], undefined])
})

test('timers run once, and not when undone', async () => {
  const ran: string[] = []
  const undo = webTimers.after(0, () => ran.push('undone'))
  undo()
  await new Promise<void>((resolve) => webTimers.after(1, resolve))
  expect([ran, webTimers.elapsed() > 0]).toEqual([[], true])
})

test('the host of a page has every port', () => {
  const host = webHost()
  expect(Object.keys(host).sort()).toEqual(
    ['clock', 'http', 'lifecycle', 'navigator', 'random', 'report', 'socket', 'storage', 'timers'].sort(),
  )
  const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  host.report(new Error('mine'), 'outbox')
  expect(spy).toHaveBeenCalledWith('minibell: outbox', new Error('mine'))
  expect(host.random()).toBeLessThan(1)
  expect(host.clock.now()).toBeGreaterThan(1_700_000_000_000)
})

class FakeWebSocket {
  readonly url: string
  readonly sent: string[] = []
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null

  constructor(url: string) {
    this.url = url
  }

  become(state: number): void {
    this.readyState = state
    this.onopen?.()
  }

  send(text: string): void {
    this.sent.push(text)
  }

  close(code = 1005, reason = ''): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.onclose?.({ code, reason })
  }
}

class DOMRectLike extends DOMRect {
  constructor({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
    super(x, y, width, height)
  }
}
