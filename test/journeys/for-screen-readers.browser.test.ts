import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDemo } from './stage/demo-page.ts'
import { send, toAmina } from './stage/messages.ts'
import { demos } from './stage/visits.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const stage = demos()

test('MA-1: what a screen reader finds on the phone: capsule button, bubble, badge', async () => {
  const visit = await openDemo(stage.browser, `${stage.demo.url}/demo/`)
  await send(stage.demo, toAmina('Your electricity bill'))
  await visit.bubble.waitFor()
  const tree = await visit.page.locator('.screen').ariaSnapshot()
  expect(tree).toContain('- button "MiniApp Center, 1 new message"')
  expect(tree).toContain('- button "More options"')
  expect(tree).toContain('- button "Close the mini-program"')
  expect(tree).toMatch(/- img "1 new message"/)
  expect(tree).toMatch(/- button ".*Your electricity bill.*"/)
  await visit.close()
})

test('MA-1: what a screen reader finds in the floating inbox: a dialog, a feed, an unread article', async () => {
  const visit = await openDemo(stage.browser, `${stage.demo.url}/demo/`)
  await send(stage.demo, toAmina('Your electricity bill'))
  await visit.page.locator('.capsule-more').click()
  await visit.sheet.locator('.messages').click()
  await visit.sheet.locator('.row').waitFor()
  const tree = await visit.page.locator('minibell-floating-window').ariaSnapshot()
  expect(tree).toMatch(/- dialog "Messages"/)
  expect(tree).toMatch(/- feed "Messages"/)
  expect(tree).toMatch(/article "Unread, .*Your electricity bill"/)
  expect(tree).toMatch(/- button ".*[Uu]nread.*Your electricity bill.*"/)
  await visit.close()
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing in %s: desk, bubble, sheet, Center, refusal',
  async (colorScheme) => {
    const visit = await openDemo(stage.browser, `${stage.demo.url}/demo/`, { colorScheme, reducedMotion: 'reduce' })
    const { page, bubble, sheet, center } = visit
    await page.addScriptTag({ content: axe })
    await send(stage.demo, toAmina('Your electricity bill'))
    await send(stage.demo, toAmina('Too soon'))
    await bubble.waitFor()
    await page.locator('.journal .reason').waitFor()
    expect(await faults(page)).toEqual([])
    await page.locator('.capsule-more').click()
    await sheet.locator('.messages').waitFor()
    expect(await faults(page)).toEqual([])
    await sheet.locator('.messages').click()
    await sheet.locator('.row').waitFor()
    expect(await faults(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Close' }).click()
    await sheet.waitFor({ state: 'detached' })
    await page.locator('.capsule-close').click()
    await center.locator('.row').waitFor()
    expect(await faults(page)).toEqual([])
    await visit.close()
  },
)

test('axe finds nothing on a phone with a walkthrough open', async () => {
  const size = { viewport: { width: 360, height: 720 } }
  const visit = await openDemo(stage.browser, `${stage.demo.url}/demo/#walkthrough=first-message/2`, size)
  await visit.page.locator('.story[data-step="2"]').waitFor()
  await visit.page.addScriptTag({ content: axe })
  expect(await faults(visit.page)).toEqual([])
  await visit.close()
})

/** Each broken rule with the elements that break it. */
async function faults(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))
    // Set by the script that was added to the page.
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
}
