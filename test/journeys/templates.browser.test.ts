import { expect, test } from 'vitest'
import { shownPage } from './stage/demo-page.ts'
import { visits } from './stage/visits.ts'

const stage = visits()

test('OA-2, OA-4: the template form sends the exact request that it shows', async () => {
  const { page, bubble } = stage.visit
  await page.getByRole('radio', { name: 'Moussa' }).check()
  await page.getByRole('radio', { name: 'Template' }).check()
  const curl = page.getByLabel('The request as curl')
  await expect.poll(() => curl.textContent()).toContain('/v2/miniprogram/message/send')
  const [, body = ''] = /-d '(.*)'$/s.exec((await curl.textContent()) ?? '') ?? []
  await openSoko()
  expect(await stage.demo.call('POST', '/v2/miniprogram/message/send', JSON.parse(body))).toMatchObject({
    result: { resultStatus: 'S' },
  })
  await bubble.getByText('Votre commande est en route').waitFor()
})

test('OA-3: a PUSH is a notification of the phone whose tap launches the page; it has no row', async () => {
  const { page, center } = stage.visit
  await sendTemplate('Pickup code · PUSH')
  await page
    .locator('.notice', { hasText: 'Hello Amina, show code 4471 at the counter.' })
    .locator('.notice-open')
    .click()
  expect(await shownPage(page)).toEqual({ path: 'pages/order/detail', query: { order: 'SM-2045' } })
  expect(await page.locator('.screen').getAttribute('data-front')).toBe('soko')
  await page.locator('.capsule-close').click()
  await center.locator('.empty').waitFor()
})

test('OA-3: a PUSH to the mini-program in front is a bubble there', async () => {
  const { page, bubble } = stage.visit
  await openSoko()
  await sendTemplate('Pickup code · PUSH')
  await bubble.getByText('Ready for pickup').waitFor()
  await expect.poll(() => page.locator('.notice').isHidden()).toBe(true)
  await expect.poll(() => page.locator('.center-count').isHidden()).toBe(true)
})

test('OA-3: an SMS is a text of the phone and never in the inbox', async () => {
  const { page, center } = stage.visit
  await sendTemplate('Receipt by text · SMS')
  await page.locator('.notice[data-kind=text]', { hasText: 'we received KSh 2,150 for order SM-2045' }).waitFor()
  await page.getByRole('button', { name: 'Close the notification' }).click()
  await page.locator('.capsule-close').click()
  await center.locator('.empty').waitFor()
})

async function openSoko(): Promise<void> {
  const { page } = stage.visit
  await page.locator('.capsule-close').click()
  await page.locator('.tile', { hasText: 'Soko Market' }).click()
  await page.locator('.screen[data-front=soko][data-live=true]').waitFor()
}

/** By the form, as its label names it. */
async function sendTemplate(label: string): Promise<void> {
  const { page } = stage.visit
  await page.getByRole('radio', { name: 'Template' }).check()
  await page.locator('select[name=template]').selectOption(label)
  await expect.poll(() => page.getByLabel('The request as curl').textContent()).toContain('templateCode')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('.result [data-answer=ok]').waitFor()
}
