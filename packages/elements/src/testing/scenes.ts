import type { Page } from 'playwright-core'
import type {} from './stage-page.ts'

/** Each surface in each state that has something of its own to show. */
export const scenes: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the bubble': async (page) => {
    await page.evaluate(() => {
      play.put('minibell-capsule-bubble')
      play.inbox.receive(play.item())
    })
    await page.locator('.bubble.in').waitFor()
  },
  'the center': async (page) => {
    await page.evaluate(() => {
      const lines = [{ text: 'Hello.' }, { keyword: 'Order', text: '77' }]
      play.put('minibell-message-center', {
        senders: [
          { ...play.kijani, muted: true },
          { ...play.soko, status: 'removed' },
        ],
        items: [
          play.item({ offset: 3, message: { kind: 'template', title: 'Sent', lines } }),
          play.item({ offset: 2, sender: 'soko' }),
          play.item({ offset: 1 }),
        ],
      })
      play.inbox.markRead(['i1'])
    })
    await page.locator('.more').first().click()
    await page.locator('.tray').waitFor()
  },
  'the empty center': async (page) => {
    await page.evaluate(() => play.put('minibell-message-center'))
    await page.getByText('No messages yet').waitFor()
  },
  'the loading center': async (page) => {
    await page.evaluate(() => play.put('minibell-message-center', { status: { phase: 'loading' } }))
    await page.locator('.bones').waitFor()
  },
  'the center with an error': async (page) => {
    await page.evaluate(() => {
      play.put('minibell-message-center', { items: play.manyItems(2) })
      play.inbox.become({ phase: 'error', code: 'unauthorized', message: 'No such token.' })
    })
    await page.getByText('Try again').waitFor()
  },
  'the actions': async (page) => {
    await page.evaluate(() => {
      play.put('minibell-floating-window', { items: play.manyItems(3), scope: { kind: 'sender', sender: 'kijani' } })
      const share = document.createElement('button')
      share.slot = 'actions'
      share.textContent = 'Share'
      play.find('minibell-floating-window').append(share)
      play.find('minibell-floating-window').show('actions')
    })
    await page.locator('.messages').waitFor()
  },
  'the floating inbox': async (page) => {
    await page.evaluate(() => {
      play.put('minibell-floating-window', { items: play.manyItems(3) })
      play.find('minibell-floating-window').show('inbox')
    })
    await page.locator('article').first().waitFor()
  },
  'a detail': async (page) => {
    await page.evaluate(() => {
      play.put('minibell-floating-window', { items: play.manyItems(1) })
      play.inbox.answer('shown')
      play.find('minibell-floating-window').show('inbox')
    })
    await page.locator('article').click()
    await page.locator('.detail').waitFor()
  },
  'a bubble of several': async (page) => {
    await page.evaluate(() => {
      play.put('minibell-capsule-bubble')
      play.inbox.receive(...play.manyItems(3))
    })
    await page.locator('.bubble.in').waitFor()
  },
  'the kinds of a report': async (page) => {
    await page.evaluate(() => play.put('minibell-message-center', { items: play.manyItems(3), preferences: 'there' }))
    await page.locator('.more').nth(1).click()
    await page.locator('[data-act=report]').click()
    await page.locator('.kinds').waitFor()
  },
  'the settings': async (page) => {
    await page.evaluate(() => {
      play.put('minibell-floating-window', { items: play.manyItems(3), preferences: 'there' })
      play.find('minibell-floating-window').show('inbox')
    })
    await page.locator('[data-act=settings]').click()
    await page.locator('.switch:not(:disabled)').first().waitFor()
  },
}
