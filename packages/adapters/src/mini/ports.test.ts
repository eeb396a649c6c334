import {
  checkGeometry,
  checkHttp,
  checkLifecycle,
  checkNavigator,
  checkSocket,
  checkStorage,
} from '@minibell/client/testing'
import { virtualTime } from '@minibell/ports'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dltHost } from '../dlt/host.ts'
import { myHost } from '../my/host.ts'
import { type FakeOptions, fakeDlt, fakeMy, fakeWx, heldFarSide } from '../testing/index.ts'
import { wxHost } from '../wx/host.ts'
import type { MiniHost } from './host.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const hosts = [
  { name: 'wx', fake: fakeWx, host: wxHost, atOnce: 10, codes: 'told' },
  { name: 'my', fake: fakeMy, host: myHost, atOnce: 6, codes: 'unknown' },
  {
    name: 'dlt',
    fake: (options: FakeOptions) => fakeDlt({ ...options, sockets: 'as WeChat' }),
    host: dltHost,
    atOnce: 6,
    codes: 'told',
  },
] as const

describe.each(hosts)('$name', ({ fake, host, atOnce, codes }) => {
  async function open() {
    const time = virtualTime()
    const server = heldFarSide()
    const app = {
      pages: ['pages/home/index', 'pages/mine/index', 'pages/bill/detail'],
      tabs: ['pages/home/index', 'pages/mine/index'],
    }
    const { globals, levers } = fake({ ...server, app, timers: time })
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
    const ports: MiniHost = host()
    await time.advance(0)
    return {
      ...ports,
      ...server,
      levers,
      time,
      ports,
      atOnce,
      codes,
      elapse: time.advance,
      settle: () => time.advance(0),
    }
  }

  checkStorage(test, expect, async () => (await open()).storage)

  checkNavigator(test, expect, async () => ({
    navigator: (await open()).navigator,
    page: 'pages/bill/detail',
    tab: 'pages/mine/index',
  }))

  checkHttp(test, expect, async () => {
    const { ports, ...rest } = await open()
    return { ...rest, http: ports.http }
  })

  checkSocket(test, expect, async () => {
    const { ports, ...rest } = await open()
    return { ...rest, socket: ports.socket }
  })

  checkLifecycle(test, expect, async () => {
    const { lifecycle, levers } = await open()
    return { lifecycle, hide: levers.hide, show: levers.show, network: levers.network }
  })

  checkGeometry(test, expect, async () => {
    const { geometry, levers } = await open()
    const place = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): void => {
      levers.capsule = { left: x, top: y, width, height }
    }
    return { geometry, place, ...(host !== myHost && { resize: levers.resize }) }
  })
})
