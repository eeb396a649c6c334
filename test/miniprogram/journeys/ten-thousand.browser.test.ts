import { afterAll, beforeAll, expect, test } from 'vitest'
import { crossesAtMost } from '../crossings.ts'
import { type Phone, type PhoneStage, phoneStage } from '../phone.ts'
import { css } from '../selector.ts'

let stage: PhoneStage
let phone: Phone

beforeAll(async () => {
  stage = await phoneStage()
  phone = await stage.phone()
  await phone.crossed()
  await phone.page.evaluate(() => window.phone.fill(10_000))
  await row(10_000).waitFor()
})

afterAll(() => stage.close())

const rows = () => phone.page.locator(css('.message-center--mb-row'))
const row = (number: number) => rows().filter({ has: phone.page.getByText(`Message ${number}`, { exact: true }) })
const scrollTo = async (top: number): Promise<void> => {
  await phone.page.locator(css('.message-center--mb-list')).evaluate(async (list, y) => {
    list.scrollTop = y
    // Told, drawn, and told again.
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resume) => requestAnimationFrame(resume))
  }, top)
}
/** Rows that stand in the visible part, by number, and whether they touch each other from edge to edge. */
const inSight = () =>
  phone.page.locator(css('.message-center--mb-list')).evaluate((list) => {
    const { top, bottom } = list.getBoundingClientRect()
    const boxes = [...list.querySelectorAll('.message-center--mb-row')].map((one) => one.getBoundingClientRect())
    const seen = boxes.filter((box) => box.bottom > top && box.top < bottom)
    const gaps = seen.slice(1).filter((box, at) => Math.abs(box.top - (seen[at]?.bottom ?? 0)) > 1).length
    const isFull = !!seen[0] && seen[0].top <= top + 1 && (seen[seen.length - 1]?.bottom ?? 0) >= bottom - 1
    return { gaps, isFull }
  })

test('10,000 messages: what crosses at first is one window, far below what hosts take', async () => {
  const { largest, bytes } = await phone.crossed()
  expect(await rows().count()).toBeLessThan(40)
  expect(largest).toBeLessThan(20_000)
  expect(bytes).toBeLessThan(25_000)
})

test('a reader who scrolls 20,000 px gets new rows alone, each call below 10 kB, with no gap in sight', async () => {
  await scrollTo(200)
  await phone.crossed()
  for (let y = 200; y <= 20_200; y += 400) await scrollTo(y)
  await expect.poll(inSight).toEqual({ gaps: 0, isFull: true })
  const { calls, bytes, largest } = await phone.crossed()
  expect(calls).toBeLessThanOrEqual(60)
  expect(largest).toBeLessThan(10_000)
  expect(bytes / 50).toBeLessThan(4_000)
  expect(await rows().count()).toBeLessThan(40)
})

test('the end of the list is its oldest message; back up there is no gap either', async () => {
  await scrollTo(10_000_000)
  await row(1).waitFor()
  for (let step = 0; step < 20; step += 1)
    await phone.page.locator(css('.message-center--mb-list')).evaluate((list) => list.scrollBy(0, -300))
  await expect.poll(inSight).toEqual({ gaps: 0, isFull: true })
  await crossesAtMost(phone, { calls: 40, bytes: 90_000 })
  expect(await phone.page.evaluate(() => window.phone.errors)).toEqual([])
})
