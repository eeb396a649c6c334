import { bundlePage } from '../tools/bundle.ts'
import { launchChromium } from '../tools/chromium.ts'
import { read } from '../tools/files.ts'
import { serve } from '../tools/serve.ts'
import type { Opened } from './open-face.ts'
import { webDoors } from './web-doors.ts'

/** MSW 3's `setupWorker` in a real Chromium; platform and suite both run in the page. */
export async function openWorker(): Promise<Opened> {
  const [server, browser] = await Promise.all([serve(await pageFiles()), launchChromium()])
  return {
    doors: webDoors(server.url),
    async run({ only, print }) {
      const page = await browser.newPage()
      page.on('pageerror', (error) => print(`page: ${error.message}`))
      await page.exposeFunction('printLine', print)
      await page.goto(`${server.url}/`)
      return page.evaluate((wish) => window.runConformance({ only: wish ?? undefined }), only ?? null)
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

async function pageFiles(): Promise<Parameters<typeof serve>[0]> {
  const html = '<!doctype html><title>conformance</title><script type="module" src="/page.js"></script>'
  return {
    '/': { type: 'text/html', text: html },
    '/page.js': { type: 'text/javascript', text: await bundlePage('test/conformance-runner/worker-page.ts') },
    '/mockServiceWorker.js': { type: 'text/javascript', text: read('node_modules/msw/lib/mockServiceWorker.js') },
  }
}
