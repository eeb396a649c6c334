import { createClient } from '@redis/client'
import { ownRedis } from '../../test/tools/redis.ts'
import { type Goal, goalLine, isReached } from '../server/goals.ts'
import { phonesAt, sendAll } from './load.ts'
import { type Measured, measured } from './process.ts'

// `npm run bench:scale [-- --check] [--quick]`: sends and pushes of one, two and three processes on one Redis with an
// append-only file, beside one process in memory and beside bare appends of the same bytes. Figures are of processor time, ours and the engine's.

const isQuick = process.argv.includes('--quick')
const size = { senders: 100, persons: 200 }
const warm = isQuick ? 500 : 1_500
const sends = isQuick ? 2_000 : 6_000
const goals: Goal[] = []
/** Processor time is what is asked for: a disk that is waited for costs none. */
const everySecond = ['--appendfsync', 'everysec']
const print = (line: string): void => void process.stdout.write(`${line}\n`)

interface Unit {
  /** Microseconds of our processors for a send, and of the engine's. */
  readonly oursUs: number
  readonly engineUs: number
}

const memory = await sendsOf('memory', 1)
const bare = await bareAppends()
const units: Unit[] = []
for (const count of [1, 2, 3]) units.push(await sendsOf('redis', count))
const [one, , three] = units
const whole = ({ oursUs, engineUs }: Unit): number => oursUs + engineUs
goals.push({
  what: 'sends on Redis, of bare appends, per CPU second',
  ratio: whole(bare) / whole(one ?? memory),
  least: 0.5,
})
goals.push({
  what: 'cost of a send by one process, of that by three',
  ratio: whole(one ?? memory) / whole(three ?? memory),
  least: 0.85,
})
print(`a send on Redis costs ${(whole(one ?? memory) / whole(memory)).toFixed(1)} times one in memory`)
for (const goal of goals) print(goalLine(goal))
const missed = goals.filter((goal) => !isReached(goal)).length
print(`${goals.length - missed} passed, ${missed} failed`)
process.exit(process.argv.includes('--check') && missed > 0 ? 1 : 0)

async function sendsOf(kind: 'memory' | 'redis', count: number): Promise<Unit> {
  const redis = kind === 'redis' ? await ownRedis(everySecond) : undefined
  const processes: Measured[] = []
  for (let at = 0; at < count; at += 1) processes.push(await measured(kind, redis?.url ?? '', size))
  const ports = processes.map(({ port }) => port)
  // Each process is as warm as the one of another run.
  const from = warm * count
  await sendAll(ports, { ...size, from: 0, count: from })
  const before = await infoOf(redis?.url)
  const plain = await costOf(processes, redis?.url, () => sendAll(ports, { ...size, from, count: sends }))
  const after = await infoOf(redis?.url)
  const phones = await phonesAt(ports, size.persons)
  const told = await costOf(processes, redis?.url, () => sendAll(ports, { ...size, from: from + sends, count: sends }))
  const pushUs = Math.max(
    0,
    (told.oursUs + told.engineUs - plain.oursUs - plain.engineUs) * (sends / Math.max(1, phones.heard())),
  )
  const { accepted, asked, p50Ms, p99Ms } = plain.sends
  const bytes = redis ? `, ${Math.round((after.bytes - before.bytes) / sends)} bytes of the engine an item` : ''
  print(
    `${kind} × ${count}: a send ${Math.round(plain.oursUs)} µs ours + ${Math.round(plain.engineUs)} µs engine (${Math.round(1e6 / (plain.oursUs + plain.engineUs))} a CPU second), p50 ${p50Ms.toFixed(0)} p99 ${p99Ms.toFixed(0)} ms, ${accepted} of ${asked} accepted${bytes}; a push ${Math.round(pushUs)} µs, ${phones.heard()} of ${sends} heard`,
  )
  goals.push({ what: `${kind} × ${count}: share accepted`, ratio: accepted / asked, least: 0.99 })
  phones.close()
  for (const each of processes) await each.stop()
  await redis?.stop()
  return plain
}

async function bareAppends(): Promise<Unit> {
  const redis = await ownRedis(everySecond)
  const process = await measured('appends', redis.url, size)
  await process.append(warm)
  const { oursUs, engineUs } = await costOf([process], redis.url, () => process.append(sends))
  print(
    `bare appends: ${Math.round(oursUs)} µs ours + ${Math.round(engineUs)} µs engine (${Math.round(1e6 / (oursUs + engineUs))} a CPU second)`,
  )
  await process.stop()
  await redis.stop()
  return { oursUs, engineUs }
}

/** Of each of the sends that `work` makes. */
async function costOf<Result>(
  processes: readonly Measured[],
  url: string | undefined,
  work: () => Promise<Result>,
): Promise<Unit & { readonly sends: Result }> {
  const ours = async (): Promise<number> => {
    const each = await Promise.all(processes.map((one) => one.cpuSeconds()))
    return each.reduce((sum, seconds) => sum + seconds, 0)
  }
  const [oursBefore, engineBefore] = [await ours(), await infoOf(url)]
  const result = await work()
  const [oursAfter, engineAfter] = [await ours(), await infoOf(url)]
  const per = 1e6 / sends
  return {
    sends: result,
    oursUs: (oursAfter - oursBefore) * per,
    engineUs: (engineAfter.seconds - engineBefore.seconds) * per,
  }
}

/** Processor seconds and bytes of the engine. */
async function infoOf(url: string | undefined): Promise<{ readonly seconds: number; readonly bytes: number }> {
  if (url === undefined) return { seconds: 0, bytes: 0 }
  const client = createClient({ url })
  await client.connect()
  const info = String(await client.sendCommand(['INFO']))
  client.destroy()
  const figure = (name: string): number => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1] ?? Number.NaN)
  return { seconds: figure('used_cpu_sys') + figure('used_cpu_user'), bytes: figure('used_memory') }
}
