import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { childOf } from './child.ts'
import { type Goal, goalLine, isReached } from './goals.ts'
import { installRivals } from './install.ts'
import { loadOn } from './load.ts'

// `npm run bench:server [-- --check] [--quick]`: what a send, a push and a start cost, beside the least that others do. Rates are for each
// second of the server's processor; a busy machine moves both sides of a ratio.

const isQuick = process.argv.includes('--quick')
const size = { senders: 100, persons: isQuick ? 500 : 2_000 }
const [warmMs, measuredMs] = isQuick ? [1_000, 2_000] : [3_000, 8_000]
const goals: Goal[] = []
const print = (line: string): void => void process.stdout.write(`${line}\n`)

installRivals()
const { push } = await import('./push.ts')

const rates: Record<string, number> = {}
for (const kind of ['echo', 'fastify', 'minibell-memory', 'minibell-sqlite']) rates[kind] = await rateOf(kind)
rates['in-process'] = await rateInProcess()
const of = (kind: string, rival: string): number => (rates[kind] ?? Number.NaN) / (rates[rival] ?? Number.NaN)
goals.push(
  { what: 'sends in memory, of the echo', ratio: of('minibell-memory', 'echo'), least: 0.5 },
  { what: 'sends on disk, of the echo', ratio: of('minibell-sqlite', 'echo'), least: 0.25 },
  { what: 'sends in process, of those over HTTP', ratio: of('in-process', 'minibell-memory'), least: 2 },
)
print(`Fastify with a schema, of the echo: ${of('fastify', 'echo').toFixed(2)}`)
rates.rules = await rateOfRules()
print(`the rules on content alone, of the echo: ${of('rules', 'echo').toFixed(2)}; every text is another`)

for (const sockets of [1_000, 5_000]) await pushTo(sockets)
await started()
await grown()

for (const goal of goals) print(goalLine(goal))
const missed = goals.filter((goal) => !isReached(goal)).length
print(`${goals.length - missed} passed, ${missed} failed`)
process.exit(process.argv.includes('--check') && missed > 0 ? 1 : 0)

async function rateOf(kind: string): Promise<number> {
  const child = await childOf(kind, size)
  const load = loadOn(child.port, { ...size, connections: 64 })
  await load.run(performance.now() + warmMs)
  const before = await child.cpuSeconds()
  const { asked, accepted } = await load.run(performance.now() + measuredMs)
  const after = await child.cpuSeconds()
  load.close()
  child.stop()
  const rate = asked / (after - before)
  print(`${kind}: ${Math.round(rate)} a CPU second, ${((accepted / asked) * 100).toFixed(2)} % of ${asked} accepted`)
  if (kind.startsWith('minibell')) goals.push({ what: `${kind}: share accepted`, ratio: accepted / asked, least: 0.99 })
  return rate
}

async function rateInProcess(): Promise<number> {
  const child = await childOf('in-process', size)
  const [warm, measured] = isQuick ? [2_000, 5_000] : [10_000, 30_000]
  await child.send(0, warm)
  const before = await child.cpuSeconds()
  await child.send(warm, warm + measured)
  const after = await child.cpuSeconds()
  child.stop()
  const rate = measured / (after - before)
  print(`in-process: ${Math.round(rate)} a CPU second`)
  return rate
}

/** What a send could reach at most, were all but the rules on its text free. */
async function rateOfRules(): Promise<number> {
  const child = await childOf('in-process', size)
  await child.judge(0, 10_000)
  const before = await child.cpuSeconds()
  await child.judge(10_000, 60_000)
  const rate = 50_000 / ((await child.cpuSeconds()) - before)
  child.stop()
  print(`rules on content: ${Math.round(rate)} texts a CPU second`)
  return rate
}

async function pushTo(sockets: number): Promise<void> {
  const pushes = Math.round((isQuick ? 30_000 : 150_000) / sockets)
  const bare = await push('ws', { sockets, pushes })
  const ours = await push('minibell-memory', { sockets, pushes })
  for (const [name, one] of [
    ['ws', bare],
    ['minibell', ours],
  ] as const)
    print(
      `push to ${sockets} by ${name}: ${Math.round(one.framesPerCpuSecond)} frames a CPU second, p50 ${one.p50Ms.toFixed(1)} ms, p99 ${one.p99Ms.toFixed(1)} ms`,
    )
  goals.push({
    what: `push to ${sockets}, of bare ws`,
    ratio: ours.framesPerCpuSecond / bare.framesPerCpuSecond,
    least: 0.8,
  })
}

/** From the command to its first line; the best of several, since others use the disk too. */
async function started(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const main = `${root}mock-server/dist/faces/cli/main.js`
  if (!existsSync(main)) spawnSync(process.execPath, ['test/tools/build.ts'], { cwd: root, stdio: 'ignore' })
  const readyMs = await best(() => untilOutput([main, 'start', '--port', '0', '--json']))
  const emptyMs = await best(() => untilOutput(['-e', 'console.log(1)']))
  print(`ready: ${readyMs.toFixed(0)} ms, an empty Node ${emptyMs.toFixed(0)} ms`)
  goals.push({ what: 'ready in 400 ms or 4 × an empty Node', ratio: Math.max(400, emptyMs * 4) / readyMs, least: 1 })
}

async function best(run: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < 5; at += 1) times.push(await run())
  return Math.min(...times)
}

async function untilOutput(args: readonly string[]): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  const said = await Promise.race([once(child.stdout, 'data').then(() => true), ended.then(() => false)])
  const ms = performance.now() - startedAt
  child.kill()
  await ended
  return said ? ms : Number.NaN
}

/** Bytes of an item in memory, and what a send costs when much is stored already. */
async function grown(): Promise<void> {
  const [few, many] = isQuick ? [1_000, 20_000] : [1_000, 100_000]
  const child = await childOf('in-process', size)
  await child.send(0, 5_000)
  const cost = async (from: number): Promise<number> => {
    const before = await child.cpuSeconds()
    await child.send(from, from + 5_000)
    return (await child.cpuSeconds()) - before
  }
  const early = await cost(5_000)
  const heap = await child.heap()
  await child.send(10_000, 10_000 + many)
  const bytes = ((await child.heap()) - heap) / many
  const late = await cost(10_000 + many)
  child.stop()
  print(
    `an item in memory: ${Math.round(bytes)} bytes at ${many + 10_000} items; the source of the goal names 1,000,000`,
  )
  print(`5,000 sends after ${few * 5}: ${early.toFixed(2)} s, after ${many + 10_000}: ${late.toFixed(2)} s`)
  goals.push({ what: `1.5 kB a stored item, at ${many + 10_000}`, ratio: 1_500 / bytes, least: 1 })
  goals.push({ what: `a send costs the same with ${many + 10_000} items stored`, ratio: early / late, least: 0.9 })
}
