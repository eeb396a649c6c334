import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlatform, memoryStore, type Platform } from '@minibell/mock'
import { type Listening, listen, realClock, realTimers } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { bundlePage } from '../tools/bundle.ts'
import { hangsMs, launchChromium } from '../tools/chromium.ts'
import { root } from '../tools/files.ts'
import { builtComponents } from '../tools/miniprogram/built.ts'
import { type Compiled, compiled, configured, scopeOf } from './compiled.ts'
import type {} from './engine-page.ts'
import { builtIn } from './stand-ins-styles.ts'

/** Chromium as a phone that runs an example mini-program on WeChat's open engine, beside a listening platform. */
export interface PhoneStage {
  /** Another person's phone each time; the platform is as new. */
  phone(look?: PhoneLook): Promise<Phone>
  close(): Promise<void>
}

export interface PhoneLook extends BrowserContextOptions {
  /** A file of `languages/`. */
  readonly language?: string
  readonly theme?: 'light' | 'dark' | 'auto'
  /** Default: all senders'. */
  readonly scope?: 'kijani'
}

export interface Phone {
  readonly page: Page
  readonly platform: Platform
  /** Sends as Kijani Energy's server would; rejects when the platform refused. */
  send(title: string, more?: { readonly content?: string; readonly jumpUrl?: string }): Promise<void>
  /** What the platform holds for the person, by its own account. */
  held(): Promise<{
    readonly items: readonly { readonly id: string }[]
    readonly counts: { readonly unseen: number; readonly unread: number }
  }>
  /** What crossed to the view since the last call. */
  crossed(): Promise<{
    readonly calls: number
    readonly bytes: number
    readonly largest: number
    /** Calls by component. */
    readonly by: Readonly<Record<string, number>>
  }>
}

/** `host`: whose example runs; Alipay's through a mapping of its markup and its model of components, which proves no more than that. */
export async function phoneStage(host: 'wechat' | 'alipay' = 'wechat'): Promise<PhoneStage> {
  await builtComponents()
  const example = compiled(host)
  const engine = await bundlePage(`${root}/test/miniprogram/engine-page.ts`, { sourcemap: false })
  const browser: Browser = await launchChromium()
  const folder = mkdtempSync(join(tmpdir(), 'minibell-'))
  writeFileSync(join(folder, 'engine.js'), engine)
  let server: Listening | undefined
  return {
    async phone({ language, theme = 'light', scope, ...look } = {}) {
      await server?.close()
      const platform = await freshPlatform()
      server = await listen(platform, { port: 0, demoDir: folder })
      const { url } = server
      const token = `demo-${scope ?? 'host'}-amina`
      const seen = scope ? { kind: 'sender', sender: scope } : { kind: 'host' }
      const config = configured(host, { url, person: 'amina', scope: seen, token, theme }, language)
      writeFileSync(join(folder, 'index.html'), pageOf(example, host, config))
      const context = await browser.newContext({ ...usual, ...look })
      const page = await context.newPage()
      page.setDefaultTimeout(hangsMs)
      await page.goto(`${url}/demo/`)
      await page.waitForFunction(() => window.phone?.inbox().getSnapshot().status.phase === 'live')
      const sendIt: Phone['send'] = (title, more) => send(url, { title, ...more })
      return { page, platform, send: sendIt, held: () => held(url, token), crossed: () => crossed(page) }
    },
    async close() {
      await server?.close()
      await browser.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const usual: BrowserContextOptions = {
  viewport: { width: 360, height: 720 },
  timezoneId: 'Africa/Nairobi',
  reducedMotion: 'reduce',
  hasTouch: true,
}

async function freshPlatform(): Promise<Platform> {
  const parts = { store: memoryStore(), clock: realClock, timers: realTimers, random: Math.random }
  const platform = await createPlatform({ ...parts, world: demo })
  await platform.directory.recordUse({ person: 'amina', sender: 'kijani' })
  // A journey sends more, and more alike, than a person would get in three days.
  for (const rule of ['MA-3', 'MA-17']) platform.rules.setEnabled(rule, false)
  return platform
}

function pageOf(example: Compiled, host: string, config: string): string {
  const components = Object.keys(example.sheets).filter((path) => path.startsWith('miniprogram_npm'))
  const scopes = Object.fromEntries(components.map((path) => [path, scopeOf(path)]))
  const scripts = { ...example.scripts, 'config.js': config }
  const text = JSON.stringify({ ...example, scripts, scopes, host }).replace(/</g, '\\u003c')
  const head = `<meta name="viewport" content="width=device-width"><title>Phone</title><style>${builtIn}</style>`
  return `<!doctype html>${head}<body></body><script>window.compiled=${text}</script><script type="module" src="./engine.js"></script>`
}

/** A finger that comes to a node and goes so far from there, px. */
export async function drag(node: Locator, by: { readonly x?: number; readonly y?: number }): Promise<void> {
  await node.evaluate((target, { x = 0, y = 0 }) => {
    const { left, top } = target.getBoundingClientRect()
    const at = (clientX: number, clientY: number): Touch => new Touch({ identifier: 7, target, clientX, clientY })
    const tell = (type: string, touch: Touch, touches: Touch[]): void =>
      void target.dispatchEvent(
        new TouchEvent(type, { touches, changedTouches: [touch], bubbles: true, composed: true }),
      )
    const [from, to] = [at(left + 4, top + 4), at(left + 4 + x, top + 4 + y)]
    tell('touchstart', from, [from])
    tell('touchmove', to, [to])
    tell('touchend', to, [])
  }, by)
}

async function send(url: string, given: { readonly title: string }): Promise<void> {
  const message = { content: 'The bill for October is 1,240 KES.', jumpUrl: 'pages/bill/detail?id=2041', ...given }
  const body = JSON.stringify({ miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message })
  const answer = await fetch(`${url}/miniapp/v1/messages/send`, { method: 'POST', body })
  const { code } = (await answer.json()) as { code: number } // the platform's own word, held by its tests
  if (code !== 0)
    throw new Error(
      `Failed to send "${given.title}": the platform answered ${code}, ${answer.headers.get('minibell-verdict')}.`,
    )
}

async function held(url: string, token: string) {
  const answer = await fetch(`${url}/delivery/v1/snapshot`, { headers: { authorization: `Bearer ${token}` } })
  return (await answer.json()) as Awaited<ReturnType<Phone['held']>> // docs/delivery-protocol.md
}

function crossed(page: Page) {
  return page.evaluate(() => {
    const all = window.phone.crossings.splice(0)
    const bytes = all.map((one) => one.bytes)
    const by: Record<string, number> = {}
    for (const { component } of all) by[component] = (by[component] ?? 0) + 1
    return { by, calls: all.length, bytes: bytes.reduce((sum, one) => sum + one, 0), largest: Math.max(0, ...bytes) }
  })
}
