import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, centerOn, row } from '../testing/center.ts'
import { openStage, type Stage } from '../testing/stage.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
  page = await centerOn(stage, 100_000)
  await row(page, 'Message 100000').waitFor()
})

afterAll(() => stage.close())

const frames = (): Promise<unknown> =>
  page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume))))
const scrollTo = async (top: number): Promise<void> => {
  await page.evaluate((y) => window.scrollTo(0, y), top)
  await frames()
}
const toTop = async (): Promise<void> => {
  await scrollTo(0)
  await expect.poll(() => page.locator('article').first().getAttribute('aria-posinset')).toBe('1')
}
/** The third row on screen: its title and where it stands. */
const read = (): Promise<{ title: string; top: number }> =>
  page.evaluate(() => {
    const rows = [...(play.find('minibell-message-center').shadowRoot?.querySelectorAll('article') ?? [])]
    const third = rows.filter((one) => one.getBoundingClientRect().bottom > 60)[2]
    return { title: third?.querySelector('.title')?.textContent ?? '', top: third?.getBoundingClientRect().top ?? 0 }
  })
const topOf = (title: string): Promise<number> =>
  row(page, title).evaluate((element) => element.getBoundingClientRect().top)
const focused = (): Promise<string | null | undefined> =>
  page.evaluate(() =>
    play.find('minibell-message-center').shadowRoot?.activeElement?.closest('article')?.getAttribute('aria-posinset'),
  )

test('wherever the reader is, at most 60 rows stand in the page, on screen without a hole', async () => {
  for (const top of [0, 3000, 1_000_000, 5_000_000, 10_500_000, 20_000_000]) {
    await scrollTo(top)
    const { rows, elements, hole } = await page.evaluate(() => {
      const root = play.find('minibell-message-center').shadowRoot
      const feed = [...(root?.querySelectorAll('article') ?? [])]
      const places = feed.map((one) => one.getBoundingClientRect())
      return {
        rows: feed.length,
        elements: root?.querySelectorAll('*').length ?? 0,
        hole: !places.some(({ top, bottom }) => top < 360 && bottom > 300),
      }
    })
    expect({ top, rows: rows > 3 && rows <= 60, elements: elements < 600, hole }).toEqual({
      top,
      rows: true,
      elements: true,
      hole: false,
    })
  }
  await toTop()
})

test('each row knows its place among 100,000', async () => {
  await scrollTo(5_000_000)
  const [posinset, setsize] = await page
    .locator('article')
    .first()
    .evaluate((one) => [one.getAttribute('aria-posinset'), one.getAttribute('aria-setsize')])
  expect(Number(posinset)).toBeGreaterThan(10_000)
  expect(setsize).toBe('100000')
  await toTop()
})

test('an arrival, a burst of 1,000 and a line above move the row being read by 0 px', async () => {
  await scrollTo(4_000_000)
  const before = await read()
  await page.evaluate(() => play.inbox.receive(play.item({ offset: 100_001, title: 'New' })))
  await page.locator('.fresh').waitFor()
  expect(await topOf(before.title)).toBeCloseTo(before.top, 1)
  await page.evaluate(() => {
    const burst = Array.from({ length: 1000 }, (_, index) => play.item({ offset: 100_002 + index, title: 'Burst' }))
    play.inbox.receive(...burst)
  })
  await page.getByRole('button', { name: '1,001 new messages' }).waitFor()
  await frames()
  expect(await topOf(before.title)).toBeCloseTo(before.top, 1)
  await page.evaluate(() => play.inbox.become({ phase: 'offline' }))
  await page.getByText('You are offline').waitFor({ state: 'attached' })
  await frames()
  expect(await topOf(before.title)).toBeCloseTo(before.top, 1)
  await page.evaluate(() => play.inbox.become({ phase: 'live' }))
  await page.getByRole('button', { name: '1,001 new messages' }).click()
  await row(page, 'Burst').first().waitFor()
})

test('while the reader scrolls back up, rows that turn out higher than guessed move nothing', async () => {
  await scrollTo(2_000_000)
  for (let step = 0; step < 12; step += 1) {
    const before = await read()
    await page.evaluate(() => window.scrollBy(0, -150))
    await frames()
    expect(Math.abs((await topOf(before.title)) - before.top - 150)).toBeLessThanOrEqual(1)
  }
  await toTop()
})

test('End, Home, Page Down and Page Up find their rows', async () => {
  await page.locator('article .open').first().focus()
  const total = await page.locator('article').first().getAttribute('aria-setsize')
  for (const [key, place] of [
    ['End', total],
    ['PageUp', String(Number(total) - 5)],
    ['Home', '1'],
    ['PageDown', '6'],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(focused).toBe(place)
  }
})

test('typing finds the next row whose sender or title begins so', async () => {
  await page.keyboard.press('Home')
  await page.keyboard.type('message 99')
  const label = () =>
    page.evaluate(() =>
      play.find('minibell-message-center').shadowRoot?.activeElement?.closest('article')?.getAttribute('aria-label'),
    )
  await expect.poll(label).toContain('Message 99')
  expect((await asked(page)).filter((call) => call.startsWith('open'))).toEqual([])
})
