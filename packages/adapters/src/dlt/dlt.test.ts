import { virtualTime } from '@minibell/ports'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeDlt, heldFarSide } from '../testing/index.ts'
import { dltHost, dltUniqueId } from './host.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

function onDlt(change: Record<string, unknown> = {}) {
  const time = virtualTime()
  const server = heldFarSide()
  const app = { pages: ['pages/home/index', 'pages/bill/detail'] }
  const { globals, levers } = fakeDlt({ ...server, app, timers: time })
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  vi.stubGlobal('dlt', { ...globals.dlt, ...change })
  return { ...server, levers, time, host: dltHost() }
}

test("the person's id comes whether it is called back, promised, or handed to success", async () => {
  const answer = { success: 'true', uniqueId: 'u_1' }
  const ways: ((given: { success?: (one: object) => void } & ((one: object) => void)) => unknown)[] = [
    (callback) => callback(answer),
    () => Promise.resolve(answer),
    ({ success }) => success?.(answer),
  ]
  for (const getUniqueId of ways) {
    onDlt({ getUniqueId })
    expect(await dltUniqueId()).toBe('u_1')
  }
})

test('success is told by a text: "false" is a failure, by every way', async () => {
  const answer = { success: 'false', message: 'no right to it' }
  for (const getUniqueId of [(callback: (one: object) => void) => callback(answer), () => Promise.resolve(answer)]) {
    onDlt({ getUniqueId })
    await expect(dltUniqueId()).rejects.toThrow('no right to it')
  }
  const { host, levers } = onDlt()
  levers.fail('navigateTo', 'busy')
  await expect(host.navigator.push({ path: 'pages/bill/detail', query: {} })).rejects.toThrow('busy')
})

test('a function that is not there fails its port alone', async () => {
  const { host, time } = onDlt({
    getStorage: undefined,
    onAppShow: undefined,
    getMenuButtonBoundingClientRect: undefined,
  })
  const closed: string[] = []
  host.socket('wss://a.test', { opened() {}, received() {}, closed: (_, reason) => closed.push(reason) })
  await time.advance(0)
  expect([closed, host.geometry.capsule(), host.lifecycle.visible()]).toEqual([
    ['dlt.connectSocket is missing'],
    undefined,
    true,
  ])
  await expect(host.storage.get('a')).rejects.toThrow('dlt.getStorage is missing')
  await host.navigator.push({ path: 'pages/bill/detail', query: {} })
  expect(host.navigator.depth()).toBe(2)
})

test('an answer that comes twice is heard once', async () => {
  const getNetworkType = ({ success }: { success: (one: object) => void }) => {
    success({ networkType: 'wifi', success: 'true' })
    return Promise.resolve({ networkType: 'none', success: 'true' })
  }
  const { host, time } = onDlt({ getNetworkType })
  await time.advance(0)
  expect(host.lifecycle.online()).toBe(true)
})
