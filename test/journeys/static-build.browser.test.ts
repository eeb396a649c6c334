import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../tools/chromium.ts'
import { builtDemo } from './stage/built-demo.ts'
import { type DemoPage, drawn, openDemo, shownPage } from './stage/demo-page.ts'
import { staticSite } from './stage/static-site.ts'
import { tellWalkthrough } from './stage/told-walkthrough.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof staticSite>>
let visit: DemoPage

beforeAll(async () => {
  browser = await launchChromium()
  site = await staticSite(builtDemo())
})

beforeEach(async () => {
  visit = await openDemo(browser, site.url)
})

afterEach(async () => {
  expect(visit.errors).toEqual([])
  await visit.close()
})

afterAll(async () => {
  await site.close()
  await browser.close()
})

test('X-3: from any static server the whole platform runs in the page, and a reload keeps all of it', async () => {
  const { page, bubble, center } = visit
  await page.getByText('The whole platform runs in this page').waitFor()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await bubble.locator('.open').click()
  const shown = { path: 'pages/bill/detail', query: { id: '2041' } }
  expect(await shownPage(page)).toEqual(shown)
  await page.locator('.journal-row[data-kind=receipt]', { hasText: 'opened' }).waitFor()
  await page.getByRole('button', { name: '+1 day' }).click()
  await page.locator('.journal-row[data-kind=clock]').waitFor()
  await page.evaluate(() =>
    fetch('/control/v1/rules/MA-4', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"enabled":false}',
    }),
  )
  const before = await told(visit)

  await page.reload()
  await drawn(page)
  expect(await shownPage(page)).toEqual(shown)
  expect(await told(visit)).toEqual(before)
  expect(before).toMatchObject({ aheadDays: 1, off: ['MA-4'] })
  await page.locator('.capsule-close').click()
  await center.locator('.row:not(.unread)', { hasText: 'Your electricity bill for October' }).waitFor()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('.result [data-rule="MA-3"]').waitFor()
})

test('X-8: both walkthroughs hold in the page too', async () => {
  for (const id of ['first-message', 'three-days']) {
    const steps = await tellWalkthrough(visit.page, { id })
    expect(steps.filter(({ failed }) => failed !== undefined)).toEqual([])
  }
})

test('asked for a server where there is none, the page says what to do', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}?platform=server`)
  await page.getByRole('alert').getByText('Run npm start').waitFor()
  await page.close()
})

/** What the platform says of clock, switches, marks and journal, by its own API. */
async function told({ page }: DemoPage): Promise<object> {
  return page.evaluate(async () => {
    const read = async (path: string, init: RequestInit = {}) => (await fetch(path, init)).json()
    const json = { 'content-type': 'application/json' }
    const asked = JSON.stringify({ person: 'amina', scope: { kind: 'host' } })
    const { at } = await read('/control/v1/clock')
    const { rules } = await read('/control/v1/rules')
    const { rows } = await read('/control/v1/journal?max=1000')
    const { token } = await read('/control/v1/sessions', { method: 'POST', headers: json, body: asked })
    const { items } = await read('/delivery/v1/snapshot', { headers: { authorization: `Bearer ${token}` } })
    return {
      aheadDays: Math.round((at - Date.now()) / 86_400_000),
      off: rules.filter((rule: { enabled: boolean }) => !rule.enabled).map((rule: { id: string }) => rule.id),
      story: rows
        .filter((row: { kind: string }) => ['request', 'receipt', 'clock'].includes(row.kind))
        .map((row: { id: string }) => row.id),
      items,
    }
  })
}
