import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, centerOn, row } from '../testing/center.ts'
import { openStage, type Stage } from '../testing/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

const center = (count: number, options: Parameters<typeof centerOn>[2] = {}): Promise<Page> =>
  centerOn(stage, count, options)

test('decision 4: below the edge of the screen it is not seen yet', async () => {
  const page = await stage.page()
  await page.evaluate(() => {
    document.body.style.paddingTop = '2000px'
    play.put('minibell-message-center', { items: play.manyItems(2) })
  })
  await page.locator('.feed').waitFor()
  await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume))))
  expect(await asked(page)).toEqual([])
  await page.evaluate(() => scrollTo(0, 2000))
  await expect.poll(() => asked(page)).toEqual(['markAll seen'])
})

test('DL-8: scrolling to the end fetches older items; a failure is told and tried again', async () => {
  const page = await stage.page()
  await page.evaluate(() => {
    const items = play.manyItems(20, { offset: 100 })
    const older = [play.manyItems(20, { offset: 80 }), new Error('no network')]
    play.put('minibell-message-center', { items, older })
  })
  await row(page, 'Message 100').waitFor()
  expect(await asked(page)).not.toContain('history')
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect.poll(() => asked(page)).toContain('history')
  await page.getByRole('button', { name: 'Actions for Message 80' }).waitFor({ state: 'attached' })
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.getByText('Messages did not load').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Messages did not load').waitFor({ state: 'detached' })
  expect((await asked(page)).filter((call) => call === 'history').length).toBe(3)
})

test('1,000 rows are 60 elements and fewer, wherever the reader is', async () => {
  const page = await center(1000)
  await row(page, 'Message 1000').waitFor()
  for (const top of [0, 20_000, 60_000, 200_000]) {
    await page.evaluate((y) => scrollTo(0, y), top)
    await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume))))
    const rows = await page.locator('article').count()
    expect(rows).toBeGreaterThan(5)
    expect(rows).toBeLessThanOrEqual(60)
  }
  await row(page, 'Message 1').last().waitFor()
})

test('new while scrolled: the reader is not moved, a pill tells, and takes them up', async () => {
  const page = await center(200)
  await expect.poll(() => asked(page)).toEqual(['markAll seen'])
  await page.evaluate(() => scrollTo(0, 3000))
  await row(page, 'Message 165').waitFor()
  const before = await row(page, 'Message 165').boundingBox()
  await page.evaluate(() =>
    play.inbox.receive(play.item({ offset: 201, title: 'New 201' }), play.item({ offset: 202, title: 'New 202' })),
  )
  await page.getByRole('button', { name: '2 new messages' }).waitFor()
  expect(await row(page, 'Message 165').boundingBox()).toEqual(before)
  expect(await row(page, 'New 202').count()).toBe(0)
  expect((await asked(page)).length).toBe(1)
  await page.getByRole('button', { name: '2 new messages' }).click()
  await row(page, 'New 202').waitFor()
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(100)
  await expect.poll(() => asked(page)).toEqual(['markAll seen', 'markAll seen'])
})

test('an arrival keeps the element, the focus and the open tray of a row', async () => {
  const page = await center(3)
  await page.getByRole('button', { name: 'Actions for Message 2' }).click()
  await row(page, 'Message 2').evaluate((element) => element.setAttribute('data-mine', ''))
  await page.evaluate(() => play.inbox.receive(play.item({ offset: 4, title: 'Message 4' })))
  await row(page, 'Message 4').waitFor()
  expect(await page.locator('article[data-mine] .title').textContent()).toBe('Message 2')
  expect(await page.locator('article[data-mine] .more').evaluate((element) => element.matches(':focus'))).toBe(true)
  expect(await page.locator('article[data-mine] .tray').count()).toBe(1)
})

test('arrow keys, Page Down, End and Home move through all rows, Enter opens', async () => {
  const page = await center(300)
  await row(page, 'Message 300').locator('.open').focus()
  const focused = (): Promise<string | undefined> =>
    page.evaluate(() => {
      const root = play.find('minibell-message-center').shadowRoot
      return root?.activeElement?.closest('article')?.querySelector('.title')?.textContent ?? undefined
    })
  for (const [key, title] of [
    ['ArrowDown', 'Message 299'],
    ['PageDown', 'Message 294'],
    ['ArrowUp', 'Message 295'],
    ['End', 'Message 1'],
    ['Home', 'Message 300'],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(focused).toBe(title)
  }
  await page.keyboard.press('Enter')
  expect((await asked(page)).slice(-1)).toEqual(['open i300'])
})

test('on the way up by keyboard no row with the focus is under the filters', async () => {
  const page = await center(60)
  await row(page, 'Message 60').locator('.open').focus()
  const place = (): Promise<readonly [string, number]> =>
    page.evaluate(() => {
      const root = play.find('minibell-message-center').shadowRoot
      const open = root?.activeElement
      const under = root?.querySelector('.filters')?.getBoundingClientRect().bottom ?? Number.NaN
      return [open?.closest('article')?.dataset['id'] ?? '', (open?.getBoundingClientRect().top ?? Number.NaN) - under]
    })
  await page.keyboard.press('End')
  await expect.poll(async () => (await place())[0]).toBe('i1')
  for (let at = 2; at <= 20; at += 1) {
    await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await place())[0]).toBe(`i${at}`)
    expect((await place())[1]).toBeGreaterThanOrEqual(0)
  }
})

test('after dismissing a row the focus is on the next one', async () => {
  const page = await center(3)
  await page.getByRole('button', { name: 'Actions for Message 2' }).click()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await row(page, 'Message 2').waitFor({ state: 'detached' })
  const next = row(page, 'Message 1').locator('.open')
  await expect.poll(() => next.evaluate((element) => element.matches(':focus'))).toBe(true)
})

test('the tab key reaches one row and its menu, not three hundred', async () => {
  const page = await center(300)
  await row(page, 'Message 300').waitFor()
  expect(await page.locator('article [tabindex="0"]').count()).toBe(2)
})

test('it scrolls with whatever is around it, also inside another component', async () => {
  const page = await stage.page()
  await page.evaluate(() => {
    const outer = document.createElement('div')
    document.body.append(outer)
    const scroller = document.createElement('div')
    scroller.style.cssText = 'height:500px;overflow:auto'
    outer.attachShadow({ mode: 'open' }).append(scroller)
    play.put('minibell-message-center', { items: play.manyItems(300) })
    scroller.append(play.find('minibell-message-center'))
  })
  await row(page, 'Message 300').waitFor()
  await page.evaluate(() => {
    const around = play.find('minibell-message-center').parentElement
    if (around) around.scrollTop = 10_000
  })
  await expect.poll(() => page.locator('article').first().locator('.title').textContent()).not.toBe('Message 300')
  const rows = await page.locator('article').count()
  expect(rows).toBeLessThanOrEqual(60)
})

test('what scrolls beside it does not matter', async () => {
  const page = await center(50)
  await expect.poll(() => asked(page)).toEqual(['markAll seen'])
  const before = await page.locator('article').count()
  await page.evaluate(async () => {
    const carousel = document.createElement('div')
    carousel.style.cssText = 'width:200px;height:40px;overflow:auto'
    carousel.append(Object.assign(document.createElement('div'), { style: 'width:2000px;height:1px' }))
    document.body.prepend(carousel)
    carousel.scrollLeft = 500
    await new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume)))
  })
  expect(await page.locator('article').count()).toBe(before)
})
