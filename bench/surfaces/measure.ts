import type { Browser, CDPSession, Page } from 'playwright-core'
import type {} from './contestant.ts'

/** Ms unless named otherwise; NaN where the browser gave no figure. */
export interface Figures {
  readonly firstRows: number
  readonly arrivalAt1000: number
  readonly arrivalAt100000: number
  readonly markAll: number
  readonly frameP95: number
  readonly cpuAFrame: number
  readonly nodes: number
  readonly longestTaskInBurst: number
  /** Px that the row being read moved in a burst of 1,000 arrivals. */
  readonly moved: number
  readonly heapMiB: number
}

/** Everything about one list at one throttle; a page for each figure that another could disturb. */
export async function measure(browser: Browser, script: string, throttle: number): Promise<Figures> {
  const on = async <Value>(count: number, act: (page: Page, cdp: CDPSession) => Promise<Value>): Promise<Value> => {
    const page = await browser.newPage({ viewport: { width: 360, height: 720 } })
    await page.setContent('<!doctype html><html lang="en"><title>Bench</title><body style="margin:0"></body></html>')
    await page.addScriptTag({ content: script, type: 'module' })
    await page.waitForFunction(() => 'contestant' in globalThis)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
    if (count) await page.evaluate((rows) => contestant.show(rows), count)
    const value = await act(page, cdp)
    await page.close()
    return value
  }
  const arrivalAt = (count: number): Promise<number> => on(count, (page) => median(page, () => contestant.receive(1)))
  const scrolled = await on(100_000, scrollFigures)
  return {
    firstRows: await on(0, firstRows),
    arrivalAt1000: await arrivalAt(1000),
    arrivalAt100000: await arrivalAt(100_000),
    markAll: await on(100_000, (page) => once(page, () => contestant.markAll())),
    ...scrolled,
    ...(await on(100_000, burstFigures)),
  }
}

async function firstRows(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await contestant.show(100_000)
    const end = performance.now()
    return end - (performance.getEntriesByName('show')[0]?.startTime ?? Number.NaN)
  })
}

async function once(page: Page, act: () => Promise<void>): Promise<number> {
  return median(page, act, 1)
}

async function median(page: Page, act: () => Promise<void>, times = 21): Promise<number> {
  return page.evaluate(
    async (given) => {
      // The text is a function of this module.
      const run = new Function(`return (${given.act})()`) as () => Promise<void>
      const spent: number[] = []
      for (let time = 0; time < given.times; time += 1) {
        await new Promise((resume) => requestAnimationFrame(() => setTimeout(resume)))
        const startedAt = performance.now()
        await run()
        spent.push(performance.now() - startedAt)
      }
      return spent.sort((one, other) => one - other)[given.times >> 1] ?? Number.NaN
    },
    { act: String(act), times },
  )
}

/** Two seconds of a steady flick through the list. */
async function scrollFigures(
  page: Page,
  cdp: CDPSession,
): Promise<Pick<Figures, 'frameP95' | 'cpuAFrame' | 'nodes' | 'heapMiB'>> {
  const busy = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN
    return (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration')) * 1000
  }
  const before = await busy()
  const { frames, nodes } = await page.evaluate(async () => {
    const spent: number[] = []
    let last = 0
    let most = 0
    for (let frame = 0; frame < 120; frame += 1) {
      const at = await new Promise<number>((resume) => requestAnimationFrame(resume))
      if (last) spent.push(at - last)
      last = at
      contestant.scrollBy(90)
      most = Math.max(most, contestant.nodes())
    }
    return { frames: spent, nodes: most }
  })
  const spent = (await busy()) - before
  const heap = await page.evaluate(
    // Only Chromium has it.
    () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? Number.NaN,
  )
  frames.sort((one, other) => one - other)
  return {
    frameP95: frames[Math.floor(frames.length * 0.95)] ?? Number.NaN,
    cpuAFrame: spent / 120,
    nodes,
    heapMiB: heap / 1_048_576,
  }
}

/** 1,000 arrivals in ten frames, while the reader is in the middle of the list. */
async function burstFigures(page: Page): Promise<Pick<Figures, 'longestTaskInBurst' | 'moved'>> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resume) => requestAnimationFrame(() => setTimeout(resume)))
    contestant.scrollBy(50_000)
    for (let turn = 0; turn < 5; turn += 1) await frame()
    let longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    }).observe({ type: 'longtask' })
    const { name, top } = contestant.reading()
    for (let turn = 0; turn < 10; turn += 1) {
      await contestant.receive(100)
      await frame()
    }
    await frame()
    return { longestTaskInBurst: longest, moved: Math.abs((contestant.topOf(name) ?? Number.NaN) - top) }
  })
}
