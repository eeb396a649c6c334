import { createMockPlatform } from '@minibell/mock'
import { listen } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import type { Browser, Page } from 'playwright-core'
import { openSite } from './felt-site.ts'

/** What people feel first. */
export interface Felt {
  /** The page that is one file. */
  readonly whole: Cold
  /** The page whose scripts are modules. */
  readonly parts: Cold
  /** CPU ms of script at 6×, from the address until the stored rows stand there; nobody answers. */
  readonly storedScript: number
  /** CPU ms of script at 6×, from the address until the first bubble. */
  readonly bubbleScript: number
}

/** Nothing cached, 400 kbit/s and 400 ms there and back; by the clock on the wall. Chromium slows everything but a socket's frames. */
export interface Cold {
  /** Ms from the address to the badge. */
  readonly badge: number
  /** The same until the bubble of a message that is sent then. */
  readonly bubble: number
}

type Ship = (order: string) => Promise<unknown>

/** So often each is looked at; the best counts, since what others do on the machine only makes it longer. */
const times = 3

export async function felt(browser: Browser): Promise<Felt> {
  const mock = await createMockPlatform({ world: demo })
  const platform = await listen(mock, { port: 0, allowOrigins: '*' })
  const site = await openSite(platform.url)
  const post = async (path: string, body: object): Promise<{ readonly token?: string }> => {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    return (await mock.fetch(`http://any.test${path}`, request)).json()
  }
  let shipped = 0
  const ship: Ship = (order) => {
    shipped += 1
    return post('/v2/miniprogram/message/send', {
      appId: 'P000000000000001soko',
      accessToken: 'demo-token-amina',
      requestId: `${order}-${shipped}`,
      templateCode: 'TP_ORDER_SHIPPED',
      redirectUrl: `pages/order/detail?order=${order}`,
      templates: [{ language: 'en-US', templateParameters: { who: 'Amina', order, when: 'Friday' } }],
    })
  }
  for (let order = 0; order < 50; order += 1) await ship(`SM-${order}`)
  const { token = '' } = await post('/control/v1/sessions', { person: 'amina', scope: { kind: 'host' } })
  const at = (page: string): string => `${page}?token=${token}`
  const figures = {
    whole: await best(() => cold(browser, at(site.whole), ship)),
    parts: await best(() => cold(browser, at(site.parts), ship)),
    ...(await best(() => scripts(browser, at(site.parts), ship))),
  }
  site.close()
  await platform.close()
  return figures
}

/** The least of each figure. */
async function best<Name extends string>(
  look: () => Promise<Readonly<Record<Name, number>>>,
): Promise<Readonly<Record<Name, number>>> {
  const all: Readonly<Record<Name, number>>[] = []
  for (let time = 0; time < times; time += 1) all.push(await look())
  const names = Object.keys(all[0] ?? {}) as Name[] // each look has the same
  const least = names.map((name) => [name, Math.min(...all.map((one) => one[name]))])
  return Object.fromEntries(least)
}

async function cold(browser: Browser, address: string, ship: Ship): Promise<Record<keyof Cold, number>> {
  const context = await browser.newContext({ viewport: { width: 360, height: 720 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const bytesASecond = 400_000 / 8
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: bytesASecond,
    uploadThroughput: bytesASecond,
  })
  await page.goto(address, { waitUntil: 'commit' })
  const badge = await drawnAt(page, '.badge:not(:empty):not([hidden])')
  const asked = await page.evaluate(() => performance.now())
  await ship('SM-cold')
  const bubble = badge + (await drawnAt(page, '.bubble.in')) - asked
  await context.close()
  return { badge, bubble }
}

/** Ms from the address to the frame in which such a part of the bubble's element stands there; looked for in every frame. */
async function drawnAt(page: Page, part: string): Promise<number> {
  const found = await page.waitForFunction(
    (selector) => {
      const { shadowRoot } = document.querySelector('minibell-capsule-bubble') ?? {}
      return shadowRoot?.querySelector(selector) ? performance.now() : false
    },
    part,
    { polling: 'raf' },
  )
  return Number(await found.jsonValue())
}

async function scripts(
  browser: Browser,
  address: string,
  ship: Ship,
): Promise<Record<'storedScript' | 'bubbleScript', number>> {
  const context = await browser.newContext({ viewport: { width: 360, height: 720 } })
  const first = await slowPage(await context.newPage())
  await first.page.goto(address)
  await first.page.locator('.badge:not(:empty)').waitFor()
  await ship('SM-script')
  await first.page.locator('.bubble.in').waitFor()
  const bubbleScript = await first.script()
  await first.page.close()
  const second = await slowPage(await context.newPage())
  await second.page.route('**/delivery/**', (route) => route.abort())
  await second.page.goto(`${address}&list`)
  await second.page.locator('article').first().waitFor()
  const storedScript = await second.script()
  await context.close()
  return { storedScript, bubbleScript }
}

async function slowPage(page: Page): Promise<{ readonly page: Page; script(): Promise<number> }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  return {
    page,
    async script() {
      const { metrics } = await cdp.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000
    },
  }
}
