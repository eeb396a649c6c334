import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { failed, passed, sum, type Tally, tallyLine } from '../run/part.ts'
import { launchChromium } from '../tools/chromium.ts'
import { type ServedDemo, servedDemo } from './stage/served-demo.ts'
import { type Mutant, mutants, slowMutants, stories, type ToldStep, tellWalkthrough } from './stage/told-walkthrough.ts'

/**
 * `npm run walkthrough [-- --shots DIR] [--mutants] [--id ID]`: plays the demo's walkthroughs in a real Chromium against a listening
 * platform. With `--mutants` they are also played with a rule off that is their point, and must fail at the step that says so.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { shots: { type: 'string' }, mutants: { type: 'boolean', default: false }, id: { type: 'string' } },
  })
  const browser = await launchChromium()
  try {
    const tallies: Tally[] = []
    for (const id of values.id ? [values.id] : stories) tallies.push(await play(browser, { id, shots: values.shots }))
    if (values.mutants)
      for (const mutant of [...mutants, ...slowMutants].filter(({ id }) => (values.id ?? id) === id))
        tallies.push(await playMutant(browser, mutant))
    const all = sum(tallies)
    print(tallyLine(all))
    process.exitCode = all.failed === 0 && all.passed > 0 ? 0 : 1
  } finally {
    await browser.close()
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function play(
  browser: Browser,
  story: { readonly id: string; readonly shots: string | undefined },
): Promise<Tally> {
  const steps = await inDemo(browser, async (page) => tellWalkthrough(page, story))
  for (const { step, id, failed: why } of steps)
    print(`${story.id}/${step} ${id} ${why === undefined ? 'passed' : `failed: ${why}`}`)
  return sum(steps.map(({ failed: why }) => (why === undefined ? passed : failed)))
}

async function playMutant(browser: Browser, { id, rule, step }: Mutant): Promise<Tally> {
  const steps = await inDemo(browser, (page, demo) =>
    tellWalkthrough(page, {
      id,
      before: async () => void (await demo.call('PUT', `/control/v1/rules/${rule}`, { enabled: false })),
    }),
  )
  const died = steps.find(({ failed: why }) => why !== undefined)
  const asExpected = died?.id === step
  print(`${id} without ${rule} ${died ? `fails at ${died.id}` : 'survives'}: ${asExpected ? 'passed' : 'failed'}`)
  return asExpected ? passed : failed
}

async function inDemo(
  browser: Browser,
  tell: (page: Awaited<ReturnType<Browser['newPage']>>, demo: ServedDemo) => Promise<readonly ToldStep[]>,
): Promise<readonly ToldStep[]> {
  const demo = await servedDemo()
  const page = await browser.newPage({ viewport: { width: 1366, height: 800 } })
  try {
    await page.goto(`${demo.url}/demo/`)
    await page.locator('.bench').waitFor()
    return await tell(page, demo)
  } finally {
    await page.close()
    await demo.close()
  }
}

await main()
