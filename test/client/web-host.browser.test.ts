import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlatform, memoryStore, type Platform } from '@minibell/mock'
import { type Listening, listen, realClock, realTimers } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { bundlePage } from '../tools/bundle.ts'
import { launchChromium } from '../tools/chromium.ts'

let browser: Browser
let folder: string
let platform: Platform
let server: Listening
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  // Served, not intercepted: Chromium keeps pages without a network address away from sockets of this machine.
  folder = mkdtempSync(join(tmpdir(), 'minibell-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="./page.js"></script>')
  writeFileSync(join(folder, 'page.js'), await bundlePage('test/client/page.ts'))
})

beforeEach(async () => {
  platform = await createPlatform({
    store: memoryStore(),
    clock: realClock,
    timers: realTimers,
    random: Math.random,
    world: demo,
  })
  await platform.directory.recordUse({ person: 'amina', sender: 'kijani' })
  server = await listen(platform, { port: 0, demoDir: folder })
  context = await browser.newContext()
  page = await context.newPage()
  await page.goto(`${server.url}/demo/`)
  await isLive()
})

afterEach(async () => {
  await context.close()
  await server.close()
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await browser.close()
})

const isLive = () => page.waitForFunction(() => window.inbox?.getSnapshot().status.phase === 'live')
const send = async (title: string) => {
  const message = { title, content: 'Pay before Friday.', jumpUrl: 'pages/bill/detail?id=2041' }
  const body = JSON.stringify({ miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message })
  const answer = await fetch(`${server.url}/miniapp/v1/messages/send`, { method: 'POST', body })
  expect(await answer.json()).toMatchObject({ code: 0 })
}
const counts = () =>
  page.evaluate(() => {
    const { total, unseen, unread } = window.inbox.getSnapshot()
    return { total, unseen, unread }
  })

test('a message arrives in a real page, a tap opens its page, the receipt reaches the platform, a reload loses nothing', async () => {
  await send('Your bill is ready')
  await page.waitForFunction(() => window.received.length === 1)
  expect(await counts()).toEqual({ total: 1, unseen: 1, unread: 1 })
  const outcome = await page.evaluate(async () => (await window.inbox.open(window.received[0] ?? '')).outcome)
  expect([outcome, new URL(page.url()).hash]).toEqual(['opened', '#/pages/bill/detail?id=2041'])
  await page.reload()
  await isLive()
  expect(await counts()).toEqual({ total: 1, unseen: 0, unread: 0 })
})

test('X-5: what came while the page was offline is there once it is online', async () => {
  await context.setOffline(true)
  await page.waitForFunction(() => !navigator.onLine)
  await send('Your bill is ready')
  await context.setOffline(false)
  await page.waitForFunction(() => window.received.length === 1)
  expect(await counts()).toEqual({ total: 1, unseen: 1, unread: 1 })
})

test('the ports of a page do in a real browser what every host must', async () => {
  const outcomes = await page.evaluate(() => window.suites())
  expect(outcomes.filter(([, outcome]) => outcome !== 'ok')).toEqual([])
  expect(outcomes.length).toBeGreaterThan(8)
})
