import type { Browser } from 'playwright-core'
import type {} from './contestant.ts'
import { least, median, on, rest, spent, type Track } from './track.ts'

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

type Look = 'filtered' | 'grouped'

/**
 * Everything about one list at one throttle; a page for each figure that another could disturb. What others do on the machine only makes them
 * larger, so the least of several pages counts: of five for first rows, which a page has once, of five for a flick, of three for an arrival’s median.
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
    least(3, () => shown(count, (track) => median(track, () => contestant.receive(1), 15, 'laid out'), look))
  return {
    firstRows: await least(5, () => on(place, (track) => firstRows(track, 100_000))),
    arrivalAt1000: await arrivalAt(1000),
    arrivalAt100000: await arrivalAt(100_000),
    filteredAt1000: await arrivalAt(1000, 'filtered'),
    filteredAt100000: await arrivalAt(100_000, 'filtered'),
    groupedAt1000: await arrivalAt(1000, 'grouped'),
    groupedAt100000: await arrivalAt(100_000, 'grouped'),
    markAll: await shown(100_000, (track) => median(track, () => contestant.markAll(), 1)),
    ...(await calmest(5, () => shown(100_000, scrollFigures))),
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

/** The flick whose frames cost least. */
async function calmest<Flick extends Pick<Figures, 'cpuAFrame'>>(
  times: number,
  look: () => Promise<Flick>,
): Promise<Flick> {
  let best = await look()
  for (let time = 1; time < times; time += 1) {
    const next = await look()
    if (next.cpuAFrame < best.cpuAFrame) best = next
  }
  return best
}

/** Rubbish of making the items ready is swept before: whose collection falls into the first rows is chance. */
export async function firstRows(track: Track, count: number): Promise<number> {
  await track.page.evaluate((asked) => contestant.prepare(asked), count)
  await rest(track.page)
  await track.cdp.send('HeapProfiler.collectGarbage')
  await rest(track.page)
  return spent(track, () => contestant.show(), 'laid out')
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
