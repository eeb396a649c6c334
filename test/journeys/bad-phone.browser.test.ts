import { expect, test } from 'vitest'
import { send, toAmina } from './stage/messages.ts'
import { visits } from './stage/visits.ts'

const stage = visits()

async function turn(...names: readonly string[]): Promise<void> {
  const { page } = stage.visit
  await page.getByRole('button', { name: /^On a bad phone/ }).click()
  for (const name of names) await page.getByRole('switch', { name: new RegExp(`^${name}`) }).click()
  await page.keyboard.press('Escape')
}

test('MA-1: on a bad phone, in Arabic, dark, at 200 % and over 3G, the message still comes and leads to its page', async () => {
  const { page, bubble, sheet } = stage.visit
  await turn('3G', 'Arabic', 'Dark', 'Text')
  await page.getByRole('button', { name: 'On a bad phone: 3G, Arabic, Dark, Text at 200 %' }).waitFor()
  await page.locator('.screen[data-live="true"] .net', { hasText: '3G' }).waitFor()
  await send(stage.demo, toAmina('Your October bill'))
  await bubble.waitFor()
  const [box, screen] = [await bubble.boundingBox(), await page.locator('.screen').boundingBox()]
  // Right to left, the capsule button and its bubble are at the left.
  expect(Math.round((box?.x ?? 0) - (screen?.x ?? 0))).toBe(8)
  expect(await bubble.getByRole('button', { name: 'إغلاق' }).count()).toBe(1)
  const sizeOf = (title: Element): number => Math.round(Number.parseFloat(getComputedStyle(title).fontSize))
  expect(await bubble.locator('.title').evaluate(sizeOf)).toBe(30)
  await page.locator('.capsule-more').click()
  await page.locator('.messages').click()
  await sheet.getByRole('heading', { name: 'الرسائل', exact: true }).waitFor()
  await sheet.locator('article', { hasText: 'Your October bill' }).click()
  await page.locator('.query-note[data-page="pages/bill/detail"]').waitFor()
})

test('a good phone again is as it was', async () => {
  const { page, bubble } = stage.visit
  await turn('3G', 'Arabic', 'Dark', 'Text')
  await page.locator('.screen[dir=rtl][data-live="true"]').waitFor()
  await turn('3G', 'Arabic', 'Dark', 'Text')
  await page.locator('.screen[dir=ltr][data-live="true"]').waitFor()
  await send(stage.demo, toAmina('Your October bill'))
  await bubble.getByRole('button', { name: 'Close' }).waitFor()
  expect(await page.locator('minibell-message-center').getAttribute('theme')).toBeNull()
})
