import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, centerOn, row, titles } from './testing/center.ts'
import { openStage, type Stage, stopClock } from './testing/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

const center = (count: number, options: Parameters<typeof centerOn>[2] = {}): Promise<Page> =>
  centerOn(stage, count, options)

test('MA-1: the list shows every message, newest first, with sender, time, title and content', async () => {
  const page = await center(3)
  await row(page, 'Message 3').waitFor()
  expect(await titles(page)).toEqual(['Message 3', 'Message 2', 'Message 1'])
  expect(await row(page, 'Message 3').locator('.meta').textContent()).toBe('1 hr. agoKijani Energy')
  expect(await row(page, 'Message 3').locator('.content').textContent()).toBe('The bill for October is 1,240 KES.')
})

test('decision 4: being on screen makes all seen and so clears the badge, once per arrival; nothing is read by it', async () => {
  const page = await center(2)
  await row(page, 'Message 2').waitFor()
  await expect.poll(() => asked(page)).toEqual(['markAll seen'])
  await page.evaluate(() => play.inbox.receive(play.item({ offset: 3, title: 'Message 3' })))
  await row(page, 'Message 3').waitFor()
  await expect.poll(() => asked(page)).toEqual(['markAll seen', 'markAll seen'])
  expect(await page.locator('.row.unread').count()).toBe(3)
})

test('JR-1: a tap anywhere on a row opens it', async () => {
  const page = await center(2)
  const box = await row(page, 'Message 1').locator('.card').boundingBox()
  for (const [x, y] of [
    [4, 4],
    [30, 30],
    [150, 60],
  ] as const)
    await page.mouse.click((box?.x ?? 0) + x, (box?.y ?? 0) + y)
  expect((await asked(page)).filter((call) => call !== 'markAll seen')).toEqual(['open i1', 'open i1', 'open i1'])
})

test('JR-7, JR-9: a tap that led nowhere is told in a sentence and by an event', async () => {
  const page = await center(2)
  for (const [answer, sentence] of [
    ['gone', 'The sender took this message back.'],
    ['not-found', 'The page of this message no longer exists.'],
    ['failed', 'This message did not open'],
  ] as const) {
    await page.evaluate((outcome) => play.inbox.answer(outcome), answer)
    await row(page, 'Message 2').click()
    await page.getByText(sentence).waitFor()
  }
  expect(await page.evaluate(() => play.heard)).toEqual(['outcome', 'outcome', 'outcome'])
})

test('a message that leads nowhere shows its detail', async () => {
  const page = await center(2)
  await page.evaluate(() => play.inbox.answer('shown'))
  await row(page, 'Message 2').click()
  await page.getByRole('dialog', { name: 'Details' }).getByText('Message 2').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect
    .poll(() =>
      row(page, 'Message 2')
        .locator('.open')
        .evaluate((element) => element.matches(':focus')),
    )
    .toBe(true)
})

test('the menu button of a row marks it read, shows its detail, dismisses it', async () => {
  const page = await center(3)
  await page.getByRole('button', { name: 'Actions for Message 2' }).click()
  await page.getByRole('button', { name: 'Mark read' }).click()
  await page.locator('.row:not(.unread)', { hasText: 'Message 2' }).waitFor()
  await page.getByRole('button', { name: 'Actions for Message 3' }).click()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await row(page, 'Message 3').waitFor({ state: 'detached' })
  expect(await page.getByRole('status').filter({ hasText: 'Dismissed' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Actions for Message 1' }).click()
  await page.getByRole('button', { name: 'Details' }).click()
  await page.getByRole('dialog', { name: 'Details' }).getByRole('button', { name: 'Open page' }).click()
  expect((await asked(page)).filter((call) => !call.startsWith('markAll'))).toEqual([
    'markRead i2',
    'dismiss i3',
    'markRead i1',
    'open i1',
  ])
})

test('the filter leaves the unread, and says when there are none', async () => {
  const page = await center(3)
  await page.evaluate(() => play.inbox.markRead(['i2']))
  await page.getByRole('button', { name: 'Unread 2' }).click()
  await row(page, 'Message 2').waitFor({ state: 'detached' })
  expect(await titles(page)).toEqual(['Message 3', 'Message 1'])
  await page.getByRole('button', { name: 'Mark all read' }).click()
  await page.getByText('All caught up').waitFor()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await row(page, 'Message 2').waitFor()
  expect(await page.locator('.row.unread').count()).toBe(0)
})

test('grouped by day or by mini-program, each group has a heading', async () => {
  const page = await center(0)
  await page.evaluate(() => {
    const items = [
      play.item({ offset: 4, agoMs: 60_000 }),
      play.item({ offset: 3, agoMs: 120_000, sender: 'soko' }),
      play.item({ offset: 2, agoMs: 86_400_000 }),
      play.item({ offset: 1, agoMs: 20 * 86_400_000, sender: 'soko' }),
    ]
    play.find('minibell-message-center').inbox = play.fakeInbox({ items, senders: [play.kijani, play.soko] })
  })
  await expect.poll(() => page.locator('.day').allTextContents()).toEqual(['today', 'yesterday', 'Oct 31'])
  await page.evaluate(() => play.find('minibell-message-center').setAttribute('group', 'sender'))
  await expect.poll(() => page.locator('.day').allTextContents()).toEqual(['Kijani Energy', 'Soko Market'])
})

test('one sender’s items can be asked for, and then only those are seen', async () => {
  const page = await center(0, { attributes: { sender: 'soko' } })
  await page.evaluate(() =>
    play.inbox.receive(play.item({ offset: 1 }), play.item({ offset: 2, sender: 'soko', title: 'Order' })),
  )
  await row(page, 'Order').waitFor()
  expect(await titles(page)).toEqual(['Order'])
  await expect.poll(() => asked(page)).toEqual(['markAll seen soko'])
})

test('first load, empty, offline, error and back: what is on screen stays', async () => {
  const page = await center(0, { status: { phase: 'loading' } })
  await page.getByRole('status', { name: 'Loading messages' }).waitFor()
  await page.evaluate(() => play.inbox.become({ phase: 'live' }))
  await page.getByText('No messages yet').waitFor()
  await page.evaluate(() => play.inbox.become({ phase: 'error', code: 'unauthorized', message: 'No such token.' }))
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.evaluate(() => play.inbox.receive(play.item({ offset: 1, title: 'Message 1' })))
  await row(page, 'Message 1').waitFor()
  await page.getByText('Messages did not load').waitFor()
  await page.evaluate(() => play.inbox.become({ phase: 'offline' }))
  await page.getByText('You are offline').waitFor()
  expect(await titles(page)).toEqual(['Message 1'])
  await page.evaluate(() => play.inbox.become({ phase: 'live' }))
  await page.getByText('You are offline').waitFor({ state: 'detached' })
  expect(await asked(page)).toContain('retry')
})

test('the skeleton is as high as rows with two lines, so that nothing jumps', async () => {
  const page = await center(0, { status: { phase: 'loading' } })
  const top = (await page.locator('.bones .card').first().boundingBox())?.y
  await page.evaluate(() => {
    play.inbox.receive(play.item({ offset: 1 }))
    play.inbox.become({ phase: 'live' })
  })
  await page.locator('article').waitFor()
  expect((await page.locator('article .card').boundingBox())?.y).toBe(top)
})

test('X-2: when the clock jumps, times and headings follow', async () => {
  const page = await center(1)
  await page.getByText('1 hr. ago').waitFor()
  await page.evaluate(() => play.inbox.turnClock(3 * 86_400_000))
  await page.getByText('3 days ago').waitFor()
  expect(await page.locator('.day').textContent()).toBe('Friday')
})

test('the host’s words, format and language are used', async () => {
  const page = await stage.page({ lang: 'fr' })
  await page.evaluate(() => {
    play.put('minibell-message-center', { items: play.manyItems(1) })
    play.find('minibell-message-center').words = { messages: 'Boîte', markAllRead: 'Tout marquer comme lu' }
  })
  await page.getByRole('heading', { name: 'Boîte' }).waitFor()
  await page.getByText('il y a 1 h').waitFor()
  await page.getByRole('button', { name: 'Tout marquer comme lu' }).waitFor()
})

test('texts are text, and a picture has its place', async () => {
  const page = await center(0)
  await page.evaluate(() => {
    const picture = { url: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', width: 360, height: 200 }
    play.inbox.receive(
      play.item({ offset: 1, title: '<b>Bill</b> {title}', content: '<script>1</script>' }),
      play.item({ offset: 2, message: { kind: 'customer', type: 'news', title: 'News', text: 'Mangoes', picture } }),
    )
  })
  await row(page, 'News').waitFor()
  expect(await titles(page)).toEqual(['News', '<b>Bill</b> {title}'])
  expect(await row(page, 'News').locator('.picture').boundingBox()).toMatchObject({ width: 72, height: 54 })
})

test('taken off the page and put back it goes on', async () => {
  const page = await center(2)
  await expect.poll(() => asked(page)).toEqual(['markAll seen'])
  await page.evaluate(() => {
    const element = play.find('minibell-message-center')
    element.remove()
    play.inbox.receive(play.item({ offset: 3, title: 'Message 3' }))
    document.body.append(element)
  })
  await row(page, 'Message 3').waitFor()
  await expect.poll(async () => (await asked(page)).length).toBe(2)
})

test('times on screen age by themselves twice a minute, and at once when the page is shown again', async () => {
  // A page of its own, whose timers stand still.
  const page = await stage.page({ timezoneId: 'UTC' })
  await stopClock(page)
  await page.evaluate(() =>
    play.put('minibell-message-center', { items: [play.item({ offset: 1, agoMs: 30_000, title: 'Message 1' })] }),
  )
  const time = row(page, 'Message 1').locator('time')
  expect(await time.textContent()).toBe('now')
  await page.evaluate(() => play.inbox.wait(60_000))
  await page.clock.runFor(29_000)
  expect(await time.textContent()).toBe('now')
  await page.clock.runFor(1_000)
  expect(await time.textContent()).toBe('1 min. ago')
  await page.evaluate(() => {
    play.inbox.wait(120_000)
    document.dispatchEvent(new Event('visibilitychange'))
  })
  expect(await time.textContent()).toBe('3 min. ago')
})

test('with nothing unread the button says so, and keeps the focus that it had', async () => {
  const page = await center(2)
  const button = page.getByRole('button', { name: 'Mark all read' })
  expect(await button.getAttribute('aria-disabled')).toBe('false')
  await button.focus()
  await page.keyboard.press('Enter')
  await page.locator('.row:not(.unread)').nth(1).waitFor()
  expect(await button.getAttribute('aria-disabled')).toBe('true')
  expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true)
})
