import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { bundlePage } from '../../test/tools/bundle.ts'
import { launchChromium } from '../../test/tools/chromium.ts'
import { type Felt, felt } from './felt.ts'
import { floor } from './floor.ts'
import { type Figures, measure, measureWhole } from './measure.ts'

// `npm run bench:surfaces [-- --check] [--quick]`: what a list of 100,000 rows costs in real Chromium, beside a list over TanStack's
// windowing, Courier's and Novu's, in the same run. Figures are CPU time of the page's main thread, so that a busy machine decides less; but
// Chromium slows a page by spinning for a share of the wall's time, so at 4× and 6× it decides all the same: run it in a quiet moment. What is felt
// first is by the clock on the wall, the best of three. `--quick`: without the slow throttles.

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

const feltGoals: readonly { readonly what: string; readonly of: (felt: Felt) => number; readonly most: number }[] = [
  { what: 'cold first load at 400 kbit/s and 400 ms: badge, ms', of: ({ whole }) => whole.badge, most: 2000 },
  { what: 'cold first load at 400 kbit/s and 400 ms: first bubble, ms', of: ({ whole }) => whole.bubble, most: 2000 },
  { what: 'stored inbox on screen: CPU ms of script at 6×', of: ({ storedScript }) => storedScript, most: 100 },
  { what: 'first bubble: CPU ms of script at 6×', of: ({ bubbleScript }) => bubbleScript, most: 250 },
]

/** As pages ship it: without names and comments. */
const script = (name: string): Promise<string> => bundlePage(`${here}${name}.ts`, { minify: true, sourcemap: false })

installRival()
const browser = await launchChromium()
let missed = 0
let reached = 0
for (const throttle of throttles) {
  const minibell = await script('minibell-page')
  const ours = await measure(browser, minibell, throttle)
  const least = await floor({ browser, script: minibell, throttle })
  const rival = await measure(browser, await script('rivals/tanstack-page'), throttle)
  print(`At ${throttle}× CPU throttle: Minibell, and a bare list over TanStack Virtual (load ${load()})`)
  for (const name of Object.keys(ours) as (keyof Figures)[])
    print(`  ${name.padEnd(20)} ${shown(ours[name])} ${shown(rival[name])}`)
  print(`  the same first rows as markup that stands ready: ${told(least)} ms, ratio ${told(least / ours.firstRows)}`)
  for (const { what, name, most } of goals) {
    const goal = most[throttle]
    if (goal !== undefined) tell(`${what} at ${throttle}×`, ours[name], goal)
  }
  if (throttle > 1) continue
  // What a list holds may not matter; the machine's noise may.
  for (const [what, few, many] of [
    ['all', ours.arrivalAt1000, ours.arrivalAt100000],
    ['only unread', ours.filteredAt1000, ours.filteredAt100000],
    ['by sender', ours.groupedAt1000, ours.groupedAt100000],
  ] as const)
    tell(`an arrival at 100,000 rows, ${what}, times one at 1,000, at ${throttle}×`, many / few, 1.3)
}
for (const [what, name] of Object.entries({ Courier: 'courier', Novu: 'novu' })) {
  const { firstRows, arrivalAt1000, nodes } = await measureWhole(browser, await script(`rivals/${name}-page`))
  print(`${what}’s list with 1,000 rows, which it draws all: first rows ${told(firstRows)} ms`)
  print(`  one arrival ${told(arrivalAt1000)} ms, ${nodes} elements`)
}
const first = await felt(browser)
for (const { what, of, most } of feltGoals) tell(what, of(first), most)
print(
  `no goal  the same, scripts as modules: badge ${told(first.parts.badge)} ms, first bubble ${told(first.parts.bubble)} ms`,
)
print(`load at the end ${load()} on ${availableParallelism()} cores`)
await browser.close()
print(`${reached} passed, ${missed} failed`)
process.exitCode = process.argv.includes('--check') && missed > 0 ? 1 : 0

function tell(what: string, found: number, goal: number): void {
  const isReached = found <= goal
  if (isReached) reached += 1
  else missed += 1
  const ratio = told(goal / found)
  print(`${isReached ? 'reached' : 'missed '}  ${what}: ${told(found)} (goal ${goal}, ratio ${ratio})`)
}

function load(): string {
  return (loadavg()[0] ?? Number.NaN).toFixed(1)
}

function told(value: number): string {
  return shown(value).trim()
}

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
