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

test('MA-6: the capability is applied for and granted with the keyboard alone; the focus stays on the page', async () => {
  const { page, errors, close } = await openDemo(stage.browser, `${stage.demo.url}/demo/`)
  await page.locator('[data-desk=send]').focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('combobox', { name: 'Mini-program' }).selectOption({ label: 'Safari Bus' })
  await page.getByRole('button', { name: 'Apply for the capability' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.way [aria-current]', { hasText: 'In review' }).waitFor()
  await page.getByRole('button', { name: 'Grant' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.way [aria-current]', { hasText: 'Granted' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest('.console-card') !== null)).toBe(true)
  expect(await stage.demo.call('GET', '/control/v1/senders/safari')).toMatchObject({ capability: 'granted' })
  expect(errors).toEqual([])
  await close()
})

test('MA-6, MA-19: a step against a developer needs its reason', async () => {
  const { page, close } = await openDemo(stage.browser, `${stage.demo.url}/demo/`)
  await page.locator('[data-desk=capability]').click()
  await page.locator('[data-sender-choice=capability]').selectOption('kijani')
  await page.getByRole('button', { name: 'Revoke' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-operator-reason')
  expect(await stage.demo.call('GET', '/control/v1/senders/kijani')).toMatchObject({ capability: 'granted' })
  await page.keyboard.type('Fraud')
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.locator('.said', { hasText: 'Fraud' }).waitFor()
  expect(await stage.demo.call('GET', '/control/v1/senders/kijani')).toMatchObject({
    capability: 'revoked',
    reason: 'Fraud',
  })
  await close()
})

test('OA-12: a template is written in two languages, reviewed, and sent; a send before the approval is refused', async () => {
  const { page, errors, close } = await openDemo(stage.browser, `${stage.demo.url}/demo/`)
  await page.locator('[data-desk=templates]').click()
  await page.getByRole('button', { name: 'New template' }).click()
  await page.locator('#field-template-code').fill('TP_ORDER_SHIPPED')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.locator('.trouble', { hasText: 'there is a template of that code' }).waitFor()
  await page.locator('#field-template-code').fill('TP_READY')
  await page.getByLabel('Language to add').fill('sw-ke')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Tayari')
  await page.locator('#field-content-sw-KE').fill('Habari ${who}.')
  await page.locator('.uneven', { hasText: 'sw-KE lacks ${order}' }).waitFor()
  await page.getByRole('radio', { name: 'sw-KE' }).check()
  await page.locator('#field-preview-who').fill('<b>Amina</b>')
  await expect.poll(() => page.locator('.preview-message p').textContent()).toBe('Habari <b>Amina</b>.')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.locator('.review [data-status=in-review]').waitFor()
  expect(await sent('r-1')).toMatchObject({ result: { resultCode: 'TEMPLATE_NOT_EXIST' } })
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.locator('.review [data-status=approved]').waitFor()
  expect(await sent('r-2')).toMatchObject({ result: { resultStatus: 'S' } })
  await page.getByRole('button', { name: 'All templates' }).click()
  await page.locator('[data-template=TP_READY] [data-status=approved]').waitFor()
  expect(errors).toEqual([])
  await close()
})

test('MA-19, MA-20, MA-21: a report, a violation, a revision, and the messages that the developer reads', async () => {
  const { page, errors, sheet, close } = await openDemo(stage.browser, `${stage.demo.url}/demo/`)
  await send(stage.demo, toAmina('Your electricity bill'))
  await page.locator('minibell-capsule-bubble .bubble.in').waitFor()
  await page.locator('.capsule-more').click()
  await page.locator('.host-action', { hasText: 'Report' }).click()
  await sheet.waitFor({ state: 'detached' })
  await page.locator('[data-desk=governance]').click()
  await page.locator('[data-sender-choice=governance]').selectOption('kijani')
  await page.locator('.entry[data-source=report]', { hasText: 'by Amina Odhiambo' }).waitFor()
  await page.getByText('Record a violation').click()
  await page.locator('#field-violation-degree').selectOption('serious')
  await page.locator('#field-violation-reason').fill('Insults')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.locator('.ladder-words[data-points="11"]').waitFor()
  await page.getByRole('button', { name: 'Take back entry 2' }).click()
  await page.locator('.ladder-words[data-points="1"]').waitFor()
  await page.getByRole('radio', { name: 'Messages' }).check()
  await expect.poll(() => page.locator('.letter[data-unread]:visible').count()).toBe(4)
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect.poll(() => page.locator('.letter[data-unread]:visible').count()).toBe(0)
  await expect.poll(() => page.locator('.tab-count').isHidden()).toBe(true)
  await page.getByRole('radio', { name: 'Rule sets' }).check()
  await page.getByText('Announce a revision').click()
  await page.getByRole('button', { name: 'Announce it' }).click()
  await page.locator('.rule-set[data-state=announced]', { hasText: 'One message every 7 days' }).waitFor()
  expect(errors).toEqual([])
  await close()
})

test.each([
  { colorScheme: 'light', width: 1366, height: 800 },
  { colorScheme: 'dark', width: 360, height: 720 },
] as const)(
  'axe finds nothing on the pages of the console: $colorScheme, $width wide',
  async ({ colorScheme, ...viewport }) => {
    await stage.demo.call('POST', '/control/v1/senders/kijani/violations', {
      kind: 'false',
      reason: 'Untrue.',
      loss: 'KSh 40',
    })
    const { page, close } = await openDemo(stage.browser, `${stage.demo.url}/demo/`, {
      colorScheme,
      viewport,
      reducedMotion: 'reduce',
    })
    await page.addScriptTag({ content: axe })
    if (viewport.width < 1_000) await page.locator('[data-panel=send]').click()
    await page.locator('[data-desk=capability]').click()
    await page.locator('[data-sender-choice=capability]').selectOption('kijani')
    expect(await faults(page)).toEqual([])
    await page.locator('[data-desk=templates]').click()
    await page.locator('[data-template=TP_ORDER_SHIPPED]').click()
    expect(await faults(page)).toEqual([])
    await page.locator('[data-desk=governance]').click()
    await page.getByText('Record a violation').click()
    expect(await faults(page)).toEqual([])
    await page.getByRole('radio', { name: 'Messages' }).check()
    await page.getByRole('button', { name: 'Walkthroughs' }).click()
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await close()
  },
)

/** A send of the new template to Amina. */
function sent(requestId: string): Promise<unknown> {
  return stage.demo.call('POST', '/v2/miniprogram/message/send', {
    appId: 'P000000000000001soko',
    accessToken: 'demo-token-amina',
    requestId,
    templateCode: 'TP_READY',
    redirectUrl: 'pages/order/detail',
    templates: [{ language: 'en-US', templateParameters: { who: 'Amina', order: '7' } }],
  })
}

/** Each broken rule with the elements that break it. */
async function faults(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    // Set by the script that was added to the page.
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
}
