import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMockPlatform, type MockPlatform } from '@minibell/mock'
import { type Listening, listen, realClock, realTimers } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { bundlePage } from '../tools/bundle.ts'
import { launchChromium } from '../tools/chromium.ts'

let browser: Browser
let folder: string
let mock: MockPlatform
let server: Listening
let context: BrowserContext

beforeAll(async () => {
  browser = await launchChromium()
  folder = mkdtempSync(join(tmpdir(), 'minibell-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="./page.js"></script>')
  writeFileSync(join(folder, 'page.js'), await bundlePage('test/client/tabs-page.ts'))
})

beforeEach(async () => {
  mock = await createMockPlatform({ world: demo, clock: realClock, timers: realTimers })
  server = await listen(mock, { port: 0, demoDir: folder })
  context = await browser.newContext()
})

afterEach(async () => {
  await context.close()
  await server.close()
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await browser.close()
})

const open = async (by: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${server.url}/demo/?by=${by}`)
  await page.waitForFunction(() => window.tab?.inbox.getSnapshot().status.phase === 'live')
  return page
}

let sent = 0

const send = async (): Promise<void> => {
  sent += 1
  const order = { who: 'Amina', order: '7781', when: 'on Friday' }
  const body = {
    appId: 'P000000000000001soko',
    accessToken: 'demo-token-amina',
    requestId: `tabs-${sent}`,
    templateCode: 'TP_ORDER_SHIPPED',
    redirectUrl: 'pages/order/detail?id=7781',
    templates: [{ language: 'en-US', templateParameters: order }],
  }
  const headers = { 'content-type': 'application/json' }
  const url = `${server.url}/v2/miniprogram/message/send`
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(await answer.json()).toMatchObject({ result: { resultStatus: 'S' } })
}

const has = (page: Page, count: number) =>
  page.waitForFunction((wanted) => window.tab.received.length === wanted, count)

/** Sockets and streams that are open, by the platform's own rows. */
const connections = (): number => {
  const rows = mock.journal().filter(({ kind }) => kind === 'connection')
  return (
    rows.filter(({ summary }) => summary.includes(' connects ')).length -
    rows.filter(({ summary }) => summary.includes(' is disconnected')).length
  )
}

test('X-5: tabs of one person share one connection, and another takes over when its tab is closed', async () => {
  const one = await open('tabs')
  const [two, three] = [await open('tabs'), await open('tabs')]
  expect(connections()).toBe(1)
  await send()
  for (const page of [one, two, three]) await has(page, 1)
  await one.close()
  await send()
  for (const page of [two, three]) await has(page, 2)
  await send()
  for (const page of [two, three]) await has(page, 3)
  expect(connections()).toBe(1)
  await two.evaluate(() => window.tab.stop())
  await send()
  await has(three, 4)
  expect(connections()).toBe(1)
})

test.each(['stream', 'long-poll'])('DL-9: a real page hears of news by %s', async (by) => {
  const page = await open(by)
  await send()
  await has(page, 1)
  await context.setOffline(true)
  await page.waitForFunction(() => !navigator.onLine)
  await send()
  await context.setOffline(false)
  await has(page, 2)
  await page.evaluate(() => window.tab.stop())
  await expect.poll(connections).toBe(0)
})
