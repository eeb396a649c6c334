import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { bundlePage } from '../../../../test/tools/bundle.ts'
import { hangsMs, launchChromium } from '../../../../test/tools/chromium.ts'
import { root } from '../../../../test/tools/files.ts'
import type {} from './stage-page.ts'

/** A browser with the three elements and a fake inbox in each of its pages. */
export interface Stage {
  /** A blank page of 360 × 720; `look` of the document and the device. Pages of one look are one page, swept. */
  page(look?: StageLook): Promise<Page>
  close(): Promise<void>
}

export interface StageLook extends BrowserContextOptions {
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
  /** A shipped theme, by the name of its file. */
  readonly theme?: string
}

/** Timers of the page stand still from now on, until `page.clock` moves them. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(1)
}

export async function openStage(): Promise<Stage> {
  const script = await bundlePage(`${root}/packages/elements/src/testing/stage-page.ts`, { target: 'chrome71' })
  const browser: Browser = await launchChromium()
  const pages = new Map<string, Page>()

  const newPage = async ({ lang = 'en', dir = 'ltr', theme, ...look }: StageLook): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 720 },
      timezoneId: 'Africa/Nairobi',
      reducedMotion: 'reduce',
      ...look,
    })
    context.setDefaultTimeout(hangsMs)
    const page = await context.newPage()
    await page.setContent(`<!doctype html><html lang="${lang}" dir="${dir}"><title>Stage</title><body></body></html>`)
    await page.addStyleTag({ content: 'body{margin:0;background:Canvas;color-scheme:light dark;font-size:16px}' })
    if (theme) await page.addStyleTag({ path: `${root}/packages/elements/src/themes/${theme}.css` })
    await page.addScriptTag({ content: script, type: 'module' })
    await page.waitForFunction(() => 'play' in globalThis)
    return page
  }

  return {
    async page(look = {}) {
      const key = JSON.stringify(look)
      const page = pages.get(key) ?? (await newPage(look))
      pages.set(key, page)
      await page.mouse.move(0, 0)
      await page.evaluate(() => play.sweep())
      return page
    },
    close: () => browser.close(),
  }
}
