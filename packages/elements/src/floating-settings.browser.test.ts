import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FakeInboxOptions } from './testing/fake-inbox.ts'
import { openStage, type Stage } from './testing/stage.ts'
import { stroke } from './testing/touch.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

/** An open floating inbox. */
async function opened(
  options: FakeInboxOptions = {},
  attributes: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const page = await stage.page({ hasTouch: true })
  await page.evaluate(
    (given) => {
      play.put('minibell-floating-window', { items: play.manyItems(3), ...given.options }, given.attributes)
      play.find('minibell-floating-window').show('inbox')
    },
    { options, attributes },
  )
  await page.locator('article').first().waitFor()
  return page
}

const calls = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(() => play.inbox.asked)).filter((call) => !call.startsWith('mark'))
const heard = (page: Page): Promise<readonly string[]> => page.evaluate(() => play.heard)
const settings = (page: Page): Promise<void> => page.getByRole('button', { name: 'Message settings' }).click()
const one = (page: Page, name: string) => page.getByRole('switch', { name })

test('the settings have one switch for the sender of a mini-program, turned by the platform’s word', async () => {
  const page = await opened({ preferences: 'there', scope: { kind: 'sender', sender: 'kijani' } })
  await settings(page)
  await page.getByRole('heading', { name: 'Message settings' }).waitFor()
  await expect.poll(() => one(page, 'Kijani Energy').getAttribute('aria-checked')).toBe('true')
  expect(await page.getByRole('switch').count()).toBe(1)
  await one(page, 'Kijani Energy').click()
  await expect.poll(() => one(page, 'Kijani Energy').getAttribute('aria-checked')).toBe('false')
  await one(page, 'Kijani Energy').click()
  await expect.poll(() => one(page, 'Kijani Energy').getAttribute('aria-checked')).toBe('true')
  expect(await calls(page)).toEqual(['switches', 'mute kijani', 'unmute kijani'])
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('switch').waitFor({ state: 'detached' })
  expect(await page.locator('article').count()).toBe(3)
})

test('in a host’s inbox there is one for each sender, and one for all', async () => {
  const page = await opened({ preferences: 'there' })
  await settings(page)
  await one(page, 'Soko Market').click()
  await one(page, 'All mini-programs').click()
  await expect.poll(() => calls(page)).toEqual(['switches', 'mute soko', 'mute'])
  expect(await one(page, 'Kijani Energy').getAttribute('aria-checked')).toBe('true')
  for (const box of await page.getByRole('switch').all())
    expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44)
})

test('a refusal is told and leaves the switches as they were', async () => {
  const page = await opened({ preferences: 'refused' })
  await settings(page)
  await page.getByText('That did not work. Try again.').waitFor()
  expect(await one(page, 'Kijani Energy').isDisabled()).toBe(true)
})

test('an inbox without preferences has no settings', async () => {
  const page = await opened()
  expect(await page.getByRole('button', { name: 'Message settings' }).count()).toBe(0)
})

test('with the attribute `history` a back gesture goes one view back, then closes, then is the page’s own', async () => {
  const page = await opened({ preferences: 'there' }, { history: '' })
  const entries = (): Promise<number> => page.evaluate(() => history.length)
  await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).toContain('minibell-sheet')
  const before = await entries()
  await settings(page)
  await page.getByRole('switch').first().waitFor()
  await page.evaluate(() => history.back())
  await page.getByRole('switch').first().waitFor({ state: 'detached' })
  expect(await page.getByRole('dialog').count()).toBe(1)
  await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).toContain('minibell-sheet')
  await page.evaluate(() => history.back())
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await heard(page)).toEqual(['back', 'close'])
  expect(await entries()).toBe(before)
})

test('closed by its button, the entry is gone from the page’s history', async () => {
  const page = await opened({}, { history: '' })
  await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).toContain('minibell-sheet')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).toBe('null')
})

test('the sheet follows a finger on its grabber and closes when it is let go further down', async () => {
  const page = await opened()
  const box = await page.locator('.grabber').boundingBox()
  const y = (box?.y ?? 0) + 8
  await stroke(page, [180, y], [180, y + 15], [180, y + 30])
  expect(await heard(page)).toEqual([])
  expect(await page.locator('.sheet').evaluate((sheet) => sheet.style.transform)).toBe('')
  await stroke(page, [180, y], [180, y + 60], [180, y + 160])
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await heard(page)).toEqual(['close'])
})

test('where style sheets cannot be constructed, what loads later stays dressed when the sheet opens again', async () => {
  const page = await stage.page({ viewport: { width: 359, height: 720 } })
  await page.evaluate(() => {
    Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets')
    play.put('minibell-floating-window', { items: play.manyItems(3), preferences: 'there' })
  })
  for (const time of ['first', 'second']) {
    await page.evaluate(() => play.find('minibell-floating-window').show('inbox'))
    await settings(page)
    const height = await page
      .getByRole('switch')
      .first()
      .evaluate((element) => getComputedStyle(element).minHeight)
    expect({ time, height }).toEqual({ time, height: '60px' })
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
})
