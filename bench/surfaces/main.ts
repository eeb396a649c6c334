import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundlePage } from '../../test/tools/bundle.ts'
import { launchChromium } from '../../test/tools/chromium.ts'
import { type Figures, measure } from './measure.ts'

// `npm run bench:surfaces [-- --check] [--quick]`: what a list of 100,000 rows costs in real Chromium, beside a list over TanStack's
// windowing in the same run. Figures are CPU time of the page's main thread, so that a busy machine does not decide. `--quick`: without
// the slow throttles.

const here = fileURLToPath(new URL('.', import.meta.url))
const bench = fileURLToPath(new URL('..', import.meta.url))
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const throttles = process.argv.includes('--quick') ? [1] : [1, 4, 6]

/** A figure that is reached when it is at most so large; by throttle. */
const goals: readonly {
  readonly what: string
  readonly name: keyof Figures
  readonly most: Readonly<Record<number, number>>
}[] = [
  { what: 'first rows of 100,000, ms', name: 'firstRows', most: { 1: 15, 6: 80 } },
  { what: 'scrolling 100,000: p95 frame, CPU ms', name: 'frameP95', most: { 1: 16.8, 6: 33.4 } },
  { what: 'scrolling 100,000: CPU ms a frame', name: 'cpuAFrame', most: { 1: 2 } },
  { what: 'scrolling 100,000: elements', name: 'nodes', most: { 1: 120 } },
  { what: 'one arrival at 1,000 rows, ms', name: 'arrivalAt1000', most: { 1: 4 } },
  { what: 'one arrival at 100,000 rows, ms', name: 'arrivalAt100000', most: { 1: 4 } },
  { what: 'burst of 1,000 while reading: longest frame, CPU ms', name: 'longestTaskInBurst', most: { 1: 50 } },
  { what: 'burst of 1,000 while reading: the row moved, px', name: 'moved', most: { 1: 0, 6: 0 } },
  { what: 'mark all at 100,000, ms', name: 'markAll', most: { 1: 16.7 } },
]

installRival()
const browser = await launchChromium()
let missed = 0
let reached = 0
for (const throttle of throttles) {
  const ours = await measure(browser, await bundlePage(`${here}minibell-page.ts`), throttle)
  const rival = await measure(browser, await bundlePage(`${here}tanstack-page.ts`), throttle)
  print(`At ${throttle}× CPU throttle: Minibell, and a bare list over TanStack Virtual`)
  for (const name of Object.keys(ours) as (keyof Figures)[])
    print(`  ${name.padEnd(20)} ${shown(ours[name])} ${shown(rival[name])}`)
  for (const { what, name, most } of goals) {
    const goal = most[throttle]
    if (goal === undefined) continue
    const isReached = ours[name] <= goal
    if (isReached) reached += 1
    else missed += 1
    print(
      `${isReached ? 'reached' : 'missed '}  ${what} at ${throttle}×: ${shown(ours[name]).trim()} (goal ${goal}, ratio ${shown(goal / ours[name]).trim()})`,
    )
  }
}
print('no figure  Courier’s and Novu’s lists: both draw only what their own services answer.')
await browser.close()
print(`${reached} passed, ${missed} failed`)
process.exitCode = process.argv.includes('--check') && missed > 0 ? 1 : 0

function shown(value: number): string {
  return (Number.isFinite(value) ? value.toFixed(2) : 'none').padStart(10)
}

/** Gets the rivals from the lock beside this folder, once. Throws one sentence when that fails. */
function installRival(): void {
  if (existsSync(`${bench}node_modules/@tanstack/virtual-core`)) return
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: bench,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0)
    throw new Error('Failed to install the rival in bench/: npm ci did not end well. Run it there, with a network.')
}
