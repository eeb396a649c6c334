import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { launchChromium } from '../../../../test/tools/chromium.ts'
import { demo, sendPath, service, startAt } from '../../asked/asked.ts'
import { type Minibell, minibell } from './index.ts'

/** Runs a fixture as Playwright does: what it hands on lives until `body` ends. */
const withMinibell = (body: (given: Minibell) => Promise<void>) => minibell({ world: demo, startAt }).minibell({}, body)

test('a page of another origin talks to a platform of its own, and both follow one clock', async () => {
  const [browser, site] = await Promise.all([launchChromium(), anotherSite()])
  try {
    await withMinibell(async (platform) => {
      const page = await browser.newPage()
      await page.clock.install({ time: startAt })
      await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`)
      const send = () =>
        page.evaluate(
          async ({ url, body }) => {
            const answer = await fetch(url, { method: 'POST', body })
            return { verdict: answer.headers.get('minibell-verdict')?.split(';')[0], at: Date.now() }
          },
          { url: platform.url + sendPath, body: JSON.stringify(service) },
        )
      expect((await send()).verdict).toBe('ok')
      expect((await send()).verdict).toBe('MA-3')
      await platform.advance(page, { days: 3 })
      await platform.use({ person: 'amina', sender: 'kijani' })
      const later = await send()
      expect(later.verdict).toBe('ok')
      expect(later.at - startAt).toBeGreaterThanOrEqual(3 * 86_400_000)
      expect(platform.clock.now()).toBe(startAt + 3 * 86_400_000)
    })
  } finally {
    await browser.close()
    site.close()
  }
})

test('two at a time have two worlds and two ports, and neither is left', async () => {
  let gone = ''
  await withMinibell((one) =>
    withMinibell(async (other) => {
      expect(one.url).not.toBe(other.url)
      await one.fetch(`${one.url}${sendPath}`, { method: 'POST', body: JSON.stringify(service) })
      expect([one.journal().length, other.journal().length]).toEqual([1, 0])
      gone = other.url
    }),
  )
  await expect(fetch(gone)).rejects.toThrow()
})

function anotherSite(): Promise<Server> {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>page</title>'),
  )
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
