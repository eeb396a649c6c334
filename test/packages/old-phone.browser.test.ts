import { createMockPlatform } from '@minibell/mock'
import { listen } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bundleText } from '../tools/bundle.ts'
import { launchChromium } from '../tools/chromium.ts'
import { root } from '../tools/files.ts'
import { serve } from '../tools/serve.ts'
import { snippet } from '../tools/snippet.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

/** Takes away what came after Chrome 71, as far as a page can: a run in today's Chromium, not in the old one. */
function forget(): void {
  const gone: readonly (readonly [object, readonly string[]])[] = [
    [Object, ['fromEntries', 'hasOwn', 'groupBy']],
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['at', 'matchAll', 'replaceAll']],
    [Promise, ['allSettled', 'any', 'withResolvers', 'try']],
    [Element.prototype, ['replaceChildren', 'attachInternals', 'getAnimations', 'checkVisibility']],
    [ShadowRoot.prototype, ['adoptedStyleSheets']],
    [Document.prototype, ['adoptedStyleSheets', 'startViewTransition']],
    [CSSStyleSheet.prototype, ['replace', 'replaceSync']],
    [Intl, ['ListFormat', 'Locale', 'DisplayNames', 'Segmenter', 'DurationFormat']],
    [window, ['structuredClone', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'scheduler', 'navigation']],
    [Crypto.prototype, ['randomUUID']],
    [AbortSignal.prototype, ['throwIfAborted', 'reason']],
    [AbortSignal, ['timeout', 'any']],
  ]
  for (const [owner, names] of gone) for (const name of names) Reflect.deleteProperty(owner, name)
}

async function phone(platformUrl: string): Promise<Page> {
  const readme = snippet('README.md', 'page').split('http://localhost:4510').join(platformUrl)
  const text = `import '@minibell/elements/define'\n${readme}\nfor (const one of document.body.children) one.inbox = inbox`
  const script = await bundleText({ text, folder: root }, { conditions: [], target: 'chrome71' })
  const tags = ['capsule-bubble', 'message-center', 'floating-window'].map(
    (tag) => `<minibell-${tag}></minibell-${tag}>`,
  )
  const html = `<!doctype html><title>phone</title><body>${tags.join('')}<script type="module" src="/page.js"></script>`
  const server = await serve({
    '/': { type: 'text/html', text: html },
    '/page.js': { type: 'text/javascript', text: script },
  })
  const page = await browser.newPage({ viewport: { width: 360, height: 720 } })
  onTestFinished(async () => {
    await page.close()
    server.close()
  })
  await page.addInitScript(forget)
  await page.goto(`${server.url}/`)
  return page
}

test('what is built, and the page of the README, run without what came after Chrome 71', async () => {
  const mock = await createMockPlatform({ world: demo })
  const platform = await listen(mock, { port: 0, allowOrigins: '*' })
  onTestFinished(() => platform.close())
  const page = await phone(platform.url)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))

  // A bubble is for news: what was there before the page is only listed.
  await expect.poll(() => mock.journal().some(({ kind }) => kind === 'connection')).toBe(true)
  const message = { title: 'Your October bill', content: 'Tap to pay.', jumpUrl: 'pages/bill/detail?id=2041' }
  const body = JSON.stringify({ miniappId: 'mp_kijani', uniqueIds: ['u_amina'], message })
  await mock.fetch('http://any.test/miniapp/v1/messages/send', { method: 'POST', body })

  await page.locator('minibell-capsule-bubble').getByText('Your October bill').first().waitFor()
  await page.locator('minibell-message-center').getByText('Your October bill').first().waitFor()
  expect(faults).toEqual([])
})
