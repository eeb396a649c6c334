import type { Browser, CDPSession, Page } from 'playwright-core'
import type {} from './contestant.ts'

/**
 * Ms of CPU of the page's main thread, throttling counted, unless named otherwise: a busy machine does not make them longer. NaN where
 * the browser gave no figure.
 */
export interface Figures {
  readonly firstRows: number
  readonly arrivalAt1000: number
  readonly arrivalAt100000: number
  readonly filteredAt1000: number
  readonly filteredAt100000: number
  readonly groupedAt1000: number
  readonly groupedAt100000: number
  readonly markAll: number
  readonly frameP95: number
  readonly cpuAFrame: number
  readonly nodes: number
  readonly longestTaskInBurst: number
  /** Px that the row being read moved in a burst of 1,000 arrivals. */
  readonly moved: number
  readonly heapMiB: number
}

/** A page with one list, and how much its main thread works. */
interface Track {
  readonly page: Page
  readonly cdp: CDPSession
  busy(): Promise<number>
  /** What one question and one empty frame cost; taken off each figure. */
  readonly asking: number
}

type Look = 'filtered' | 'grouped'

/** A page with `script` and nothing else, not slowed until it stands; nothing leaves it. */
async function on<Value>(
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

/**
 * Everything about one list at one throttle; a page for each figure that another could disturb. First rows are looked at in five pages and the
 * least counts: each page has them once, and what others do on the machine only makes them slower.
 */
export async function measure(browser: Browser, script: string, throttle: number): Promise<Figures> {
  const place = { browser, script, throttle }
  const shown = <Value>(count: number, act: (track: Track) => Promise<Value>, look?: Look): Promise<Value> =>
    on(place, async (track) => {
      await track.page.evaluate(
        (given) => {
          contestant.prepare(given.count)
          return contestant.show(given.look)
        },
        { count, look },
      )
      return act(track)
    })
  const arrivalAt = (count: number, look?: Look): Promise<number> =>
    shown(count, (track) => median(track, () => contestant.receive(1), 15, 'laid out'), look)
  return {
    firstRows: await least(5, () => on(place, (track) => firstRows(track, 100_000))),
    arrivalAt1000: await arrivalAt(1000),
    arrivalAt100000: await arrivalAt(100_000),
    filteredAt1000: await arrivalAt(1000, 'filtered'),
    filteredAt100000: await arrivalAt(100_000, 'filtered'),
    groupedAt1000: await arrivalAt(1000, 'grouped'),
    groupedAt100000: await arrivalAt(100_000, 'grouped'),
    markAll: await shown(100_000, (track) => median(track, () => contestant.markAll(), 1)),
    ...(await shown(100_000, scrollFigures)),
    ...(await shown(100_000, burstFigures)),
  }
}

/** What a list that draws all it loaded can be asked: its first rows are 1,000, and so are those that one more arrives at. */
export async function measureWhole(
  browser: Browser,
  script: string,
): Promise<Pick<Figures, 'firstRows' | 'arrivalAt1000' | 'nodes'>> {
  return on({ browser, script, throttle: 1 }, async (track) => ({
    firstRows: await firstRows(track, 1000),
    arrivalAt1000: await median(track, () => contestant.receive(1), 7, 'laid out'),
    nodes: await track.page.evaluate(() => contestant.nodes()),
  }))
}

async function least(times: number, look: () => Promise<number>): Promise<number> {
  const all: number[] = []
  for (let time = 0; time < times; time += 1) all.push(await look())
  return Math.min(...all)
}

async function busyOf(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

/** One frame, and whatever it made due. */
const rest = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => setTimeout(resume))))

/** Rubbish of making the items ready is swept before: whose collection falls into the first rows is chance. */
async function firstRows(track: Track, count: number): Promise<number> {
  await track.page.evaluate((asked) => contestant.prepare(asked), count)
  await rest(track.page)
  await track.cdp.send('HeapProfiler.collectGarbage')
  await rest(track.page)
  return spent(track, () => contestant.show(), 'laid out')
}

/** Until it is laid out, or until the frame that shows it is painted. */
async function spent(
  { page, busy, asking }: Track,
  act: () => Promise<void>,
  until: 'laid out' | 'painted' = 'painted',
): Promise<number> {
  const before = await busy()
  await page.evaluate(act)
  if (until === 'painted') await rest(page)
  return Math.max(0, (await busy()) - before - asking)
}

async function median(
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

/** A steady flick of 120 frames through the list. */
async function scrollFigures(track: Track): Promise<Pick<Figures, 'frameP95' | 'cpuAFrame' | 'nodes' | 'heapMiB'>> {
  const { page } = track
  const frames: number[] = []
  let nodes = 0
  for (let frame = 0; frame < 120; frame += 1) {
    frames.push(await spent(track, async () => contestant.scrollBy(90)))
    nodes = Math.max(nodes, await page.evaluate(() => contestant.nodes()))
  }
  const heap = await page.evaluate(
    // Only Chromium has it.
    () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? Number.NaN,
  )
  const cpuAFrame = frames.reduce((sum, one) => sum + one, 0) / frames.length
  frames.sort((one, other) => one - other)
  return {
    frameP95: frames[Math.floor(frames.length * 0.95)] ?? Number.NaN,
    cpuAFrame,
    nodes,
    heapMiB: heap / 1_048_576,
  }
}

/** 1,000 arrivals in ten frames, while the reader is in the middle of the list. The longest is that of the ten with its frame. */
async function burstFigures(track: Track): Promise<Pick<Figures, 'longestTaskInBurst' | 'moved'>> {
  const { page } = track
  await page.evaluate(() => contestant.scrollBy(50_000))
  for (let turn = 0; turn < 5; turn += 1) await rest(page)
  const { name, top } = await page.evaluate(() => contestant.reading())
  let longest = 0
  for (let turn = 0; turn < 10; turn += 1)
    longest = Math.max(longest, await spent(track, () => contestant.receive(100)))
  const now = await page.evaluate((row) => contestant.topOf(row), name)
  return { longestTaskInBurst: longest, moved: Math.abs((now ?? Number.NaN) - top) }
}
