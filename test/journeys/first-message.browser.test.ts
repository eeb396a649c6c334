import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { root } from '../tools/files.ts'
import { builtDemo } from './stage/built-demo.ts'
import { type DemoPage, drawn, shownPage } from './stage/demo-page.ts'
import { send, summaries, toAmina } from './stage/messages.ts'
import { visits } from './stage/visits.ts'

const stage = visits()

test('MA-1, MA-7: one POST while the page is open raises a bubble, three badges and two rows', async () => {
  const { page, bubble, sheet, center } = stage.visit
  expect(await send(stage.demo, toAmina('Your electricity bill for October'))).toMatchObject({ code: 0 })
  await bubble.getByText('Your electricity bill for October').waitFor()
  await expect.poll(() => page.locator('minibell-capsule-bubble .badge').textContent()).toBe('1')
  await expect.poll(() => page.locator('.center-count').textContent()).toBe('1')
  await page.locator('.capsule-more').click()
  await expect.poll(() => sheet.locator('.messages .badge').textContent()).toBe('1')
  await sheet.locator('.messages').click()
  await sheet.locator('.row.unread', { hasText: 'Your electricity bill for October' }).waitFor()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await page.locator('.capsule-close').click()
  await center.locator('.row.unread', { hasText: 'Your electricity bill for October' }).waitFor()
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.center-count')?.hidden)
})

test('JR-1: a tap on the bubble pushes the page with its query, and it is read everywhere', async () => {
  const { page, bubble } = stage.visit
  await send(stage.demo, toAmina('Bill', 'pages/bill/detail?id=2007&from=a%26b'))
  await bubble.locator('.open').click()
  expect(await shownPage(page)).toEqual({ path: 'pages/bill/detail', query: { id: '2007', from: 'a&b' } })
  await readInSheet(stage.visit)
  await readInCenter(stage.visit)
  await receiptTold()
})

test('JR-1: a tap in the floating inbox does the same and closes the sheet', async () => {
  const { page, sheet } = stage.visit
  await send(stage.demo, toAmina('Bill'))
  await page.locator('.capsule-more').click()
  await sheet.locator('.messages').click()
  await sheet.locator('.row .open').click()
  expect(await shownPage(page)).toEqual({ path: 'pages/bill/detail', query: { id: '2041' } })
  await sheet.waitFor({ state: 'detached' })
  await readInSheet(stage.visit)
  await readInCenter(stage.visit)
  await receiptTold()
})

test('JR-5: a tap in the MiniApp Center launches the mini-program at the page, which is a use', async () => {
  const { page, center } = stage.visit
  await stage.demo.call('POST', '/control/v1/persons/amina/uses', {
    sender: 'kijani',
    at: Date.now() - 20 * 86_400_000,
  })
  await page.locator('.capsule-close').click()
  await send(stage.demo, toAmina('Bill'))
  await center.locator('.row .open').click()
  expect(await shownPage(page)).toEqual({ path: 'pages/bill/detail', query: { id: '2041' } })
  await readInSheet(stage.visit)
  await receiptTold()
  await expect.poll(async () => usesOf(await summaries(stage.demo))).toBe(2)
})

test('JR-2: a tab page is switched to and shows its query', async () => {
  const { page, bubble } = stage.visit
  await send(stage.demo, toAmina('Your account', 'pages/account/index?tab=tariff'))
  await bubble.locator('.open').click()
  await page.locator('.program-tabs [aria-current]', { hasText: 'Account' }).waitFor()
  await expect.poll(() => page.locator('.program-back').count()).toBe(0)
})

test('DL-3: a reload loses nothing: rows, marks, place of the phone and journal', async () => {
  const { page, bubble, center } = stage.visit
  await send(stage.demo, toAmina('Bill'))
  await bubble.locator('.open').click()
  await shownPage(page)
  await receiptTold()
  await page.reload()
  await drawn(page)
  expect(await shownPage(page)).toEqual({ path: 'pages/bill/detail', query: { id: '2041' } })
  await expect.poll(() => page.locator('.journal-row[data-kind=receipt]', { hasText: 'opened' }).count()).toBe(1)
  await page.locator('.capsule-close').click()
  await center.locator('.row:not(.unread)', { hasText: 'Bill' }).waitFor()
})

test('a world that somebody resets behind the page is followed: the next message is counted', async () => {
  const { page } = stage.visit
  await stage.demo.call('POST', '/control/v1/world/reset', {})
  await send(stage.demo, toAmina('After the reset'))
  await page.locator('.center-count', { hasText: '1' }).waitFor()
})

test('npm start’s command prints a curl whose request is accepted as it stands', async () => {
  const started = await startCommand()
  try {
    const [, url = ''] = /^curl (\S+)/.exec(started.curl) ?? []
    const [, body = ''] = / -d '([^']*)'$/.exec(started.curl) ?? []
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(await response.json()).toMatchObject({ code: 0 })
    const page = await fetch(started.demo)
    expect(await page.text()).toContain('<title>Minibell demo</title>')
  } finally {
    started.stop()
  }
})

async function readInSheet({ page, sheet }: DemoPage): Promise<void> {
  await page.locator('.capsule-more').click()
  await sheet.locator('.messages').click()
  await sheet.locator('.row:not(.unread)', { hasText: 'Bill' }).waitFor()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await sheet.waitFor({ state: 'detached' })
}

async function readInCenter({ page, center }: DemoPage): Promise<void> {
  await page.locator('.capsule-close').click()
  await center.locator('.row:not(.unread)', { hasText: 'Bill' }).waitFor()
  await expect.poll(() => page.locator('.center-count').isHidden()).toBe(true)
}

async function receiptTold(): Promise<void> {
  await expect.poll(() => summaries(stage.demo)).toContainEqual(expect.stringMatching(/^receipt: amina: .*opened/))
  await stage.visit.page.locator('.journal-row[data-kind=receipt]', { hasText: 'opened' }).waitFor()
}

function usesOf(rows: readonly string[]): number {
  return rows.filter((row) => row.startsWith('use: ')).length
}

interface Started {
  readonly demo: string
  readonly curl: string
  stop(): void
}

/** The command behind `npm start`, on a free port. */
function startCommand(): Promise<Started> {
  const program = 'mock-server/src/faces/cli/main.ts'
  const options = ['start', '--demo', builtDemo(), '--port', '0', '--json']
  const child = spawn(process.execPath, ['--conditions=minibell-source', program, ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Failed to start: the command ended with ${code}.`)))
    createInterface(child.stdout).once('line', (line) => resolve({ ...JSON.parse(line), stop: () => child.kill() }))
  })
}
