import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, centerOn, row } from '../testing/center.ts'
import { openStage, type Stage, type StageLook } from '../testing/stage.ts'
import { swipe } from '../testing/touch.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

const calls = async (page: Page): Promise<readonly string[]> =>
  (await asked(page)).filter((call) => !call.startsWith('markAll'))
const menu = (page: Page, title: string): Promise<void> =>
  page.getByRole('button', { name: `Actions for ${title}` }).click()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('MA-21: a message is reported from its menu, with its kind, and the person is thanked', async () => {
  const page = await centerOn(stage, 3, { preferences: 'there' })
  await menu(page, 'Message 2')
  await button(page, 'Report').click()
  await page.getByRole('group', { name: 'Report' }).waitFor()
  await expect.poll(() => button(page, 'Harassment').evaluate((one) => one.matches(':focus'))).toBe(true)
  expect(await page.locator('.kinds button').allTextContents()).toEqual([
    'Harassment',
    'Misleading',
    'Advertising',
    'Another reason',
  ])
  await button(page, 'Misleading').click()
  await page.getByText('Thank you, your report was sent.').waitFor()
  expect(await calls(page)).toEqual(['report i2 false'])
  expect(await page.locator('.tray').count()).toBe(0)
  const open = row(page, 'Message 2').locator('.open')
  await expect.poll(() => open.evaluate((one) => one.matches(':focus'))).toBe(true)
})

test('MA-7, MA-21: a sender is stopped and allowed again from a row’s menu; its rows say so', async () => {
  const page = await centerOn(stage, 2, { preferences: 'there' })
  await menu(page, 'Message 2')
  await button(page, 'Stop messages').click()
  await page.getByText('No more messages from Kijani Energy').waitFor()
  expect(await row(page, 'Message 1').locator('.note').textContent()).toBe('Muted')
  await menu(page, 'Message 1')
  await button(page, 'Allow messages').click()
  await page.getByText('Kijani Energy may write to you again').waitFor()
  await expect.poll(() => page.locator('.note').count()).toBe(0)
  expect(await calls(page)).toEqual(['mute kijani', 'unmute kijani'])
})

test('a refused switch or report is told, and nothing looks done', async () => {
  const page = await centerOn(stage, 2, { preferences: 'refused' })
  await menu(page, 'Message 2')
  await button(page, 'Stop messages').click()
  await page.getByText('That did not work. Try again.').waitFor()
  expect(await page.locator('.note').count()).toBe(0)
})

test('an inbox without preferences offers neither', async () => {
  const page = await centerOn(stage, 2)
  await menu(page, 'Message 2')
  await button(page, 'Details').waitFor()
  expect(await page.locator('.tray button').allTextContents()).toEqual(['Mark read', 'Details', 'Dismiss'])
})

test('everything of the menu goes by keyboard alone', async () => {
  const page = await centerOn(stage, 3, { preferences: 'there' })
  await row(page, 'Message 3').locator('.open').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await button(page, 'Report').waitFor()
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => button(page, 'Harassment').evaluate((one) => one.matches(':focus'))).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => calls(page)).toEqual(['report i3 harassing'])
  const open = row(page, 'Message 3').locator('.open')
  await expect.poll(() => open.evaluate((one) => one.matches(':focus'))).toBe(true)
  await page.keyboard.press('Delete')
  await expect.poll(() => calls(page)).toEqual(['report i3 harassing', 'dismiss i3'])
})

const sides: readonly (readonly [string, StageLook, 1 | -1])[] = [
  ['left to right', { hasTouch: true }, 1],
  ['right to left', { hasTouch: true, lang: 'ar', dir: 'rtl' }, -1],
]

test.each(sides)(
  '%s, a swipe towards the end marks read, one towards the start opens the menu or dismisses',
  async (_, look, end) => {
    const page = await stage.page(look)
    await page.evaluate(() => play.put('minibell-message-center', { items: play.manyItems(4) }))
    const box = (title: string) => row(page, title).locator('.card').boundingBox()
    await row(page, 'Message 4').waitFor()
    await swipe(page, await box('Message 4'), 20 * end)
    expect(await calls(page)).toEqual([])
    await swipe(page, await box('Message 4'), 90 * end)
    await expect.poll(() => calls(page)).toEqual(['markRead i4'])
    await swipe(page, await box('Message 3'), -90 * end)
    await row(page, 'Message 3').locator('.tray').waitFor()
    await swipe(page, await box('Message 1'), -170 * end)
    await row(page, 'Message 1').waitFor({ state: 'detached' })
    expect(await calls(page)).toEqual(['markRead i4', 'dismiss i1'])
  },
)

test('a finger that goes down the page scrolls and swipes nothing', async () => {
  const page = await stage.page({ hasTouch: true })
  await page.evaluate(() => play.put('minibell-message-center', { items: play.manyItems(30) }))
  await row(page, 'Message 30').waitFor()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.synthesizeScrollGesture', { x: 180, y: 500, yDistance: -300, xDistance: -40 })
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200)
  expect(await calls(page)).toEqual([])
  expect(await page.locator('[data-swipe]').count()).toBe(0)
})
