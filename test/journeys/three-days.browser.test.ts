import { expect, test } from 'vitest'
import { send, toAmina } from './stage/messages.ts'
import { visits } from './stage/visits.ts'

const stage = visits()

test('MA-3, X-1, X-2: a second message is refused with rule, source and hint; +3 days mends it', async () => {
  const { page } = stage.visit
  await submit('First', 'ok')
  await submit('Second', 'MA-3')
  const reason = page.locator('.journal .reason[data-rule="MA-3"]')
  await expect
    .poll(() => reason.locator('.reason-what').textContent())
    .toMatch(/^Refused by MA-3\. Expected: .+ Found: .+/)
  await expect.poll(() => reason.locator('.reason-where').textContent()).toMatch(/^Source: .*1 message every 3 days/)
  await expect.poll(() => reason.locator('.reason-how').textContent()).toMatch(/\S/)
  await page.getByText('Amina may get the next Kijani Energy message').waitFor()
  await page.getByRole('button', { name: '+3 days' }).click()
  await page.locator('.journal-row[data-kind=clock]').waitFor()
  await submit('A new text', 'ok')
})

test('MA-4, X-1, X-2: after 31 days without use she is inactive; the button under the reason mends it', async () => {
  const { page } = stage.visit
  await submit('First', 'ok')
  await page.getByRole('button', { name: '+31 days' }).click()
  await page.getByText('Amina is inactive for Kijani Energy').waitFor()
  await submit('We miss you', 'MA-4')
  await page.locator('.journal .reason[data-rule="MA-4"] .mend', { hasText: 'Amina opens Kijani Energy' }).click()
  await page.getByText('Kijani Energy used today').waitFor()
  await submit('Welcome back', 'ok')
})

test('MA-3: the button under a refusal moves the clock by exactly what is missing', async () => {
  const { page } = stage.visit
  await submit('First', 'ok')
  await submit('Second', 'MA-3')
  await page.locator('.journal .mend', { hasText: 'on the clock' }).click()
  await page.locator('.journal-row[data-kind=clock]').waitFor()
  await submit('Second', 'ok')
})

test('MA-6: a mini-program without the capability is refused, and the operator’s button grants it', async () => {
  const { page } = stage.visit
  await page.locator('select[name=sender]').selectOption('Safari Bus')
  await page.getByLabel('When Amina last used Safari Bus').selectOption('just now')
  await page.getByText('Safari Bus used today').waitFor()
  await submit('Your seat to Nakuru', 'MA-6')
  await page.locator('.journal .mend', { hasText: 'Grant Safari Bus' }).click()
  await page.getByText('Capability of Safari Bus is granted').waitFor()
  await submit('Your seat to Nakuru', 'ok')
})

test('MA-4: who last used it when is set by the operator and shown', async () => {
  const { page } = stage.visit
  const choice = page.getByLabel('When Amina last used Kijani Energy')
  await choice.selectOption('30 days ago')
  await page.getByText('Kijani Energy used 30 days ago').waitFor()
  await submit('Day 30 is active', 'ok')
  await choice.selectOption('never')
  await page.getByText('Kijani Energy never used').waitFor()
  await submit('Never used', 'MA-4')
})

test('a journal row keeps the exact request and answer behind it', async () => {
  const { page } = stage.visit
  await send(stage.demo, toAmina('Look inside'))
  const row = page.locator('.journal-row[data-kind=request]').first()
  await row.locator('summary').click()
  await row.locator('pre', { hasText: '"title": "Look inside"' }).waitFor()
  await row.locator('pre', { hasText: '"code": 0' }).waitFor()
})

/** Fills in the form, presses Send and waits for what the platform says of it. */
async function submit(title: string, verdict: string): Promise<void> {
  const { page } = stage.visit
  await page.getByLabel('Title').fill(title)
  const answers = page.waitForResponse((response) => response.url().endsWith('/messages/send'))
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  expect((await answers).headers()['minibell-verdict']).toMatch(new RegExp(`^${verdict};`))
  const shown = verdict === 'ok' ? '.result [data-answer=ok]' : `.result [data-rule="${verdict}"]`
  await page.locator(shown).waitFor()
}
