import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../testing/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

/** What an official account's template message is in the inbox: first line, keyword lines, remark. */
const put = (page: Page, surface: 'minibell-message-center' | 'minibell-floating-window'): Promise<void> =>
  page.evaluate((tag) => {
    const lines = [
      { text: 'Dear Amina, your bill for May is ready.' },
      { keyword: 'Amount', text: 'KSh <b>1,240</b>' },
      { keyword: 'Due', text: '30 May' },
      { text: 'Thank you for using Jirani Water.' },
    ]
    const message = { kind: 'template', title: 'Water bill payment reminder', lines } as const
    play.put(tag, { items: [play.item({ offset: 1, message })] })
  }, surface)

/** Terms and definitions, one line each. */
const linesOf = (page: Page, within: string): Promise<string[]> =>
  page
    .locator(`${within} dl > div`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' = ')))

test('WT-8.2: the center shows title, first line and keyword lines; its detail the remark as well', async () => {
  const page = await stage.page()
  await put(page, 'minibell-message-center')
  await page.getByText('Dear Amina, your bill for May is ready.').waitFor()
  expect(await linesOf(page, '.feed')).toEqual(['Amount = KSh <b>1,240</b>', 'Due = 30 May'])
  await page.evaluate(() => play.inbox.answer('shown'))
  await page.locator('.open').click()
  await page.getByText('Thank you for using Jirani Water.').waitFor()
  expect(await linesOf(page, '.detail')).toEqual(['Amount = KSh <b>1,240</b>', 'Due = 30 May'])
})

test('WT-8.2: so does the floating inbox', async () => {
  const page = await stage.page()
  await put(page, 'minibell-floating-window')
  await page.evaluate(() => play.find('minibell-floating-window').show('inbox'))
  await page.getByText('Dear Amina, your bill for May is ready.').waitFor()
  expect(await linesOf(page, '.feed')).toEqual(['Amount = KSh <b>1,240</b>', 'Due = 30 May'])
})

test('WT-8.2: the bubble shows title and first line', async () => {
  const page = await stage.page()
  await page.evaluate(() => {
    play.put('minibell-capsule-bubble')
    const lines = [{ text: 'Dear Amina, your bill is ready.' }, { keyword: 'Amount', text: '1,240' }]
    play.inbox.receive(play.item({ message: { kind: 'template', title: 'Water bill payment reminder', lines } }))
  })
  await page.locator('.bubble.in').waitFor()
  await page.getByText('Water bill payment reminder').waitFor()
  await page.getByText('Dear Amina, your bill is ready.').waitFor()
})
