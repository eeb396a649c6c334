import { virtualTime } from '@minibell/ports'
import { afterEach, expect, test, vi } from 'vitest'
import { type FakeApp, fakeMy, heldFarSide } from '../testing/index.ts'
import { myHost } from './host.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

function onAlipay(over: Partial<FakeApp> = {}) {
  const time = virtualTime()
  const server = heldFarSide()
  const pages = ['pages/home/index', 'pages/bill/detail']
  const { globals, levers } = fakeMy({ ...server, app: { pages, ...over }, timers: time })
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  return { my: globals.my, ...server, levers, time, host: myHost() }
}

const silent = { opened() {}, received() {}, closed() {} }

test('a second socket leaves the first one open', async () => {
  const { host, far, time } = onAlipay()
  const heard: string[] = []
  host.socket('wss://a.test', { ...silent, received: (text) => heard.push(text) })
  const first = far()
  first.open()
  host.socket('wss://b.test', silent)
  await time.advance(0)
  first.say('still here')
  expect(heard).toEqual(['still here'])
})

test('JR-4: the query of a page that nobody here opened is not guessed: there is no current page', async () => {
  const { host, my } = onAlipay()
  expect(host.navigator.current()).toBeUndefined()
  await new Promise<void>(
    (success) => void my.navigateTo({ url: '/pages/bill/detail?id=1', success: () => success(), fail() {} }),
  )
  expect([host.navigator.current(), host.navigator.depth()]).toEqual([undefined, 2])
})

test('JR-4: a page that keeps its options in onLoad is known, whoever opened it', async () => {
  const { host, my } = onAlipay({
    onLoad(page, options) {
      page.options = options
    },
  })
  await new Promise<void>(
    (success) => void my.navigateTo({ url: '/pages/bill/detail?id=%2541', success: () => success(), fail() {} }),
  )
  expect(host.navigator.current()).toEqual({ path: 'pages/bill/detail', query: { id: '%41' } })
})

test('JR-4: a page that was opened here is known until the person goes back', async () => {
  const { host, levers } = onAlipay()
  await host.navigator.push({ path: 'pages/bill/detail', query: { id: '1' } })
  await host.navigator.push({ path: 'pages/bill/detail', query: { id: '2' } })
  expect(host.navigator.current()?.query).toEqual({ id: '2' })
  levers.back()
  expect(host.navigator.current()?.query).toEqual({ id: '1' })
  levers.back()
  expect(host.navigator.current()).toBeUndefined()
})

test("an error of the host's own is no answer: its number is below a hundred", async () => {
  const { host, my } = onAlipay()
  const request = vi.spyOn(my, 'request')
  request.mockImplementation(({ fail }) => fail({ error: 13, errorMessage: 'timeout', status: 13 }))
  await expect(host.http({ method: 'GET', url: 'https://a.test' }).response).rejects.toThrow('timeout (13)')
})
