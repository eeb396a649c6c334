import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Phone, type PhoneStage, phoneStage } from '../phone.ts'
import { css } from '../selector.ts'

let stage: PhoneStage
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

beforeAll(async () => {
  stage = await phoneStage()
})

afterAll(() => stage.close())

/** What axe finds, by rule and node. Which nodes take the focus is the host's matter, and a page of one has no landmarks. */
async function faults({ page }: Phone): Promise<readonly string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(async () => {
    const off = { enabled: false }
    const rules = { 'scrollable-region-focusable': off, region: off, 'landmark-one-main': off, 'html-has-lang': off }
    const { axe: run } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } } // as the script says
    return run.run({ rules: { ...rules, 'page-has-heading-one': off, 'heading-order': off } })
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

test.each([
  ['light', {}],
  ['dark, as the device says', { theme: 'auto', colorScheme: 'dark' }],
  ['Arabic', { language: 'arabic' }],
] as const)('%s: names, roles and contrast of all three surfaces', async (_, look) => {
  const phone = await stage.phone(look)
  const { page } = phone
  await phone.send('Your bill is ready')
  await page.locator(css('.capsule-bubble--bubble')).waitFor()
  await page.locator(css('.message-center--more')).tap()
  await page.locator(css('.message-center--tray')).waitFor()
  expect(await faults(phone)).toEqual([])
  await page.locator(css('.capsule-bubble--shut')).tap()
  await page.getByText('More', { exact: true }).tap()
  await page.locator(css('.floating-window--messages')).tap()
  await page.locator(css('.floating-window--mb-row')).waitFor()
  expect(await faults(phone)).toEqual([])
  await page.locator(css('.floating-window--i-settings')).tap()
  await page.locator(css('.floating-window--switch:not(.floating-window--dim)')).first().waitFor()
  expect(await faults(phone)).toEqual([])
})

test('a row is one target with everything in one sentence, at least 64 high; what is tapped is at least 44', async () => {
  const phone = await stage.phone()
  await phone.send('Your bill is ready')
  const row = await phone.page.locator(css('.message-center--card')).boundingBox()
  expect(row?.height ?? 0).toBeGreaterThanOrEqual(64)
  const buttons = await phone.page.locator(css('.message-center--mb-page, [role=button]')).all()
  expect(buttons.length).toBeGreaterThan(4)
  for (const button of buttons) {
    const box = await button.boundingBox()
    const name = await button.getAttribute('class')
    if (box && !name?.startsWith('more')) expect(box.height, name ?? '').toBeGreaterThanOrEqual(43.5)
  }
})

test('twice the size of letters: nothing is cut at the side', async () => {
  const phone = await stage.phone()
  await phone.page.evaluate(() => document.body.style.setProperty('--minibell-font-size', '32px'))
  await phone.send('Your bill is ready')
  const card = phone.page.locator(css('.message-center--card'))
  await card.waitFor()
  const { scroll, client } = await card.evaluate(({ scrollWidth, clientWidth }) => ({
    scroll: scrollWidth,
    client: clientWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(client + 1)
})
