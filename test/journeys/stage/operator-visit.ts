import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { hangsMs } from '../../tools/chromium.ts'

/** The console in a page of its own, as an operator has it. */
export interface OperatorVisit {
  readonly page: Page
  /** Goes to a page by its address, `#/sends`, and waits until it is drawn. */
  goTo(hash: string): Promise<void>
  /** No error was shown to anybody, and the policy of the page stopped nothing. */
  close(): Promise<void>
}

/** Opens the console at `url` in a fresh profile. Laptop size unless told. */
export async function openConsole(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OperatorVisit> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(hangsMs)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  // A refused answer is no error of the page; everything else that a browser complains of is.
  page.on('console', (line) => {
    if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) errors.push(line.text())
  })
  await page.goto(url)
  await page.locator('main h1').waitFor()
  return {
    page,
    async goTo(hash) {
      await page.evaluate((to) => {
        location.hash = to
      }, hash)
      await page.locator('main h1').waitFor()
    },
    async close() {
      expect(errors).toEqual([])
      await context.close()
    },
  }
}
