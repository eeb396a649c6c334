import { expect, test } from 'vitest'
import { faultsOf } from './stage/axe.ts'
import { send, toAmina } from './stage/messages.ts'
import { openConsole } from './stage/operator-visit.ts'
import { demos } from './stage/visits.ts'

const stage = demos()

test('X-1: a send appears as it happens, and its explanation names every rule, what it found and the mend', async () => {
  const { page, close } = await openConsole(stage.browser, stage.demo.url)
  await page.getByText('Nothing was sent yet').waitFor()
  await send(stage.demo, toAmina('Your electricity bill'))
  await page.locator('.feed-row', { hasText: 'Your electricity bill' }).waitFor()
  await send(stage.demo, toAmina('Your water bill'))
  const second = page.locator('.feed-row', { hasText: 'Your water bill' })
  await second.waitFor()
  await expect.poll(() => second.locator('.chip').textContent()).toBe('Refused · MA-3')
  await second.focus()
  await page.keyboard.press('Enter')
  const refusal = page.locator('.rule-words > li').first()
  expect(await refusal.getAttribute('data-rule')).toBe('MA-3')
  await refusal.getByText('one message every 3 days (72 h) to one recipient').waitFor()
  await page.locator('.rule-words > li[data-word=passed]', { hasText: 'MA-12.jump' }).waitFor()
  await refusal.getByRole('button', { name: /Move the clock 3 days/ }).click()
  await page.getByText('The clock was moved.').waitFor()
  await send(stage.demo, toAmina('Your gas bill'))
  await page.locator('.feed-row[data-kind=accepted]', { hasText: 'Your gas bill' }).waitFor()
  await close()
})

test('search and filters stay in the address, which opens the same view elsewhere', async () => {
  await send(stage.demo, toAmina('First <b>bill</b>'))
  await send(stage.demo, toAmina('Second bill'))
  const { page, close } = await openConsole(stage.browser, stage.demo.url)
  await page.locator('.feed-row').nth(1).waitFor()
  await page.getByRole('radio', { name: 'Refused' }).check()
  await page.getByRole('searchbox', { name: 'Search sends' }).fill('first')
  await expect.poll(() => page.locator('.feed-row').count()).toBe(1)
  await expect.poll(() => page.locator('.feed-row b').textContent()).toBe('First <b>bill</b>')
  const other = await openConsole(stage.browser, page.url())
  await expect.poll(() => other.page.locator('.feed-row').count()).toBe(1)
  await page.getByRole('searchbox', { name: 'Search sends' }).fill('no such thing')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect.poll(() => page.locator('.feed-row').count()).toBe(2)
  await other.close()
  await close()
})

test('the keyboard alone finds everything that has an address: one key opens the search, Escape brings the focus back', async () => {
  const { page, close } = await openConsole(stage.browser, stage.demo.url)
  await page.getByText('Nothing was sent yet').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('mp_kij')
  await page.locator('dialog li', { hasText: 'Kijani Energy' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Kijani Energy' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('MA-3:')
  await page.locator('dialog li', { hasText: 'MA-3' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.rules > li[data-rule=MA-3]').waitFor()
  await page.getByRole('button', { name: 'Search' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('search-button')
  await close()
})

test.each([
  { colorScheme: 'light', width: 1366, height: 800 },
  { colorScheme: 'dark', width: 360, height: 720 },
] as const)('axe finds nothing in the feed: $colorScheme, $width wide', async ({ colorScheme, ...viewport }) => {
  const { page, close } = await openConsole(stage.browser, stage.demo.url, { colorScheme, viewport })
  await page.getByText('Nothing was sent yet').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await send(stage.demo, toAmina('Win ${prize} today'))
  await page.locator('.feed-row').click()
  await page.locator('.rule-words > li').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await close()
})
