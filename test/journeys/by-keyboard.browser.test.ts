import { expect, test } from 'vitest'
import { shownPage } from './stage/demo-page.ts'
import { send, toAmina } from './stage/messages.ts'
import { visits } from './stage/visits.ts'

const stage = visits()

test('MA-1: from the capsule button to the page of a message with the keyboard alone, and back', async () => {
  const { page, sheet } = stage.visit
  await send(stage.demo, toAmina('By keyboard'))
  await page.locator('minibell-capsule-bubble .bubble.in').waitFor()
  await tabTo('More options')
  await page.keyboard.press('Enter')
  await sheet.waitFor()
  await tabTo('Messages')
  await page.keyboard.press('Enter')
  await sheet.locator('.row').waitFor()
  await tabTo(/By keyboard/)
  await page.keyboard.press('Enter')
  expect(await shownPage(page)).toEqual({ path: 'pages/bill/detail', query: { id: '2041' } })
  await sheet.waitFor({ state: 'detached' })
  expect(await focusedName()).toBe('More options')
  await tabTo('Back')
  await page.keyboard.press('Enter')
  await page.locator('.program-bar h2', { hasText: 'Kijani Energy' }).waitFor()
})

test('MA-1: the bubble is reached and opened with the keyboard', async () => {
  const { page } = stage.visit
  await send(stage.demo, toAmina('By keyboard'))
  await page.locator('minibell-capsule-bubble .bubble.in').waitFor()
  await tabTo(/By keyboard/)
  await page.keyboard.press('Enter')
  expect(await shownPage(page)).toEqual({ path: 'pages/bill/detail', query: { id: '2041' } })
})

test('MA-1: Escape goes back inside the floating window and closes it, and the focus returns', async () => {
  const { page, sheet } = stage.visit
  await tabTo('More options')
  await page.keyboard.press('Enter')
  await tabTo('Messages')
  await page.keyboard.press('Enter')
  await sheet.locator('.empty').waitFor()
  await page.keyboard.press('Escape')
  await sheet.locator('.messages').waitFor()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(await focusedName()).toBe('More options')
})

test('a message is composed and sent, and the clock moved, with the keyboard alone', async () => {
  const { page, bubble } = stage.visit
  await tabTo('Title')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Typed, not clicked')
  await page.keyboard.press('Enter')
  await bubble.getByText('Typed, not clicked').waitFor()
  await tabTo('+3 days')
  await page.keyboard.press('Enter')
  await page.locator('.journal-row[data-kind=clock]').waitFor()
})

/** Presses Tab until that name has the focus. */
async function tabTo(name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await stage.visit.page.keyboard.press('Tab')
    const focused = await focusedName()
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
  }
  throw new Error(`Failed to reach ${name} with 80 presses of Tab.`)
}

/** Label or text of what has the focus, inside however many shadow roots. */
function focusedName(): Promise<string> {
  return stage.visit.page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.firstChild?.textContent : undefined
    const name = element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
    return name.replace(/\s+/g, ' ').trim().replace(/\d+$/, '').trim()
  })
}
