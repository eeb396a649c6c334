import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, centerOn, row } from '../testing/center.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { stroke } from '../testing/touch.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

/** A phone with a list of `count` rows, at rest. */
async function phone(count: number): Promise<Page> {
  const page = await stage.page({ hasTouch: true })
  await page.evaluate((items) => play.put('minibell-message-center', { items: play.manyItems(items) }), count)
  await row(page, `Message ${count}`).waitFor()
  await page.locator('.list.start').waitFor()
  return page
}

const refreshes = async (page: Page): Promise<number> => (await asked(page)).filter((call) => call === 'retry').length

/** A finger that goes from a point by so much, in steps. */
function drag(page: Page, [x, y]: readonly [number, number], [byX, byY]: readonly [number, number]): Promise<void> {
  const steps = Array.from({ length: 12 }, (_, at) => [x + (byX * (at + 1)) / 12, y + (byY * (at + 1)) / 12] as const)
  return stroke(page, [x, y], ...steps)
}

/** How far the page is scrolled once a fling has come to its end: the same for ten frames. */
const rested = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    for (let [same, last] = [0, -1]; same < 10; same = scrollY === last ? same + 1 : 0) {
      last = scrollY
      await new Promise((resume) => requestAnimationFrame(resume))
    }
    return scrollY
  })

test('pulled down at the top, the list asks the platform anew; a wheel tells, and no row moves', async () => {
  const page = await phone(20)
  const before = await row(page, 'Message 20').boundingBox()
  await drag(page, [180, 300], [6, 140])
  await page.getByRole('status').filter({ hasText: 'Loading messages' }).waitFor()
  expect(await row(page, 'Message 20').boundingBox()).toEqual(before)
  expect(await refreshes(page)).toBe(1)
  await page.locator('.wheel').waitFor({ state: 'detached' })
  expect((await asked(page)).filter((call) => call.startsWith('open'))).toEqual([])
})

test('let go too soon it asks nothing', async () => {
  const page = await phone(20)
  await drag(page, [180, 300], [0, 60])
  await page.locator('.wheel').waitFor({ state: 'detached' })
  expect(await refreshes(page)).toBe(0)
})

test('it does not fight scrolling: up, and down from further below, the list scrolls and asks nothing', async () => {
  const page = await phone(40)
  await drag(page, [180, 600], [0, -300])
  await page.locator('.list:not(.start)').waitFor()
  const down = await rested(page)
  expect(down).toBeGreaterThan(100)
  await drag(page, [180, 300], [0, 60])
  expect(await rested(page)).toBeLessThan(down)
  expect([await refreshes(page), await page.locator('.wheel').count()]).toEqual([0, 0])
})

test('it does not fight swipes: a finger that goes sideways swipes, one that pulls does not', async () => {
  const page = await phone(20)
  await drag(page, [180, 300], [100, 20])
  expect(await refreshes(page)).toBe(0)
  await expect.poll(async () => (await asked(page)).filter((call) => call.startsWith('markRead')).length).toBe(1)
  await drag(page, [180, 300], [90, 140])
  expect(await refreshes(page)).toBe(1)
  expect((await asked(page)).filter((call) => call.startsWith('markRead')).length).toBe(1)
})

test('by mouse and by keyboard a button does the same, in an empty list too', async () => {
  for (const count of [3, 0]) {
    const page = await centerOn(stage, count)
    await page.getByRole('button', { name: 'Refresh' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Loading messages' }).waitFor()
    expect(await refreshes(page)).toBe(1)
  }
})

test('with reduced motion the wheel does not turn', async () => {
  const turningOf = async (reducedMotion: 'reduce' | 'no-preference'): Promise<string> => {
    const page = await stage.page({ reducedMotion })
    await page.evaluate(() => play.put('minibell-message-center', { items: play.manyItems(1) }))
    await page.getByRole('button', { name: 'Refresh' }).click()
    await page.locator('.turning').waitFor()
    return page.locator('.turning').evaluate((wheel) => getComputedStyle(wheel, ':before').animationName)
  }
  expect([await turningOf('no-preference'), await turningOf('reduce')]).toEqual(['turn', 'none'])
})
