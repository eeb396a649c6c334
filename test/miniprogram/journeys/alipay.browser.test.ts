import { afterAll, beforeAll, expect, test } from 'vitest'
import { crossesAtMost } from '../crossings.ts'
import { type Phone, type PhoneStage, phoneStage } from '../phone.ts'
import { css } from '../selector.ts'

// The Alipay build through a mapping of its markup onto WeChat's open engine: structure, events, properties and life of the components.
// Not the host's own renderer, which nobody can have: docs/mini-programs.md says what that leaves open.

let stage: PhoneStage

beforeAll(async () => {
  stage = await phoneStage('alipay')
})

afterAll(() => stage.close())

const rows = ({ page }: Phone) => page.locator(css('.message-center--mb-row'))
const sheet = ({ page }: Phone) => page.locator(css('.floating-window--sheet'))
const errors = ({ page }: Phone) => page.evaluate(() => window.phone.errors)

test('MA-1, JR-1: what arrives is a row, a tap leads to its page with its query, back it is read', async () => {
  const phone = await stage.phone()
  await phone.crossed()
  await phone.send('Your bill is ready', { jumpUrl: 'pages/bill/detail?id=20%2F41' })
  await rows(phone).filter({ hasText: 'Your bill is ready' }).locator(css('.message-center--open')).tap()
  await phone.page.getByText('Bill 20/41').waitFor()
  await expect.poll(async () => (await phone.held()).counts.unread).toBe(0)
  await phone.page.evaluate(() => window.phone.back())
  await expect.poll(() => rows(phone).locator(css('.message-center--dot')).count()).toBe(0)
  expect(await errors(phone)).toEqual([])
  await crossesAtMost(phone, { calls: 10, bytes: 2600 })
})

test('dismiss, mark all read, offline and back', async () => {
  const phone = await stage.phone()
  await phone.send('First bill')
  await phone.send('Second bill', { content: 'It is due on Friday.' })
  await rows(phone).filter({ hasText: 'First bill' }).locator(css('.message-center--more')).tap()
  await phone.page.getByRole('button', { name: 'Dismiss', exact: true }).tap()
  await expect.poll(() => rows(phone).count()).toBe(1)
  await phone.page.getByRole('button', { name: 'Mark all read' }).tap()
  await expect.poll(() => rows(phone).locator(css('.message-center--dot')).count()).toBe(0)
  await phone.page.evaluate(() => window.phone.offline())
  await phone.page.getByText('You are offline').waitFor()
  await phone.send('Third bill', { content: 'It is due on Monday.' })
  await phone.page.evaluate(() => window.phone.online())
  await rows(phone).filter({ hasText: 'Third bill' }).waitFor()
  const { calls, bytes } = await phone.crossed()
  expect(calls).toBeLessThanOrEqual(24)
  expect(bytes).toBeLessThan(12_000)
})

test('the bubble asks for the inbox by a function property, the window opens by `ref`, and may be kept open', async () => {
  const phone = await stage.phone()
  await phone.page.evaluate(() => window.phone.inbox().markAll('seen'))
  await phone.send('First bill')
  await phone.send('Second bill', { content: 'It is due on Friday.' })
  await phone.page.locator(css('.capsule-bubble--bubble')).getByText('2 new messages').waitFor()
  await phone.page.locator(css('.capsule-bubble--face')).tap()
  await sheet(phone).locator(css('.floating-window--mb-row')).first().waitFor()
  await phone.page.evaluate(() => window.phone.hold())
  await sheet(phone).getByRole('button', { name: 'Close' }).tap()
  expect(await sheet(phone).isVisible()).toBe(true)
  expect(await errors(phone)).toEqual([])
  await crossesAtMost(phone, { calls: 15, bytes: 6500 })
})

test('right to left in Arabic', async () => {
  const phone = await stage.phone({ language: 'arabic' })
  await phone.send('فاتورتك جاهزة', { content: 'فاتورة أكتوبر جاهزة.' })
  await rows(phone).filter({ hasText: 'فاتورتك' }).waitFor()
  const avatar = await rows(phone).locator(css('.message-center--avatar')).boundingBox()
  expect(avatar?.x ?? 0).toBeGreaterThan(280)
  await crossesAtMost(phone, { calls: 10, bytes: 3800 })
})
