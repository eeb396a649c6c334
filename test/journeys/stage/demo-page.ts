import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { hangsMs } from '../../tools/chromium.ts'

/** The demo in a page of its own, as a visitor has it. */
export interface DemoPage {
  readonly page: Page
  /** Errors that nobody caught so far; none is what every journey expects. */
  readonly errors: readonly string[]
  readonly bubble: ReturnType<Page['locator']>
  readonly sheet: ReturnType<Page['locator']>
  readonly center: ReturnType<Page['locator']>
  close(): Promise<void>
}

/** Opens `url` in a fresh browser profile and waits until the phone is drawn. Laptop size unless told. */
export async function openDemo(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<DemoPage> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 }, ...options })
  context.setDefaultTimeout(hangsMs)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  await page.goto(url)
  await drawn(page)
  return {
    page,
    errors,
    bubble: page.locator('minibell-capsule-bubble .bubble.in'),
    sheet: page.locator('minibell-floating-window .sheet'),
    center: page.locator('minibell-message-center'),
    close: () => context.close(),
  }
}

/** After a load or a reload: the phone is drawn and hears of news as it comes. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('.screen[data-front][data-live="true"]').waitFor()
}

/** The page in front of the phone with the query that it got, as it shows them. */
export async function shownPage(page: Page): Promise<{ readonly path: string | null; readonly query: object }> {
  const note = page.locator('.program:not([hidden]) .query-note')
  await note.waitFor()
  const query = await note.evaluate((element) =>
    Object.fromEntries(
      [...element.querySelectorAll('[data-query]')].map((value) => [
        value.getAttribute('data-query'),
        value.textContent,
      ]),
    ),
  )
  return { path: await note.getAttribute('data-page'), query }
}
