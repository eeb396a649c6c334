import { virtualTime } from '@minibell/ports'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeWx, heldFarSide } from '../testing/index.ts'
import { wxHost } from './host.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

function onWeChat(options: Parameters<typeof wxHost>[0] = {}) {
  const time = virtualTime()
  const server = heldFarSide()
  const app = { pages: ['pages/home/index', 'pages/mine/index', 'pages/bill/detail'], tabs: ['pages/mine/index'] }
  const { globals, levers } = fakeWx({ ...server, app, timers: time })
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  return { wx: globals.wx, ...server, levers, time, host: wxHost(options) }
}

test('requestsAtOnce leaves the others to the mini-program itself', async () => {
  const { host, serve } = onWeChat({ requestsAtOnce: 2 })
  let asked = 0
  serve(() => {
    asked += 1
    return new Promise(() => {})
  })
  for (let at = 0; at < 5; at += 1) host.http({ method: 'GET', url: 'https://a.test' }).response.catch(() => {})
  expect(asked).toBe(2)
})

test('a request that hangs gives its place to the next when its time is out', async () => {
  const { host, serve, time } = onWeChat({ requestsAtOnce: 1 })
  const answers = [new Promise<never>(() => {}), Promise.resolve({ status: 200, headers: {}, body: '' })]
  serve(() => answers.shift() ?? Promise.reject(new Error('one too many')))
  const first = host.http({ method: 'GET', url: 'https://a.test', timeoutMs: 1_000 }).response.catch(String)
  const second = host.http({ method: 'GET', url: 'https://a.test' }).response
  await time.advance(1_000)
  expect([await first, (await second).status]).toEqual([
    'Error: Failed to get an answer of https://a.test: none within 1000 ms. Ask again.',
    200,
  ])
})

test('an address that is not whole is refused in the words of the host', async () => {
  const { host } = onWeChat()
  await expect(host.http({ method: 'GET', url: '/delivery/v1' }).response).rejects.toThrow('request:fail invalid url')
})

test('six sockets at once: the sixth is closed, the five stay', async () => {
  const { host, far, time } = onWeChat()
  const closed: number[] = []
  const open = (at: number) =>
    host.socket('wss://a.test', { opened() {}, received() {}, closed: () => closed.push(at) })
  for (let at = 0; at < 6; at += 1) {
    open(at)
    if (at < 5) far().open()
  }
  await time.advance(0)
  expect(closed).toEqual([5])
})

test('a socket that is not wanted any more by the time it opens is closed, so that it takes no place', async () => {
  const { wx, time } = onWeChat()
  let open = () => {}
  const calls: string[] = []
  const task = {
    onOpen: (listener: () => void) => {
      open = listener
    },
    // Before it is open the host refuses.
    close: () => calls.push('close'),
    ...{ onMessage() {}, onClose() {}, onError() {}, send() {} },
  }
  vi.stubGlobal('wx', { ...wx, connectSocket: () => task })
  const told: string[] = []
  const events = { opened: () => told.push('opened'), received() {}, closed: () => told.push('closed') }
  wxHost().socket('wss://a.test', events).close()
  await time.advance(0)
  open()
  expect([told, calls]).toEqual([['closed'], ['close', 'close']])
})

test('JR-2: a switch that the host refuses leaves no query behind', async () => {
  const { host, levers } = onWeChat()
  levers.fail('switchTab', 'busy')
  const { navigator } = host
  await expect(navigator.tab({ path: 'pages/mine/index', query: { a: '1' } })).rejects.toThrow('switchTab:fail busy')
  expect(navigator.takeQuery('pages/mine/index')).toBeUndefined()
})

test('JR-2: a tab page that is shown already hears of the switch', async () => {
  const { host } = onWeChat()
  const { navigator } = host
  const told: unknown[] = []
  const undo = navigator.on(({ path }) => told.push([path, navigator.takeQuery(path)]))
  await navigator.tab({ path: 'pages/mine/index', query: { a: '1' } })
  await navigator.tab({ path: 'pages/mine/index', query: { a: '2' } })
  undo()
  await navigator.push({ path: 'pages/bill/detail', query: {} })
  expect(told).toEqual([
    ['pages/mine/index', { a: '1' }],
    ['pages/mine/index', { a: '2' }],
  ])
})

test('JR-3: a push onto a full stack rejects: to replace is the decision of the router', async () => {
  const { navigator } = onWeChat().host
  const page = { path: 'pages/bill/detail', query: {} }
  for (let at = 0; at < 9; at += 1) await navigator.push(page)
  await expect(navigator.push(page)).rejects.toThrow('navigateTo:fail webview count limit exceed')
  expect(navigator.depth()).toBe(10)
})

test('JR-5: without app ids nothing is launched, and an unknown sender is a clear error', async () => {
  const page = { path: 'pages/a', query: {} }
  const launch = { sender: 'soko', page, scene: 1, referrer: { from: 'message', itemId: 'i' } } as const
  expect(onWeChat().host.navigator.launch).toBeUndefined()
  const { navigator } = onWeChat({ appIdOf: () => '' }).host
  await expect(navigator.launch?.(launch)).rejects.toThrow('Failed to launch soko: appIdOf gave no app id.')
})

test('a client that has no capsule function knows of none', () => {
  const { wx } = onWeChat()
  vi.stubGlobal('wx', { ...wx, getMenuButtonBoundingClientRect: undefined, onWindowResize: undefined })
  expect(wxHost().geometry.capsule()).toBeUndefined()
})

test('the network is unknown until the host answers, and offline from the start is told', async () => {
  const { levers, time } = onWeChat()
  levers.network('offline')
  const { lifecycle } = wxHost()
  let told = 0
  lifecycle.on(() => {
    told += 1
  })
  expect(lifecycle.online()).toBeUndefined()
  await time.advance(0)
  expect([lifecycle.online(), told]).toEqual([false, 1])
})

test('time that elapsed never goes back, although the clock does', () => {
  const { timers, clock } = onWeChat().host
  const now = vi.spyOn(Date, 'now')
  const read = (at: number) => {
    now.mockReturnValue(at)
    return timers.elapsed()
  }
  const start = read(1_000_000)
  expect([read(1_000_500) - start, read(5) - start, read(105) - start, clock.now()]).toEqual([500, 500, 600, 105])
  now.mockRestore()
})
