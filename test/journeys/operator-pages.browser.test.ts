import { createMockPlatform } from '@minibell/mock'
import { listen, realClock } from '@minibell/mock/server'
import demo from '@minibell/mock/worlds/demo.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { faultsOf } from './stage/axe.ts'
import { send, toAmina } from './stage/messages.ts'
import { openConsole } from './stage/operator-visit.ts'
import { demos } from './stage/visits.ts'

const stage = demos()
const portal = {
  code: 'TP_READY',
  sender: 'soko',
  channel: 'INBOX',
  name: 'Ready for pickup',
  status: 'in-review',
  defaultLanguage: 'en-US',
  texts: { 'en-US': { title: 'Ready', content: 'Hello ${who}.' } },
}

test('X-2, MA-3, CS-2: a recipient’s windows, what time will change, and the way there', async () => {
  await send(stage.demo, toAmina('Your electricity bill'))
  const { page, goTo, close } = await openConsole(stage.browser, `${stage.demo.url}/#/recipients/amina`)
  const kijani = page.locator('[data-sender=kijani]')
  await kijani.getByText('Not now · MA-3').waitFor()
  await kijani.getByText('this user can be sent to again').waitFor()
  expect(await kijani.locator('.window-words li').count()).toBe(2)
  await page.locator('[data-sender=jirani]').getByRole('button', { name: 'Amina writes' }).click()
  await page.locator('[data-sender=jirani]', { hasText: '5 left' }).waitFor()
  await page.getByRole('switch', { name: 'All messages' }).click()
  await kijani.getByText('Not now · MA-7.push').waitFor()
  await page.getByRole('switch', { name: 'All messages' }).click()
  await kijani.getByText('Not now · MA-3').waitFor()
  await goTo('#/clock')
  await page.getByRole('button', { name: 'Go there: Amina Odhiambo can be sent to again by Kijani Energy' }).click()
  await goTo('#/recipients/amina')
  await kijani.getByText('Can be sent to').waitFor()
  await page.getByLabel('Set when Amina Odhiambo last used Kijani Energy').selectOption('31 days ago')
  await kijani.getByText('Not now · MA-4').waitFor()
  await close()
})

test('OA-12, MA-6, MA-19, X-4: review with a reason, capability, violations, rules and faults', async () => {
  await stage.demo.call('PUT', '/control/v1/templates/TP_READY', portal)
  const { page, goTo, close } = await openConsole(stage.browser, `${stage.demo.url}/#/templates`)
  await page.locator('.feed-row', { hasText: 'Ready for pickup' }).click()
  await page.getByRole('button', { name: 'Reject' }).click()
  await page.getByText('Say why first').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('reason-TP_READY')
  await page.keyboard.type('Too vague')
  await page.getByRole('button', { name: 'Reject' }).click()
  await page.getByText('The reviewer said: Too vague').waitFor()
  await goTo('#/senders/kijani')
  await page.getByLabel('Disable').selectOption('7')
  await page.getByLabel('Reason').first().fill('Complaints')
  await page.getByRole('button', { name: 'Disable' }).click()
  await page.getByText('comes back in').waitFor()
  await page.getByText('Record a violation').click()
  await page.locator('#reason-violation-kijani').fill('Untrue')
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.locator('.entries li[data-source=operator]', { hasText: 'Untrue' }).waitFor()
  await goTo('#/rules/MA-3')
  await page.getByRole('switch', { name: 'MA-3' }).uncheck()
  await page.getByText('MA-3 is switched off.').waitFor()
  await goTo('#/faults')
  await page.getByRole('switch', { name: 'No answer' }).check()
  await page.locator('.entries', { hasText: 'miniapp.send' }).waitFor()
  expect(await stage.demo.call('GET', '/control/v1/faults')).toMatchObject({ faults: [{ kind: 'cut', times: 1 }] })
  await close()
})

test('MA-1: a message is previewed on all three surfaces by the shipped elements, in another language and theme', async () => {
  const { page, close } = await openConsole(
    stage.browser,
    `${stage.demo.url}/#/preview?from=kijani&to=amina&title=Your+<b>bill</b>&content=It+is+due.&jump=pages/bill/detail`,
  )
  await page.locator('minibell-capsule-bubble .bubble.in', { hasText: 'Your <b>bill</b>' }).waitFor()
  await page.locator('minibell-message-center', { hasText: 'Your <b>bill</b>' }).waitFor()
  await page.locator('minibell-floating-window .sheet', { hasText: 'Your <b>bill</b>' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('minibell-floating-window')
  await page.getByLabel('Language of the surfaces').selectOption('ar')
  await page.locator('minibell-message-center[dir=rtl]', { hasText: 'الرسائل' }).waitFor()
  await page.getByLabel('Theme').selectOption('dusk')
  const accent = () =>
    page
      .locator('minibell-message-center')
      .evaluate((element) => getComputedStyle(element).getPropertyValue('--minibell-accent'))
  await expect.poll(accent).not.toBe('')
  expect(await stage.demo.call('GET', '/control/v1/journal')).toEqual({ rows: [] })
  await close()
})

test('where the control API needs a token, it is asked for once and kept in this tab alone', async () => {
  const mock = await createMockPlatform({ world: demo, clock: realClock })
  const server = await listen(mock, { port: 0, controlToken: 'open-sesame' })
  const { page, goTo, close } = await openConsole(stage.browser, server.url)
  await page.getByLabel('Token').fill('wrong')
  await page.getByRole('button', { name: 'Open the console' }).click()
  await page.getByText('The platform refused that token').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('Token').fill('open-sesame')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing was sent yet').waitFor()
  await page.reload()
  await page.getByText('Nothing was sent yet').waitFor()
  await goTo('#/senders')
  await page.getByText('Kijani Energy').waitFor()
  const kept = await page.evaluate(() => [Object.values(sessionStorage), Object.values(localStorage), document.cookie])
  expect(kept).toEqual([['open-sesame'], [], ''])
  await close()
  await server.close()
})
