import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { bundlePage } from '../../../../test/tools/bundle.ts'
import { launchChromium } from '../../../../test/tools/chromium.ts'
import { files, read, root } from '../../../../test/tools/files.ts'
import type {} from './shots-page.ts'
import type {} from './stage-page.ts'

// Pictures of every surface in every state, theme, scheme and direction at 360 × 720, and a contact sheet of each look:
// `npm run shots [-- folder theme]`.

const folder = process.argv[2] ?? 'shots/surfaces'
const only = process.argv[3]

type Scene = (page: Page) => Promise<void>

const put = (
  page: Page,
  tag: 'minibell-message-center' | 'minibell-floating-window',
  options: object = {},
): Promise<void> =>
  page.evaluate(
    async (given) => {
      play.put(given.tag, { items: shown.items, senders: shown.senders, preferences: 'there', ...given.options })
      play.find(given.tag).words = await shown.loadWords(document.documentElement.lang)
      play.inbox.markRead(['i4', 'i2', 'i1'])
    },
    { tag, options },
  )

const bubble = async (page: Page, count: number): Promise<void> => {
  await page.evaluate(async (arrived) => {
    play.put('minibell-capsule-bubble', { senders: shown.senders })
    play.find('minibell-capsule-bubble').words = await shown.loadWords(document.documentElement.lang)
    play.inbox.receive(...shown.items.slice(0, 1), ...play.manyItems(arrived - 1, { offset: 100 }))
  }, count)
  await page.locator('.bubble.in').waitFor()
}

const menu = async (page: Page): Promise<void> => {
  await put(page, 'minibell-message-center')
  await page.locator('.more').first().click()
  await page.locator('.tray').waitFor()
}

const sheet = async (page: Page, view: 'actions' | 'inbox', options: object = {}): Promise<void> => {
  await put(page, 'minibell-floating-window', options)
  await page.evaluate((shownView) => {
    const host = play.find('minibell-floating-window')
    for (const name of ['Share', 'Add to home screen', 'Settings']) {
      const action = document.createElement('button')
      action.slot = 'actions'
      action.textContent = name
      host.append(action)
    }
    host.show(shownView)
  }, view)
  await page.locator('.sheet').waitFor()
}

const scenes: Readonly<Record<string, Scene>> = {
  bubble: (page) => bubble(page, 1),
  'bubble-of-several': (page) => bubble(page, 3),
  center: (page) => put(page, 'minibell-message-center'),
  menu,
  report: async (page) => {
    await menu(page)
    await page.locator('[data-act=report]').click()
    await page.locator('.kinds').waitFor()
  },
  loading: (page) => put(page, 'minibell-message-center', { items: [], status: { phase: 'loading' } }),
  empty: (page) => put(page, 'minibell-message-center', { items: [] }),
  offline: (page) => put(page, 'minibell-message-center', { status: { phase: 'offline' } }),
  error: (page) =>
    put(page, 'minibell-message-center', {
      status: { phase: 'error', code: 'unauthorized', message: 'No such token.' },
    }),
  actions: (page) => sheet(page, 'actions', { scope: { kind: 'sender', sender: 'kijani' } }),
  'floating-inbox': (page) => sheet(page, 'inbox'),
  settings: async (page) => {
    await sheet(page, 'inbox')
    await page.locator('[data-act=settings]').click()
    await page.locator('.switch:not(:disabled)').first().waitFor()
  },
  detail: async (page) => {
    await sheet(page, 'inbox')
    await page.locator('.more').nth(2).click()
    await page.locator('[data-act=detail]').click()
    await page.locator('.detail').waitFor()
  },
  'text-200': async (page) => {
    await page.evaluate(() => document.body.style.setProperty('--minibell-font-size', '32px'))
    await put(page, 'minibell-message-center')
  },
}

const themes = [
  'default',
  ...files('packages/elements/src/themes/*.css').map((file) => file.replace(/.*\/|\.css$/g, '')),
]

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const script = await bundlePage(`${root}/packages/elements/src/testing/shots-page.ts`)
  const browser = await launchChromium()
  let written = 0
  for (const theme of themes.filter((one) => !only || one === only))
    for (const colorScheme of ['light', 'dark'] as const)
      for (const dir of ['ltr', 'rtl'] as const) written += await shoot(browser, script, { theme, colorScheme, dir })
  await browser.close()
  process.stdout.write(`${written} pictures in ${folder}\n`)
}

interface Look {
  readonly theme: string
  readonly colorScheme: 'light' | 'dark'
  readonly dir: 'ltr' | 'rtl'
}

async function shoot(browser: Browser, script: string, { theme, colorScheme, dir }: Look): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 720 },
    timezoneId: 'Africa/Nairobi',
    reducedMotion: 'reduce',
    colorScheme,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const lang = dir === 'rtl' ? 'ar' : 'en'
  await page.setContent(`<!doctype html><html lang="${lang}" dir="${dir}"><title>Shots</title><body></body></html>`)
  const back = colorScheme === 'dark' ? '#0f1115' : '#f3f4f7'
  await page.addStyleTag({ content: `body{margin:0;min-height:720px;background:${back}}` })
  if (theme !== 'default')
    await page.addStyleTag({
      content: read(`packages/elements/src/themes/${theme}.css`).replaceAll(
        'minibell-capsule-bubble',
        'body,minibell-capsule-bubble',
      ),
    })
  await page.addScriptTag({ content: script, type: 'module' })
  await page.waitForFunction(() => 'shown' in globalThis)
  const pictures: string[] = []
  for (const [name, scene] of Object.entries(scenes)) {
    await page.evaluate(() => play.sweep())
    await scene(page)
    await page.mouse.move(0, 719)
    const picture = await page.screenshot({ path: join(folder, `${theme}-${colorScheme}-${dir}-${name}.png`) })
    pictures.push(
      `<figure><img src="data:image/png;base64,${picture.toString('base64')}"><figcaption>${name}</figcaption></figure>`,
    )
  }
  const sheetPage = await context.newPage()
  await sheetPage.setViewportSize({ width: 7 * 372 + 12, height: 800 })
  await sheetPage.setContent(
    `<style>body{margin:12px;display:grid;grid-template-columns:repeat(7,360px);gap:12px;background:#777;font:14px sans-serif;color:#fff}figure{margin:0}img{display:block}</style>${pictures.join('')}`,
  )
  writeFileSync(
    join(folder, `sheet-${theme}-${colorScheme}-${dir}.png`),
    await sheetPage.screenshot({ fullPage: true }),
  )
  await context.close()
  return pictures.length
}

await main()
