import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Goal, goalLine, isReached } from '../server/goals.ts'
import { installRivals } from '../server/install.ts'
import type { Figures } from './cells.ts'

// `npm run bench [-- --check] [--quick]`: what the client costs a phone, beside what others cost it, as ratios. Sums are milliseconds of the
// processor that the page's own thread took, which a busy machine moves less than a clock; blocking times are by the clock, medians of many.

const isQuick = process.argv.includes('--quick')
const many = isQuick ? 20_000 : 100_000
const few = isQuick ? 2_000 : 10_000
const goals: Goal[] = []
const mine = new Map<string, Figures>()
const print = (line: string): void => void process.stdout.write(`${line}\n`)

installRivals()

const parsing = await figures('parsing-alone', many)
const arrivals = await mineOf('arrivals', many)
const bounded = await figures('arrivals-keeping-1000', many)
const pages = await mineOf('pages', many)
const little = await figures('changes', 1_000)
const changes = await figures('changes', many)
const large = await mineOf('marks', many)
const heap = await figures('heap', many)
const start = await figures('start', 1_000)
const wire = await figures('wire', 1)

const scale = many / 100_000
goals.push(
  within(`${many} arrivals one by one, each on screen, in ${1_000 * scale} ms`, 1_000 * scale, arrivals['ms']),
  within(`the same keeping 1,000`, 1_000 * scale, bounded['ms']),
  { what: 'no request for any of them', ratio: arrivals['requests'] === 0 ? 1 : 0, least: 1 },
  within(`${many} by pages in ${500 * scale} ms`, 500 * scale, pages['ms']),
  within(`mark all read of ${many} blocks 0.1 ms`, 0.1, large['allMs']),
  ...['added', 'marked', 'withdrawn'].map((type) =>
    within(
      `one item ${type} at ${many} costs no more than twice that at 1,000`,
      2 * (little[`${type}Ms`] ?? Number.NaN),
      changes[`${type}Ms`],
    ),
  ),
  within('800 bytes of heap an item', 800, heap['bytes']),
  within(
    'start from storage with 1,000 items in twice what reading and parsing it takes',
    2 * (start['floorMs'] ?? Number.NaN),
    start['ms'],
  ),
)
goals.push(
  within('a reconnect with nothing new in 600 bytes', 600, wire['reconnect']),
  within('a message in 1,000 bytes', 1_000, wire['message']),
  within('an idle hour in 20,000 bytes, headers included', 20_000, wire['idleHour']),
  // None is none: a goal of a ratio needs something to divide by.
  within('no timer while hidden', 1, 1 + (wire['timers'] ?? Number.NaN)),
)
print(`parsing ${many} frames alone: ${shown(parsing['ms'])} ms`)

const slow = isQuick ? 500 : 2_000
await beside('@trycourier/courier-ui-inbox', { cell: 'courier', count: few, paged: isQuick ? few : 30_000 })
await beside('@suprsend/web-sdk', { cell: 'suprsend', count: few, paged: many })
await beside('@novu/js, its store alone', { cell: 'novu', count: slow, paged: slow })
await beside('@knocklabs/client, its store alone', { cell: 'knock', count: slow, paged: slow })
// Where few are paged, parsing is nearly all there is: shown, and no goal.
await figures('suprsend-pages', few)
await mineOf('pages', few)

const { sizes } = await import('./sizes.ts')
const bytes = await sizes()
for (const [name, size] of Object.entries(bytes)) {
  print(`${name}: ${Number.isNaN(size) ? 'cannot be bundled here' : `${size} bytes, brotli`}`)
  if (name !== 'minibell')
    goals.push({ what: `smaller than ${name}`, ratio: size / (bytes['minibell'] ?? Number.NaN), least: 1 })
}

for (const goal of goals) print(goalLine(goal))
const missed = goals.filter((goal) => !isReached(goal)).length
print(`${goals.length - missed} passed, ${missed} failed`)
process.exit(process.argv.includes('--check') && missed > 0 ? 1 : 0)

function within(what: string, most: number, is: number | undefined): Goal {
  return { what, ratio: most / (is ?? Number.NaN), least: 1 }
}

/** The same number of messages one by one, and the mark of all of them; the same number by pages. */
async function beside(name: string, of: { cell: string; count: number; paged: number }): Promise<void> {
  const { cell, count, paged } = of
  const add = (what: string, theirs: number | undefined, ours: number | undefined): void =>
    void goals.push({ what: `${what}, of ${name}`, ratio: ratioOf(theirs, ours), least: 1 })
  const theirs = await figures(cell, count)
  const theirPages = await figures(`${cell}-pages`, paged)
  add(`${count} arrivals one by one, each on screen`, theirs['ms'], (await mineOf('arrivals', count))['ms'])
  add(`${paged} by pages`, theirPages['ms'], (await mineOf('pages', paged))['ms'])
  add(`mark all of ${count}`, theirs['allMs'], (await mineOf('marks', count))['allMs'])
}

/** Each of ours once a count. */
async function mineOf(cell: string, count: number): Promise<Figures> {
  const key = `${cell} ${count}`
  const found = mine.get(key) ?? (await figures(cell, count))
  mine.set(key, found)
  return found
}

function ratioOf(theirs: number | undefined, mine: number | undefined): number {
  return (theirs ?? Number.NaN) / (mine ?? Number.NaN)
}

/** A cell that fails has no figures, and its goals are missed. */
async function figures(cell: string, count: number): Promise<Figures> {
  const file = fileURLToPath(new URL('cell.ts', import.meta.url))
  const flags = ['--no-warnings', '--expose-gc', '--conditions=minibell-source']
  const child = spawn(process.execPath, [...flags, file, cell, String(count)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let failed = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    failed += text
  })
  const timer = setTimeout(() => child.kill(), 180_000)
  await once(child, 'close')
  clearTimeout(timer)
  const line = said.split('\n').find((one) => one.startsWith('{'))
  if (!line)
    print(
      `${cell} ${count}: no figure. ${failed.split('\n').find((one) => one.includes('Error')) ?? 'It took longer than three minutes.'}`,
    )
  // Cells say numbers by name.
  const found = line ? (JSON.parse(line) as Figures) : {}
  if (line)
    print(
      `${cell} ${count}: ${Object.entries(found)
        .map(([name, value]) => `${name} ${shown(value)}`)
        .join(', ')}`,
    )
  return found
}

function shown(value: number | undefined): string {
  return value === undefined ? '–' : value.toLocaleString('en', { maximumSignificantDigits: 4 })
}
