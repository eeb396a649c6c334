import { afterAll, beforeAll, expect, test } from 'vitest'
import { crossesAtMost } from '../crossings.ts'
import { drag, type Phone, type PhoneStage, phoneStage } from '../phone.ts'
import { css } from '../selector.ts'

let stage: PhoneStage

beforeAll(async () => {
  stage = await phoneStage()
})

afterAll(() => stage.close())

/** A phone on a page without a list, where nothing is seen by itself. */
async function onBill(look?: Parameters<PhoneStage['phone']>[0]): Promise<Phone> {
  const phone = await stage.phone(look)
  await phone.page.evaluate(() => window.phone.go('pages/bill/detail?id=1'))
  await phone.page.getByText('Bill 1').waitFor()
  await phone.crossed()
  return phone
}

const shown = ({ page }: Phone) => page.locator('.page-root:not([hidden])')
const bubble = (phone: Phone) => shown(phone).locator(css('.capsule-bubble--bubble'))
const badge = (phone: Phone) => shown(phone).locator(css('.capsule-bubble--badge'))

test('MA-1: an arrival raises a bubble under the capsule button, with sender, title, content and time, and a badge at it', async () => {
  const phone = await onBill()
  await phone.send('Your bill is ready')
  await bubble(phone).waitFor()
  expect(await bubble(phone).locator(css('.capsule-bubble--says > view')).allTextContents()).toEqual([
    'Your bill is ready',
    'The bill for October is 1,240 KES.',
    expect.stringMatching(/^Kijani Energy · \d+:\d\d\s[AP]M$/),
  ])
  const box = await bubble(phone).boundingBox()
  expect(box).toMatchObject({ x: 360 - 8 - 264, y: 28 + 32 + 8, width: 264 })
  expect(await badge(phone).textContent()).toBe('1')
  expect(await badge(phone).getAttribute('aria-label')).toBe('1 new message')
  const { calls, bytes } = await phone.crossed()
  expect(calls).toBeLessThanOrEqual(3)
  expect(bytes).toBeLessThan(2500)
})

test('JR-1: a tap opens the page of one message; decision 4: touched is seen', async () => {
  const phone = await onBill()
  await phone.send('Your bill is ready', { jumpUrl: 'pages/bill/detail?id=7' })
  await bubble(phone).locator(css('.capsule-bubble--face')).tap()
  await phone.page.getByText('Bill 7').waitFor()
  await expect.poll(async () => (await phone.held()).counts).toMatchObject({ unseen: 0, unread: 0 })
  expect(await phone.page.evaluate(() => window.phone.errors)).toEqual([])
  await crossesAtMost(phone, { calls: 6, bytes: 1200 })
})

test('several become one bubble; close dismisses it and not the messages', async () => {
  const phone = await onBill()
  await phone.send('First bill')
  await phone.send('Second bill', { content: 'It is due on Friday.' })
  await bubble(phone).getByText('2 new messages from Kijani Energy').waitFor()
  expect(await bubble(phone).count()).toBe(1)
  await bubble(phone).getByRole('button', { name: 'Close' }).tap()
  await bubble(phone).waitFor({ state: 'detached' })
  await expect.poll(async () => (await phone.held()).counts).toMatchObject({ unseen: 0, unread: 2 })
  await crossesAtMost(phone, { calls: 6, bytes: 1200 })
})

test('a finger pushes the bubble away to a side; a small move leaves it', async () => {
  const phone = await onBill()
  await phone.send('Your bill is ready')
  await bubble(phone).waitFor()
  await drag(bubble(phone), { x: 20 })
  expect(await bubble(phone).isVisible()).toBe(true)
  await drag(bubble(phone), { x: 90 })
  await bubble(phone).waitFor({ state: 'detached' })
  await crossesAtMost(phone, { calls: 4, bytes: 1000 })
})

test('a message that leads to the page that is open raises none, and the badge counts it', async () => {
  const phone = await onBill()
  await phone.send('Right here', { jumpUrl: 'pages/bill/detail?id=1' })
  await expect.poll(() => badge(phone).textContent()).toBe('1')
  expect(await bubble(phone).count()).toBe(0)
  await crossesAtMost(phone, { calls: 3, bytes: 300 })
})

test('DL-6: what is read elsewhere leaves the bubble', async () => {
  const phone = await onBill()
  await phone.send('Your bill is ready')
  await bubble(phone).waitFor()
  await phone.page.evaluate(() => window.phone.inbox().markAll('read'))
  await bubble(phone).waitFor({ state: 'detached' })
  await crossesAtMost(phone, { calls: 4, bytes: 1000 })
})

test('right to left, bubble and badge stay at the capsule button and run the other way', async () => {
  const phone = await onBill({ language: 'arabic', theme: 'dark' })
  await phone.send('فاتورتك جاهزة', { content: 'فاتورة أكتوبر جاهزة.' })
  await bubble(phone).waitFor()
  const [avatar, close] = await Promise.all(
    ['avatar', 'shut'].map((name) =>
      bubble(phone)
        .locator(css(`.capsule-bubble--${name}`))
        .boundingBox(),
    ),
  )
  expect((avatar?.x ?? 0) > (close?.x ?? 0)).toBe(true)
  expect(await badge(phone).getAttribute('aria-label')).toBe('رسالة جديدة واحدة')
  await crossesAtMost(phone, { calls: 4, bytes: 1200 })
})
