import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bundlePage } from '../tools/bundle.ts'
import { launchChromium } from '../tools/chromium.ts'
import { read } from '../tools/files.ts'
import type { Opened } from './open-face.ts'
import { webDoors } from './web-doors.ts'

/** MSW 3's `setupWorker` in a real Chromium; platform and suite both run in the page. */
export async function openWorker(): Promise<Opened> {
  const [server, browser] = await Promise.all([serve(await pageFiles()), launchChromium()])
  const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    doors: webDoors(baseUrl),
    async run({ id, print }) {
      const page = await browser.newPage()
      page.on('pageerror', (error) => print(`page: ${error.message}`))
      await page.exposeFunction('printLine', print)
      await page.goto(`${baseUrl}/`)
      return page.evaluate((wish) => window.runConformance({ id: wish ?? undefined }), id ?? null)
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

async function pageFiles(): Promise<ReadonlyMap<string, { readonly type: string; readonly text: string }>> {
  const page = await bundlePage('test/conformance-runner/worker-page.ts')
  return new Map([
    [
      '/',
      {
        type: 'text/html',
        text: '<!doctype html><title>conformance</title><script type="module" src="/page.js"></script>',
      },
    ],
    ['/page.js', { type: 'text/javascript', text: page }],
    ['/mockServiceWorker.js', { type: 'text/javascript', text: read('node_modules/msw/lib/mockServiceWorker.js') }],
  ])
}

function serve(files: Awaited<ReturnType<typeof pageFiles>>): Promise<Server> {
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    response.writeHead(file ? 200 : 404, { 'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8` })
    response.end(file?.text ?? 'not found')
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
