import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleText } from '../../../test/tools/bundle.ts'
import { launchChromium } from '../../../test/tools/chromium.ts'
import { storeSuite } from './store-suite.ts'

/** The suite's own code runs in the page, against its IndexedDB; here each case is only called by its title. */
const script = `
  import fc from 'fast-check'
  import { indexedDbStore } from './indexed-db.ts'
  import { storeSuite } from './store-suite.ts'

  const plain = (value) => JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part)
  let opened = 0
  window.cases = new Map()
  window.openStore = (name) => indexedDbStore({ name })
  storeSuite({
    name: 'indexed-db',
    open: () => indexedDbStore({ name: 'suite-' + Date.now() + '-' + opened++ }),
    test: (title, run) => window.cases.set(title, run),
    equal(received, expected) {
      if (plain(received) !== plain(expected)) throw new Error('got ' + plain(received) + ', expected ' + plain(expected))
    },
    forLists: (check) =>
      fc.assert(fc.asyncProperty(fc.array(fc.nat(9_999), { size: 'max', maxLength: 120 }), check), { numRuns: 25 }),
  })
`

/** What the script above leaves in the page. */
interface SuiteWindow {
  readonly cases: ReadonlyMap<string, () => Promise<void>>
  openStore(name: string): Promise<import('./indexed-db.ts').IndexedDbStore>
}

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  page = await openPage()
})

afterAll(() => browser.close())

storeSuite({
  name: 'indexed-db',
  open: () => Promise.reject(new Error('Failed to open a store here: it is opened in the page.')),
  test: (title) =>
    test(title, () =>
      page.evaluate(async (name) => {
        const found = (window as unknown as SuiteWindow).cases.get(name) // set by the script above
        if (!found) throw new Error(`Failed to run ${name}: the page has no such case.`)
        await found()
      }, title),
    ),
  equal: () => undefined,
  forLists: async () => undefined,
})

test('a commit that was answered is there after the page was loaded anew', async () => {
  await page.evaluate(async () => {
    const store = await (window as unknown as SuiteWindow).openStore('kept')
    await store.commit({ partition: 'a', put: new Map([['k', 'v']]), append: { after: 0, entries: ['first'] } })
  })
  await page.close()
  page = await openPage()
  const kept = await page.evaluate(async () => {
    const store = await (window as unknown as SuiteWindow).openStore('kept')
    return [await store.read('a', ['k']), await store.tail('a', { after: 0, max: 9 })]
  })
  expect(kept).toEqual([[{ value: 'v', version: 1 }], { base: 0, top: 1, entries: ['first'] }])
})

test('two pages over one database: the later of two rival commits is told of the conflict', async () => {
  const rival = await openPage()
  const commit = (where: Page) =>
    where.evaluate(async () => {
      const store = await (window as unknown as SuiteWindow).openStore('shared')
      return store.commit({ partition: 'a', expect: new Map([['k', 0]]), put: new Map([['k', 1]]) })
    })
  expect([await commit(page), await commit(rival)]).toEqual(['ok', 'conflict'])
  await rival.close()
})

let context: Awaited<ReturnType<Browser['newContext']>> | undefined

/** All pages share one origin, and so its databases. */
async function openPage(): Promise<Page> {
  context ??= await browser.newContext()
  const fresh = await context.newPage()
  await fresh.route('http://store.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  )
  await fresh.goto('http://store.test/')
  const folder = fileURLToPath(new URL('.', import.meta.url))
  await fresh.addScriptTag({ content: await bundleText({ text: script, folder }), type: 'module' })
  await fresh.waitForFunction(() => 'cases' in window)
  return fresh
}
