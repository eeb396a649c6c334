import { afterAll, beforeAll, expect, test } from 'vitest'
import { crossesAtMost } from '../crossings.ts'
import { type Phone, type PhoneStage, phoneStage } from '../phone.ts'
import { css } from '../selector.ts'

let stage: PhoneStage

beforeAll(async () => {
  stage = await phoneStage()
})

afterAll(() => stage.close())

const rows = ({ page }: Phone) => page.locator(css('.message-center--mb-row'))
const row = (phone: Phone, title: string) => rows(phone).filter({ hasText: title })
const tapRow = (phone: Phone, title: string) => row(phone, title).locator(css('.message-center--open')).tap()
const menu = async (phone: Phone, title: string, choice: string) => {
  await row(phone, title).locator(css('.message-center--more')).tap()
  await phone.page.getByRole('button', { name: choice, exact: true }).tap()
}
const errors = ({ page }: Phone) => page.evaluate(() => window.phone.errors)

test('MA-1: what arrives is a row at once, unread, and seen by being on screen', async () => {
  const phone = await stage.phone()
  await phone.crossed()
  await phone.send('Your bill is ready')
  await row(phone, 'Your bill is ready').waitFor()
  expect(await rows(phone).locator(css('.message-center--meta')).allTextContents()).toEqual(['Kijani Energynow'])
  expect(await rows(phone).locator(css('.message-center--dot')).count()).toBe(1)
  expect(await row(phone, 'Your bill').locator(css('.message-center--open')).getAttribute('aria-label')).toMatch(
    /^Unread, Kijani Energy, Your bill is ready, The bill for October is 1,240 KES\., now$/,
  )
  await expect.poll(async () => (await phone.held()).counts).toMatchObject({ unseen: 0, unread: 1 })
  // The row, the filter's count, and the bubble's coming and going.
  const { calls, bytes } = await phone.crossed()
  expect(calls).toBeLessThanOrEqual(6)
  expect(bytes).toBeLessThan(3000)
  expect(await errors(phone)).toEqual([])
})

test('JR-1: a tap leads to the message’s page with its query; back, the row is read here and on the platform', async () => {
  const phone = await stage.phone()
  await phone.send('Your bill is ready', { jumpUrl: 'pages/bill/detail?id=20%2F41' })
  await tapRow(phone, 'Your bill is ready')
  await phone.page.getByText('Bill 20/41').waitFor()
  await expect.poll(async () => (await phone.held()).counts.unread).toBe(0)
  await phone.page.evaluate(() => window.phone.back())
  await row(phone, 'Your bill is ready').waitFor()
  await expect.poll(() => rows(phone).locator(css('.message-center--dot')).count()).toBe(0)
  expect(await errors(phone)).toEqual([])
  await crossesAtMost(phone, { calls: 15, bytes: 3600 })
})

test('dismissed, a row goes, everywhere; only what changed crosses to the view', async () => {
  const phone = await stage.phone()
  for (const title of ['First bill', 'Second bill', 'Third bill']) await phone.send(title)
  await row(phone, 'Third bill').waitFor()
  await phone.crossed()
  await menu(phone, 'Second bill', 'Dismiss')
  await row(phone, 'Second bill').waitFor({ state: 'detached' })
  await phone.page.getByText('Dismissed').waitFor()
  expect(await rows(phone).locator(css('.message-center--title')).allTextContents()).toEqual([
    'Third bill',
    'First bill',
  ])
  await expect.poll(async () => (await phone.held()).items.length).toBe(2)
  const { calls, bytes } = await phone.crossed()
  expect(calls).toBeLessThanOrEqual(5)
  expect(bytes).toBeLessThan(1500)
})

test('mark all read: the dots go with a few bytes, on the platform too', async () => {
  const phone = await stage.phone()
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August']
  for (const month of months) await phone.send(`Your bill of ${month}`, { content: `Due at the end of ${month}.` })
  await row(phone, 'Your bill of August').waitFor()
  await expect.poll(async () => (await phone.held()).counts.unseen).toBe(0)
  await phone.crossed()
  await phone.page.getByRole('button', { name: 'Mark all read' }).tap()
  await expect.poll(() => rows(phone).locator(css('.message-center--dot')).count()).toBe(0)
  await expect.poll(async () => (await phone.held()).counts.unread).toBe(0)
  const { calls, bytes } = await phone.crossed()
  expect(calls).toBeLessThanOrEqual(2)
  expect(bytes).toBeLessThan(1500)
})

test('what the app asks of its host: 6 requests at a time, one socket, no stored value over 180 kB', async () => {
  const phone = await stage.phone()
  for (let at = 1; at <= 12; at += 1)
    await phone.send('Your bill is ready', { content: `Meter ${at} read, no. ${at}.` })
  await expect.poll(() => rows(phone).count()).toBe(12)
  await phone.page.getByRole('button', { name: 'Mark all read' }).tap()
  await expect.poll(async () => (await phone.held()).counts.unread).toBe(0)
  const asked = () =>
    phone.page.evaluate(() => {
      const sizes = [...window.phone.levers.entries.values()].map((value) => new Blob([value]).size)
      return { ...window.phone.most, values: sizes.length, largest: Math.max(0, ...sizes) }
    })
  await expect.poll(async () => (await asked()).values).toBeGreaterThan(0)
  const { requests, sockets, largest } = await asked()
  expect([requests <= 6, sockets, largest <= 180_000]).toEqual([true, 1, true])
  // An arrival that is drawn by itself, and then as seen: two for each, and what opening and marking take.
  await crossesAtMost(phone, { calls: 2 * 12 + 8, bytes: 20_000 })
})

test('the filter shows what is unread, and says so when there is nothing', async () => {
  const phone = await stage.phone()
  await phone.page.getByText('No messages yet').waitFor()
  await phone.send('First bill')
  await phone.send('Second bill')
  await menu(phone, 'First bill', 'Mark read')
  await phone.page.getByRole('button', { name: 'Unread1' }).tap()
  await row(phone, 'First bill').waitFor({ state: 'detached' })
  await phone.page.getByRole('button', { name: 'Mark all read' }).tap()
  await phone.page.getByText('All caught up').waitFor()
  await crossesAtMost(phone, { calls: 24, bytes: 5500 })
})

test('X-5: offline, what is on screen stays with one quiet line; back online, what was missed is there', async () => {
  const phone = await stage.phone()
  await phone.send('First bill')
  await row(phone, 'First bill').waitFor()
  await phone.page.evaluate(() => window.phone.offline())
  await phone.page.getByText('You are offline').waitFor()
  expect(await rows(phone).count()).toBe(1)
  await phone.send('Second bill')
  await phone.page.evaluate(() => window.phone.online())
  await row(phone, 'Second bill').waitFor()
  await phone.page.getByText('You are offline').waitFor({ state: 'detached' })
  await crossesAtMost(phone, { calls: 16, bytes: 4500 })
})

test('details show the whole message in a sheet that a tap outside closes', async () => {
  const phone = await stage.phone()
  await phone.send('Your bill is ready')
  await menu(phone, 'Your bill', 'Details')
  const sheet = phone.page.getByRole('dialog', { name: 'Details' })
  await sheet.getByText('The bill for October is 1,240 KES.').waitFor()
  await phone.page.locator(css('.message-center--scrim')).tap({ position: { x: 100, y: 40 } })
  await sheet.waitFor({ state: 'detached' })
  expect(await errors(phone)).toEqual([])
  await crossesAtMost(phone, { calls: 18, bytes: 4500 })
})

test('MA-21: report and stop, from the row’s menu', async () => {
  const phone = await stage.phone()
  await phone.send('Your bill is ready')
  await menu(phone, 'Your bill', 'Report')
  await phone.page.getByRole('button', { name: 'Advertising' }).tap()
  await phone.page.getByText('Thank you, your report was sent.').waitFor()
  await menu(phone, 'Your bill', 'Stop messages')
  await phone.page.getByText('No more messages from Kijani Energy').waitFor()
  await row(phone, 'Your bill').getByText('Muted').waitFor()
  await crossesAtMost(phone, { calls: 18, bytes: 4500 })
})

test('Arabic runs from right to left, in its own words and numbers', async () => {
  const phone = await stage.phone({ language: 'arabic' })
  await phone.send('فاتورتك جاهزة')
  await row(phone, 'فاتورتك جاهزة').waitFor()
  await phone.page.getByText('الرسائل', { exact: true }).waitFor()
  const box = async (name: string) => {
    const found = await rows(phone)
      .locator(css(`.message-center--${name}`))
      .first()
      .boundingBox()
    if (!found) throw new Error(`Failed to measure ${name}: it is not shown.`)
    return found
  }
  const [avatar, more, dot] = [await box('avatar'), await box('more'), await box('dot')]
  expect([avatar.x > 280, more.x < 60, dot.x > avatar.x]).toEqual([true, true, true])
  await crossesAtMost(phone, { calls: 10, bytes: 3800 })
})
