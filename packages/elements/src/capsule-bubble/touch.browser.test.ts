import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage, stopClock } from '../testing/stage.ts'
import { swipe } from '../testing/touch.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

const bubbleOf = (page: Page) => page.locator('.bubble.in')
const asked = (page: Page): Promise<readonly string[]> => page.evaluate(() => play.inbox.asked)

/** A phone with one bubble; the bubble stays a minute, longer than any test. */
async function raised(...titles: readonly string[]): Promise<Page> {
  const page = await stage.page({ hasTouch: true })
  await page.evaluate((all) => {
    play.put('minibell-capsule-bubble')
    play.find('minibell-capsule-bubble').dwellMs = 60_000
    play.inbox.receive(...all.map((title, index) => play.item({ offset: index + 1, title })))
  }, titles)
  return page
}

test('pushed away to a side or up it is dismissed, and nothing is opened', async () => {
  for (const byPx of [90, -90]) {
    const page = await raised('One')
    await page.evaluate(() => play.inbox.receive(play.item({ offset: 2, title: 'Two' })))
    await page.getByText('2 new messages from Kijani Energy').waitFor()
    await swipe(page, await bubbleOf(page).boundingBox(), byPx)
    await bubbleOf(page).waitFor({ state: 'detached' })
    expect((await asked(page)).filter((call) => call.startsWith('open'))).toEqual([])
  }
})

test('several senders are counted without a name', async () => {
  const page = await raised('One')
  await page.evaluate(() => play.inbox.receive(play.item({ offset: 2, sender: 'soko' })))
  await page.getByText('2 new messages', { exact: true }).waitFor()
})

test('do not disturb leaves the badge and raises no bubble', async () => {
  const page = await stage.page({ hasTouch: true })
  await page.evaluate(() => {
    play.put('minibell-capsule-bubble')
    play.find('minibell-capsule-bubble').isQuiet = ({ sender }) => sender === 'soko'
    play.inbox.receive(play.item({ offset: 1, sender: 'soko', title: 'Sale' }))
  })
  expect(await page.locator('.badge').textContent()).toBe('1')
  await page.evaluate(() => play.inbox.receive(play.item({ offset: 2, title: 'Bill' })))
  await page.locator('.bubble.in .title', { hasText: 'Bill' }).waitFor()
  expect(await page.locator('.bubble.in .title').textContent()).toBe('Bill')
})

test('MA-1: a capsule at the foot of the page has its bubble above', async () => {
  const page = await raised()
  await page.evaluate(() => {
    const bubble = play.find('minibell-capsule-bubble')
    bubble.capsuleRect = { x: 200, y: 660, width: 87, height: 32 }
    play.inbox.receive(play.item({ offset: 1, content: 'Long content. '.repeat(20) }))
  })
  await bubbleOf(page).waitFor()
  const box = await bubbleOf(page).boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(652)
  expect(box?.y).toBeGreaterThan(8)
})

test('while a finger is on it, it stays; lifted, it goes when its time is over', async () => {
  const page = await raised()
  await stopClock(page)
  await page.evaluate(() => play.inbox.receive(play.item()))
  await bubbleOf(page).waitFor()
  const box = await bubbleOf(page).boundingBox()
  const session = await page.context().newCDPSession(page)
  const at = { x: (box?.x ?? 0) + 80, y: (box?.y ?? 0) + 30 }
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await page.clock.runFor(70_000)
  expect(await bubbleOf(page).count()).toBe(1)
  await session.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] })
  await page.clock.runFor(70_000)
  await bubbleOf(page).waitFor({ state: 'detached' })
})
