import type { Browser, CDPSession, Page } from 'playwright-core'
import type {} from './contestant.ts'

/** A page with one list, and how much its main thread works. */
export interface Track {
  readonly page: Page
  readonly cdp: CDPSession
  busy(): Promise<number>
  /** What one question and one empty frame cost; taken off each figure. */
  readonly asking: number
}

/** A page with `script` and nothing else, not slowed until it stands; nothing leaves it. */
export async function on<Value>(
  { browser, script, throttle }: { readonly browser: Browser; readonly script: string; readonly throttle: number },
  act: (track: Track) => Promise<Value>,
): Promise<Value> {
  const page = await browser.newPage({ viewport: { width: 360, height: 720 } })
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: blank }))
  await page.goto('http://bench.test/')
  await page.addScriptTag({ content: script, type: 'module' })
  await page.waitForFunction(() => 'contestant' in globalThis)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  const bare = { page, cdp, busy: () => busyOf(cdp), asking: 0 }
  await median(bare, async () => undefined, 5)
  const value = await act({ ...bare, asking: await median(bare, async () => undefined, 9) })
  await page.close()
  return value
}

const blank = '<!doctype html><html lang="en"><title>Bench</title><body style="margin:0"></body></html>'

async function busyOf(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

/** One frame, and whatever it made due. */
export const rest = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => setTimeout(resume))))

/** Until it is laid out, or until the frame that shows it is painted. */
export async function spent(
  { page, busy, asking }: Track,
  act: () => Promise<void>,
  until: 'laid out' | 'painted' = 'painted',
): Promise<number> {
  const before = await busy()
  await page.evaluate(act)
  if (until === 'painted') await rest(page)
  return Math.max(0, (await busy()) - before - asking)
}

/** Of so many times. */
export async function median(
  track: Track,
  act: () => Promise<void>,
  times: number,
  until: 'laid out' | 'painted' = 'painted',
): Promise<number> {
  const all: number[] = []
  for (let time = 0; time < times; time += 1) {
    all.push(await spent(track, act, until))
    await rest(track.page)
  }
  return all.sort((one, other) => one - other)[times >> 1] ?? Number.NaN
}

/** Of so many looks. */
export async function least(times: number, look: () => Promise<number>): Promise<number> {
  const all: number[] = []
  for (let time = 0; time < times; time += 1) all.push(await look())
  return Math.min(...all)
}
