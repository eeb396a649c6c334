import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage, type StageLook, stopClock } from '../testing/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

const clocked = new Set<Page>()

/** A page with a bubble whose timers stand still until they are moved. */
async function bubblePage(look?: StageLook): Promise<Page> {
  const page = await stage.page(look)
  if (!clocked.has(page)) await stopClock(page)
  clocked.add(page)
  await page.evaluate(() => play.put('minibell-capsule-bubble'))
  return page
}

const receive = (page: Page, ...titles: readonly string[]): Promise<void> =>
  page.evaluate((all) => {
    const from = play.inbox.getSnapshot().total
    play.inbox.receive(...all.map((title, index) => play.item({ offset: from + index + 1, title })))
  }, titles)

const asked = (page: Page): Promise<readonly string[]> => page.evaluate(() => play.inbox.asked)
const heard = (page: Page): Promise<readonly string[]> => page.evaluate(() => play.heard)
const bubbleOf = (page: Page) => page.locator('.bubble.in')
const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).boundingBox()
  if (!found) throw new Error(`Failed to measure ${selector}: it is not shown.`)
  return found
}

test('MA-1: an arrival raises a bubble with sender, title, content and time, and a badge', async () => {
  const page = await bubblePage()
  await receive(page, 'Your bill is ready')
  await bubbleOf(page).waitFor()
  expect(await bubbleOf(page).locator('.texts span').allTextContents()).toEqual([
    'Your bill is ready',
    'The bill for October is 1,240 KES.',
    expect.stringMatching(/^Kijani Energy · 9:36\sAM$/),
  ])
  expect(await page.locator('.badge').textContent()).toBe('1')
  expect(await page.locator('.badge').getAttribute('aria-label')).toBe('1 new message')
})

test('it stands 8 px under the capsule and 8 px from the edge, at most 264 wide, its arrow at the "•••" half', async () => {
  const page = await bubblePage()
  await page.evaluate(() => {
    play.find('minibell-capsule-bubble').capsuleRect = { x: 263, y: 48, width: 90, height: 30 }
  })
  await receive(page, 'Your bill is ready')
  await bubbleOf(page).waitFor()
  await page.clock.runFor(300)
  const bubble = await box(page, '.bubble')
  expect(bubble).toMatchObject({ x: 360 - 8 - 264, y: 86, width: 264 })
  const arrow = await box(page, '.arrow')
  expect(Math.abs(arrow.x + arrow.width / 2 - (263 + 90 / 4))).toBeLessThan(1.5)
  const badge = await box(page, '.badge')
  expect(badge).toMatchObject({ height: 16, y: 48 - 8 })
  expect(badge.x + badge.width).toBe(263 + 8)
})

test('on a narrow page it keeps its margins', async () => {
  const page = await bubblePage({ viewport: { width: 240, height: 400 } })
  await receive(page, 'Your bill is ready')
  await bubbleOf(page).waitFor()
  await page.clock.runFor(300)
  expect(await box(page, '.bubble')).toMatchObject({ x: 8, width: 224 })
})

test('right to left it is mirrored', async () => {
  const page = await bubblePage({ lang: 'ar', dir: 'rtl' })
  await receive(page, 'فاتورتك جاهزة')
  await bubbleOf(page).waitFor()
  await page.clock.runFor(300)
  expect((await box(page, '.bubble')).x).toBe(8)
  const [avatar, close] = [await box(page, '.avatar'), await box(page, '.close')]
  expect(avatar.x).toBeGreaterThan(close.x)
})

test('decision 4: a bubble is delivered, not seen; it leaves by itself and the badge stays', async () => {
  const page = await bubblePage()
  await receive(page, 'Your bill is ready')
  await bubbleOf(page).waitFor()
  await page.clock.runFor(6100)
  await bubbleOf(page).waitFor({ state: 'detached' })
  expect(await asked(page)).toEqual([])
  expect(await page.locator('.badge').textContent()).toBe('1')
})

test('it stays while a pointer or the focus is on it', async () => {
  const page = await bubblePage()
  await receive(page, 'Your bill is ready')
  await bubbleOf(page).hover()
  await page.clock.runFor(20_000)
  expect(await bubbleOf(page).count()).toBe(1)
  await page.mouse.move(10, 600)
  await page.locator('.open').focus()
  await page.clock.runFor(20_000)
  expect(await bubbleOf(page).count()).toBe(1)
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.clock.runFor(6100)
  await bubbleOf(page).waitFor({ state: 'detached' })
})

test('JR-1: a tap opens the page of one message and closes the bubble; touched is seen', async () => {
  const page = await bubblePage()
  await receive(page, 'Your bill is ready')
  await page.locator('.open').click()
  await bubbleOf(page).waitFor({ state: 'detached' })
  expect(await asked(page)).toEqual(['markSeen i1', 'open i1'])
  expect(await heard(page)).toEqual([])
})

test('several messages become one bubble, and a tap on it asks for the inbox', async () => {
  const page = await bubblePage()
  await receive(page, 'One')
  await receive(page, 'Two', 'Three')
  await page.getByText('3 new messages').waitFor()
  expect(await bubbleOf(page).count()).toBe(1)
  await page.locator('.open').click()
  expect(await heard(page)).toEqual(['open-inbox'])
  expect(await asked(page)).toEqual(['markSeen i1 i2 i3'])
})

test('close and Escape dismiss the bubble, not the message', async () => {
  const page = await bubblePage()
  await receive(page, 'One')
  await page.getByRole('button', { name: 'Close' }).click()
  await bubbleOf(page).waitFor({ state: 'detached' })
  await receive(page, 'Two')
  await bubbleOf(page).waitFor()
  await page.keyboard.press('Escape')
  await bubbleOf(page).waitFor({ state: 'detached' })
  expect(await asked(page)).toEqual(['markSeen i1', 'markSeen i2'])
})

test('JR-9, JR-11: a tap that led nowhere is told in the bubble and by an event', async () => {
  const page = await bubblePage()
  for (const outcome of ['gone', 'not-found', 'failed'] as const) {
    await page.evaluate((answer) => play.inbox.answer(answer), outcome)
    await receive(page, 'Your bill is ready')
    await page.locator('.open').click()
    await page.getByText('This message did not open').waitFor()
  }
  expect(await heard(page)).toEqual(['outcome', 'outcome', 'outcome'])
})

test('DL-6: what is withdrawn or read elsewhere leaves the bubble', async () => {
  const page = await bubblePage()
  await receive(page, 'One', 'Two')
  await page.getByText('2 new messages').waitFor()
  await page.evaluate(() => play.inbox.withdraw('i1'))
  await page.locator('.title', { hasText: 'Two' }).waitFor()
  await page.evaluate(() => play.inbox.markRead(['i2']))
  await bubbleOf(page).waitFor({ state: 'detached' })
})

test('no bubble: muted sender, the page that is open, or switched off by the host', async () => {
  const page = await bubblePage()
  await page.evaluate(() => {
    play.put('minibell-capsule-bubble', { senders: [{ ...play.kijani, muted: true }] })
    const [first] = document.querySelectorAll('minibell-capsule-bubble')
    first?.remove()
  })
  await receive(page, 'Muted')
  await page.evaluate(() => {
    const bubble = play.find('minibell-capsule-bubble')
    bubble.inbox = play.inbox = play.fakeInbox({ senders: [play.kijani] })
    bubble.navigator = { current: () => ({ path: 'pages/bill/detail', query: { id: '1' } }) }
  })
  await receive(page, 'Right here')
  await page.evaluate(() => play.find('minibell-capsule-bubble').setAttribute('quiet', ''))
  await receive(page, 'Two', 'Three')
  expect(await bubbleOf(page).count()).toBe(0)
  expect(await page.locator('.badge').textContent()).toBe('3')
})

test('decision 4: the badge is nothing, a number, 99+ or a dot', async () => {
  const page = await bubblePage()
  expect(await page.locator('.badge').isVisible()).toBe(false)
  const badgeAt = (count: number): Promise<string | null> =>
    page
      .evaluate((items) => {
        play.find('minibell-capsule-bubble').inbox = play.fakeInbox({ items: play.manyItems(items) })
      }, count)
      .then(() => page.locator('.badge').textContent())
  expect([await badgeAt(1), await badgeAt(99), await badgeAt(100)]).toEqual(['1', '99', '99+'])
  await page.evaluate(() => {
    play.find('minibell-capsule-bubble').badge = { look: 'dot' }
  })
  expect(await box(page, '.badge')).toMatchObject({ width: 8, height: 8 })
})

test('a property that was set before the class was defined counts', async () => {
  const page = await stage.page()
  const badge = await page.evaluate(async () => {
    const Kind = customElements.get('minibell-capsule-bubble') as typeof HTMLElement
    const element = document.createElement('later-bubble')
    Object.assign(element, { inbox: play.fakeInbox({ items: play.manyItems(2) }) })
    document.body.append(element)
    customElements.define('later-bubble', class extends Kind {})
    return element.shadowRoot?.querySelector('.badge')?.textContent
  })
  expect(badge).toBe('2')
})

test('words, format and language are the host’s', async () => {
  const page = await bubblePage({ lang: 'sw' })
  await page.evaluate(() => {
    const bubble = play.find('minibell-capsule-bubble')
    bubble.words = { newMessages: { one: 'Ujumbe {n} mpya', other: 'Ujumbe {n} mpya' }, close: 'Funga' }
    bubble.format = { number: (value) => `n${value}`, plural: () => 'other', timeOfDay: () => 'sasa' }
  })
  await receive(page, 'Bili')
  await page.getByText('Kijani Energy · sasa').waitFor()
  expect(await page.locator('.badge').getAttribute('aria-label')).toBe('Ujumbe n1 mpya')
  await page.getByRole('button', { name: 'Funga' }).click()
})

test('a language that is none stops nothing', async () => {
  const page = await bubblePage({ lang: 'en_US.utf-8' })
  await receive(page, 'Your bill is ready')
  await bubbleOf(page).waitFor()
})

test('texts of a message are text', async () => {
  const page = await bubblePage()
  await receive(page, '<img src=x onerror=alert(1)> ${who}')
  expect(await page.locator('.title').textContent()).toBe('<img src=x onerror=alert(1)> ${who}')
  expect(await page.locator('.bubble img').count()).toBe(0)
})

test('an icon that never comes leaves the letter', async () => {
  const page = await bubblePage()
  await page.evaluate(() => {
    play.find('minibell-capsule-bubble').inbox = play.inbox = play.fakeInbox({
      senders: [{ ...play.kijani, icon: 'data:image/png;base64,broken' }],
    })
  })
  await receive(page, 'Your bill is ready')
  await page.locator('.avatar img').waitFor({ state: 'detached' })
  expect(await page.locator('.avatar').textContent()).toBe('K')
})

test('off the page it listens to nothing', async () => {
  const page = await bubblePage()
  await page.evaluate(() => play.find('minibell-capsule-bubble').remove())
  await receive(page, 'Your bill is ready')
  await page.keyboard.press('Escape')
  expect(await asked(page)).toEqual([])
})

test('it rises and fades in; with reduced motion it only appears', async () => {
  const motionOf = async (reducedMotion: 'reduce' | 'no-preference'): Promise<string> => {
    const page = await bubblePage({ reducedMotion })
    await receive(page, 'Your bill is ready')
    await bubbleOf(page).waitFor()
    return bubbleOf(page).evaluate((element) => getComputedStyle(element).animation)
  }
  expect(await motionOf('no-preference')).toContain('0.18s ease-out')
  expect(await motionOf('reduce')).toMatch(/^none/)
})

test('a screen reader is told politely, and both targets are 44 px and more', async () => {
  const page = await bubblePage()
  await receive(page, 'Your bill is ready')
  await bubbleOf(page).waitFor()
  expect(await page.getByRole('status').textContent()).toContain('Your bill is ready')
  for (const target of ['.open', '.close']) {
    const { width, height } = await box(page, target)
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
  }
})

test('how long it stays and how fast it comes and goes is the host’s to say', async () => {
  const page = await bubblePage({ reducedMotion: 'no-preference' })
  await page.evaluate(() => {
    document.body.style.setProperty('--minibell-motion', '.6s')
    play.find('minibell-capsule-bubble').dwellMs = 2000
  })
  await receive(page, 'One')
  await bubbleOf(page).waitFor()
  const motion = await bubbleOf(page).evaluate((bubble) => {
    const { animationDuration, transitionDuration } = getComputedStyle(bubble)
    return [animationDuration, Number.parseFloat(transitionDuration).toFixed(2)]
  })
  expect(motion).toEqual(['0.6s', '0.40'])
  await page.clock.runFor(1900)
  expect(await bubbleOf(page).count()).toBe(1)
  await page.clock.runFor(200)
  expect(await bubbleOf(page).count()).toBe(0)
})
