import { afterAll, beforeAll, expect, test } from 'vitest'
import { crossesAtMost } from '../crossings.ts'
import { drag, type Phone, type PhoneStage, phoneStage } from '../phone.ts'
import { css } from '../selector.ts'

let stage: PhoneStage

beforeAll(async () => {
  stage = await phoneStage()
})

afterAll(() => stage.close())

async function opened(look?: Parameters<PhoneStage['phone']>[0]): Promise<Phone> {
  const phone = await stage.phone(look)
  await phone.page.getByRole('button', { name: 'More', exact: true }).tap()
  await sheet(phone).waitFor()
  return phone
}

const sheet = ({ page }: Phone) => page.locator(css('.floating-window--sheet'))
const button = (phone: Phone, name: string) => sheet(phone).getByRole('button', { name, exact: true })
const rows = (phone: Phone) => sheet(phone).locator(css('.floating-window--mb-row'))
const errors = ({ page }: Phone) => page.evaluate(() => window.phone.errors)

test('MA-1: more options begin with Messages, then come the host’s own; Messages shows the inbox in the same sheet', async () => {
  const phone = await stage.phone({ scope: 'kijani' })
  await phone.send('Your bill is ready')
  await phone.page.getByRole('button', { name: 'More', exact: true }).tap()
  await sheet(phone).getByText('Kijani Energy').waitFor()
  expect(
    await sheet(phone)
      .getByText(/^(Share|Add to home screen)$/)
      .allTextContents(),
  ).toEqual(['Share', 'Add to home screen'])
  await button(phone, 'Messages').tap()
  await rows(phone).filter({ hasText: 'Your bill is ready' }).waitFor()
  expect(await errors(phone)).toEqual([])
  await crossesAtMost(phone, { calls: 13, bytes: 5500 })
})

test('JR-1, JR-11: a row opens its page and the window closes', async () => {
  const phone = await opened()
  await phone.send('Your bill is ready')
  await button(phone, 'Messages').tap()
  await rows(phone).first().locator(css('.floating-window--open')).tap()
  await phone.page.getByText('Bill 2041').waitFor()
  await phone.page.evaluate(() => window.phone.back())
  await sheet(phone).waitFor({ state: 'detached' })
  await crossesAtMost(phone, { calls: 20, bytes: 5500 })
})

test('a detail and back, then closed by its button, by a tap outside, and by a pull', async () => {
  const phone = await opened()
  await phone.send('Your bill is ready')
  await button(phone, 'Messages').tap()
  await rows(phone).first().locator(css('.floating-window--more')).tap()
  await button(phone, 'Details').tap()
  await sheet(phone).getByText('The bill for October is 1,240 KES.').last().waitFor()
  await button(phone, 'Back').tap()
  await rows(phone).first().waitFor()
  await button(phone, 'Close').tap()
  await sheet(phone).waitFor({ state: 'detached' })
  await phone.page.getByRole('button', { name: 'More', exact: true }).tap()
  await sheet(phone).waitFor()
  await phone.page.locator(css('.floating-window--scrim')).tap({ position: { x: 100, y: 30 } })
  await sheet(phone).waitFor({ state: 'detached' })
  await phone.page.getByRole('button', { name: 'More', exact: true }).tap()
  const grabber = sheet(phone).locator(css('.floating-window--grabber'))
  await drag(grabber, { y: 20 })
  expect(await sheet(phone).isVisible()).toBe(true)
  await drag(grabber, { y: 80 })
  await sheet(phone).waitFor({ state: 'detached' })
  await crossesAtMost(phone, { calls: 30, bytes: 7500 })
})

test('mark all read, and a window that is closed costs nothing', async () => {
  const phone = await opened()
  await phone.send('First bill')
  await button(phone, 'Messages').tap()
  await rows(phone).first().waitFor()
  await button(phone, 'Mark all read').tap()
  await expect.poll(() => rows(phone).locator(css('.floating-window--dot')).count()).toBe(0)
  await button(phone, 'Close').tap()
  await sheet(phone).waitFor({ state: 'detached' })
  await crossesAtMost(phone, { calls: 18, bytes: 6000 })
  await phone.send('Second bill', { content: 'It is due on Friday.' })
  await expect.poll(async () => (await phone.held()).items.length).toBe(2)
  const { by } = await phone.crossed()
  expect(by['floating-window']).toBe(undefined)
})

test('MA-21: settings turn off a sender, and everybody', async () => {
  const phone = await opened()
  await phone.send('Your bill is ready')
  await button(phone, 'Messages').tap()
  await button(phone, 'Message settings').tap()
  const one = (name: string) => sheet(phone).getByRole('switch', { name })
  await expect.poll(() => one('Kijani Energy').getAttribute('aria-checked')).toBe('true')
  await one('Kijani Energy').tap()
  await expect.poll(() => one('Kijani Energy').getAttribute('aria-checked')).toBe('false')
  await one('All mini-programs').tap()
  await expect.poll(() => one('All mini-programs').getAttribute('aria-checked')).toBe('false')
  expect(await errors(phone)).toEqual([])
  await crossesAtMost(phone, { calls: 20, bytes: 6500 })
})

test('the page may keep the window open', async () => {
  const phone = await opened()
  await phone.page.evaluate(() => window.phone.hold())
  await phone.page.locator(css('.floating-window--scrim')).tap({ position: { x: 100, y: 30 } })
  await button(phone, 'Messages').tap()
  await rows(phone).or(sheet(phone).getByText('No messages yet')).first().waitFor()
  await button(phone, 'Close').tap()
  expect(await sheet(phone).isVisible()).toBe(true)
  await crossesAtMost(phone, { calls: 12, bytes: 2200 })
})
