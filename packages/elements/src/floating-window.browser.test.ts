import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './testing/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

/** A mini-program's page with a button that opens the floating window at `view`, and the window open. */
async function open(view: 'actions' | 'inbox', count = 3): Promise<Page> {
  const page = await stage.page()
  await page.evaluate(
    (given) => {
      play.put('minibell-floating-window', {
        items: play.manyItems(given.count),
        scope: { kind: 'sender', sender: 'kijani' },
      })
      const sheet = play.find('minibell-floating-window')
      for (const name of ['Share', 'Restart']) {
        const action = document.createElement('button')
        action.slot = 'actions'
        action.textContent = name
        sheet.append(action)
      }
      const capsule = document.createElement('button')
      capsule.textContent = 'More options'
      capsule.onclick = () => sheet.show(given.view)
      document.body.append(capsule)
    },
    { view, count },
  )
  await page.getByRole('button', { name: 'More options' }).click()
  await page.getByRole('dialog').waitFor()
  return page
}

const heard = (page: Page): Promise<readonly string[]> => page.evaluate(() => play.heard)
const closed = (page: Page): Promise<void> => page.getByRole('dialog').waitFor({ state: 'detached' })
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement
    const inside = element?.shadowRoot?.activeElement ?? element
    return (inside?.getAttribute('aria-label') ?? inside?.textContent)?.trim()
  })

test('MA-1: it shows the sender, the Messages button with its badge first, then the host’s actions', async () => {
  const page = await open('actions')
  const dialog = page.getByRole('dialog', { name: 'Kijani Energy' })
  expect(await dialog.getByRole('heading').textContent()).toBe('Kijani Energy')
  expect(await dialog.locator('.messages').textContent()).toContain('Messages')
  expect(await dialog.locator('.messages .badge').getAttribute('aria-label')).toBe('3 new messages')
  const tops = await Promise.all(
    ['Messages 3 new messages', 'Share', 'Restart'].map(
      async (name) => (await page.getByRole('button', { name }).boundingBox())?.y ?? 0,
    ),
  )
  expect(tops).toEqual([...tops].sort((one, other) => one - other))
})

test('decision 4: actions alone leave the badge, opening the messages clears it', async () => {
  const page = await open('actions')
  expect(await page.evaluate(() => play.inbox.asked)).toEqual([])
  await page.locator('.messages').click()
  await page.locator('article').first().waitFor()
  await expect.poll(() => page.evaluate(() => play.inbox.asked)).toEqual(['markAll seen'])
  await page.getByRole('button', { name: 'Back' }).click()
  await page.locator('.messages').waitFor()
  expect(await page.locator('.messages .badge').count()).toBe(0)
})

test('JR-1: a row opens its page and the sheet closes', async () => {
  const page = await open('inbox')
  await page.locator('article', { hasText: 'Message 2' }).click()
  await closed(page)
  expect(await page.evaluate(() => play.inbox.asked)).toContain('open i2')
  expect(await heard(page)).toEqual(['close'])
})

test('JR-9: what led nowhere is told inside the open sheet', async () => {
  const page = await open('inbox')
  await page.evaluate(() => play.inbox.answer('gone'))
  await page.locator('article', { hasText: 'Message 2' }).click()
  await page.getByText('The sender took this message back.').waitFor()
  expect(await heard(page)).toEqual(['outcome'])
})

test('a detail opens from a row’s menu; back returns to that row, at the same place', async () => {
  const page = await open('inbox', 60)
  await page.locator('.scroll').evaluate((element) => {
    element.scrollTop = 1500
  })
  await page.getByRole('button', { name: 'Actions for Message 44' }).click()
  const top = await page
    .locator('.scroll')
    .first()
    .evaluate((element) => element.scrollTop)
  await page.getByRole('button', { name: 'Details' }).click()
  await page.locator('.detail h3', { hasText: 'Message 44' }).waitFor()
  await page.getByRole('button', { name: 'Back' }).click()
  await page.locator('.detail').waitFor({ state: 'detached' })
  expect(Math.abs((await page.locator('.scroll').evaluate((element) => element.scrollTop)) - top)).toBeLessThan(2)
  expect(await focused(page)).toContain('Message 44')
  expect(await heard(page)).toEqual(['back'])
})

test('dismissing from the detail returns to the list without it', async () => {
  const page = await open('inbox')
  await page.getByRole('button', { name: 'Actions for Message 2' }).click()
  await page.getByRole('button', { name: 'Details' }).click()
  await page.locator('.detail').getByRole('button', { name: 'Dismiss' }).click()
  await page.locator('article', { hasText: 'Message 2' }).waitFor({ state: 'detached' })
  expect(await page.locator('article').count()).toBe(2)
})

test('the focus goes into the sheet, stays there and comes back', async () => {
  const page = await open('actions')
  expect(await focused(page)).toBe('Kijani Energy')
  const round: (string | undefined)[] = []
  for (let press = 0; press < 5; press += 1) {
    await page.keyboard.press('Tab')
    round.push(await focused(page))
  }
  expect(round).toEqual([
    expect.stringContaining('Messages'),
    'Share',
    'Restart',
    'Kijani Energy',
    expect.stringContaining('Messages'),
  ])
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  expect(await focused(page)).not.toBe('More options')
  await page.keyboard.press('Escape')
  await closed(page)
  expect(await focused(page)).toBe('More options')
})

test('the focus comes back to where the window was asked for, though it went on while the window was fetched', async () => {
  const page = await stage.page()
  await page.evaluate(() => {
    play.put('minibell-floating-window', { items: play.manyItems(3), scope: { kind: 'sender', sender: 'kijani' } })
    const [capsule, other] = ['More options', 'Close the mini-program'].map((name) => {
      const button = document.createElement('button')
      button.textContent = name
      document.body.append(button)
      return button
    })
    capsule?.addEventListener('click', () => {
      play.find('minibell-floating-window').show('actions')
      other?.focus()
    })
  })
  await page.getByRole('button', { name: 'More options' }).press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await closed(page)
  expect(await focused(page)).toBe('More options')
})

test('Escape goes one view back, then closes; a tap outside and the close button close', async () => {
  const page = await open('actions')
  await page.locator('.messages').click()
  await page.keyboard.press('Escape')
  await page.locator('.messages').waitFor()
  await page.keyboard.press('Escape')
  await closed(page)
  await page.getByRole('button', { name: 'More options' }).click()
  await page.mouse.click(180, 40)
  await closed(page)
  await page.evaluate(() => play.find('minibell-floating-window').show('inbox'))
  await page.getByRole('button', { name: 'Close' }).click()
  await closed(page)
  expect(await heard(page)).toEqual(['back', 'close', 'close', 'close'])
})

test('pulled down by its grabber it closes, let go where it was it stays', async () => {
  const page = await open('actions')
  const grabber = await page.locator('.grabber').boundingBox()
  const [x, y] = [180, (grabber?.y ?? 0) + 6]
  const pull = async (byPx: number): Promise<void> => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x, y + byPx, { steps: 3 })
    await page.mouse.up()
  }
  await pull(10)
  expect(await heard(page)).toEqual([])
  await pull(120)
  await closed(page)
  expect(await heard(page)).toEqual(['close'])
})

test('closing and going back can be cancelled', async () => {
  const page = await open('actions')
  await page.locator('.messages').click()
  await page.evaluate(() => {
    for (const name of ['minibell-close', 'minibell-back'])
      play.find('minibell-floating-window').addEventListener(name, (event) => event.preventDefault())
  })
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.mouse.click(180, 40)
  expect(await heard(page)).toEqual(['back', 'close', 'close'])
  expect(await page.locator('article').count()).toBe(3)
})

test('a host’s back button asks `back`, which says whether there was anything to do', async () => {
  const page = await open('actions')
  await page.locator('.messages').click()
  await page.locator('article').first().waitFor()
  const back = (): Promise<boolean> => page.evaluate(() => play.find('minibell-floating-window').back())
  expect([await back(), await back(), await back()]).toEqual([true, true, false])
  await closed(page)
})

test('`show` opens the inbox alone, without a way back to actions', async () => {
  const page = await open('inbox')
  await page.getByRole('heading', { name: 'Messages' }).waitFor()
  expect(await page.getByRole('button', { name: 'Back' }).count()).toBe(0)
})

test('`close` closes it and says why', async () => {
  const page = await open('actions')
  const reason = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const sheet = play.find('minibell-floating-window')
        sheet.addEventListener('minibell-close', (event) => resolve((event as CustomEvent).detail))
        sheet.close()
      }),
  )
  expect(reason).toEqual({ reason: 'host' })
  await closed(page)
})

test('all read is said in the header’s button, for this sheet’s inbox', async () => {
  const page = await open('inbox')
  await page.getByRole('button', { name: 'Mark all read' }).click()
  await page.locator('.row.unread').first().waitFor({ state: 'detached' })
  expect(await page.evaluate(() => play.inbox.asked)).toContain('markAll read')
})

test('inside a frame it stays in the frame', async () => {
  const page = await open('actions')
  await page.evaluate(() => {
    const frame = document.createElement('div')
    frame.style.cssText = 'position:relative;width:300px;height:500px;--minibell-position:absolute'
    frame.append(play.find('minibell-floating-window'))
    document.body.append(frame)
    play.find('minibell-floating-window').show('actions')
  })
  await page.getByRole('dialog').waitFor()
  const frame = await page.locator('body > div').boundingBox()
  expect(await page.locator('.layer').boundingBox()).toEqual(frame)
})
