import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { failed, passed, sum, type Tally, tallyLine } from '../run/part.ts'
import { launchChromium } from '../tools/chromium.ts'
import { type ServedDemo, servedDemo } from './stage/served-demo.ts'
import { slowWire } from './stage/slow-wire.ts'
import { type Mutant, mutants, slowMutants, stories, type ToldStep, tellWalkthrough } from './stage/told-walkthrough.ts'

const { values: asked } = parseArgs({
  options: {
    shots: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    id: { type: 'string' },
    'slow-wire-ms': { type: 'string', default: '0' },
  },
})

/**
 * `npm run walkthrough [-- --shots DIR] [--mutants] [--id ID] [--slow-wire-ms N]`: plays the demo's walkthroughs in a real Chromium
 * against a listening platform. With `--mutants` they are also played with a rule off that is their point, and must fail at the step
 * that says so. On a slow wire each request of the page waits up to N ms, so that what races another loses now and then.
 */
async function main(): Promise<void> {
  const browser = await launchChromium()
  try {
    const all = sum(await sideBySide(plays().map((play) => () => play(browser))))
    print([tallyLine(all)])
    process.exitCode = all.failed === 0 && all.passed > 0 ? 0 : 1
  } finally {
    await browser.close()
  }
}

function plays(): readonly ((browser: Browser) => Promise<Tally>)[] {
  const isAsked = ({ id }: { readonly id: string }): boolean => (asked.id ?? id) === id
  const ids = asked.id === undefined ? stories : [asked.id]
  const without = asked.mutants ? [...mutants, ...slowMutants].filter(isAsked) : []
  return [
    ...without.map((mutant) => (browser: Browser) => playMutant(browser, mutant)),
    ...ids.map((id) => (browser: Browser) => play(browser, id)),
  ]
}

/** A walkthrough mostly waits for timers of the page: three at a time. */
async function sideBySide<Value>(acts: readonly (() => Promise<Value>)[]): Promise<readonly Value[]> {
  const waiting = [...acts]
  const drain = async (): Promise<Value[]> => {
    const values: Value[] = []
    for (let act = waiting.shift(); act; act = waiting.shift()) values.push(await act())
    return values
  }
  return (await Promise.all([drain(), drain(), drain()])).flat()
}

const print = (lines: readonly string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''))

async function play(browser: Browser, id: string): Promise<Tally> {
  const steps = await inDemo(browser, (page) => tellWalkthrough(page, { id, shots: asked.shots }))
  print(
    steps.map(
      (step) => `${id}/${step.step} ${step.id} ${step.failed === undefined ? 'passed' : `failed: ${step.failed}`}`,
    ),
  )
  return sum(steps.map((step) => (step.failed === undefined ? passed : failed)))
}

async function playMutant(browser: Browser, { id, rule, step }: Mutant): Promise<Tally> {
  const steps = await inDemo(browser, (page, demo) =>
    tellWalkthrough(page, {
      id,
      before: async () => void (await demo.call('PUT', `/control/v1/rules/${rule}`, { enabled: false })),
    }),
  )
  const died = steps.find(({ failed: why }) => why !== undefined)
  const isCaught = died?.id === step
  const fate = died ? `fails at ${died.id}` : 'survives'
  print([
    `${id} without ${rule} ${fate}: ${isCaught ? 'passed' : `failed: ${died?.failed ?? `nothing fails at ${step}`}`}`,
  ])
  return isCaught ? passed : failed
}

async function inDemo(
  browser: Browser,
  tell: (page: Page, demo: ServedDemo) => Promise<readonly ToldStep[]>,
): Promise<readonly ToldStep[]> {
  const demo = await servedDemo()
  const page = await browser.newPage({ viewport: { width: 1366, height: 800 } })
  try {
    await slowWire(page, Number(asked['slow-wire-ms']))
    await page.goto(`${demo.url}/demo/`)
    await page.locator('.bench').waitFor()
    return await tell(page, demo)
  } finally {
    await page.close()
    await demo.close()
  }
}

await main()
