import { type Goal, goalLine, isReached } from '../server/goals.ts'
import { type Cost, least, whole } from './cost.ts'
import { type Measurement, measureAppends, measureSends } from './measure.ts'

/**
 * `npm run bench:scale [-- --check] [--quick]`: sends and pushes of one, two and three processes on one Redis with an append-only file, beside
 * one process in memory and beside bare appends. Figures are of processor time, ours and the engine's; the load's own is not counted.
 *
 * Each process has the same work in all of them: as many sends, as many under way, as warm. (It was the same work for all of them together,
 * so that of three each was a third as warm; and all that were under way went to one person, whose log then was what was measured.)
 * Three processes in memory, which share nothing, say what a busy machine alone does to three.
 * All kinds are measured in turn, and again; the least of each counts. A bare append is of the bytes of the request, the harder of two
 * readings; one of all the bytes that a send writes is printed beside it.
 */
const isQuick = process.argv.includes('--quick')
const rounds = isQuick ? 1 : 2
const counts = [1, 2, 3] as const
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const memories: Measurement[] = []
/** Three at once that share nothing but the machine, which is what makes them dearer than one. */
const alones: Measurement[] = []
const many: Record<number, Measurement[]> = { 1: [], 2: [], 3: [] }
const bares: Record<'request' | 'written' | 'served', Cost[]> = { request: [], written: [], served: [] }
for (let round = 0; round < rounds; round += 1) {
  memories.push(shown(await measureSends('memory', { count: 1, isQuick })))
  alones.push(shown(await measureSends('memory', { count: 3, isQuick })))
  for (const count of counts) many[count]?.push(shown(await measureSends('redis', { count, isQuick })))
  const bytes = many[1]?.[0]?.writtenBytes ?? 0
  // The names are those of the same type.
  for (const [what, cost] of Object.entries(await measureAppends({ bytes, isQuick })))
    bares[what as keyof typeof bares].push(cost)
}

const [memory, alone] = [least(memories), least(alones)]
const [one, two, three] = counts.map((count) => least(many[count] ?? [])) as [Measurement, Measurement, Measurement]
const [request, written, served] = [least(bares.request), least(bares.written), least(bares.served)]

print('\nthe least of each, µs of ours + of the engine, and so many a CPU second')
for (const [what, cost] of [
  ['a send, one process in memory', memory],
  ['a send, three in memory that share nothing', alone],
  ['a send, one process on Redis', one],
  ['a send, two processes', two],
  ['a send, three processes', three],
  ['a bare append of the request', request],
  [`a bare append of ${one.writtenBytes} bytes, which a send writes`, written],
  ['a request over HTTP, appended and answered', served],
] as const)
  print(`  ${what}: ${costText(cost)}`)
print(
  `  a push: ${[memory, one, two, three].map(({ pushUs }) => Math.round(pushUs)).join(', ')} µs (memory, one, two, three)`,
)
print(
  `a send on Redis costs ${ratio(one, memory)} times one in memory, of which ${ratio(served, one)} is a request over HTTP that is appended`,
)
print(
  `what Redis adds to a send is ${((whole(one) - whole(memory)) / whole(written)).toFixed(1)} bare appends of the bytes that it writes`,
)
print(
  `three processes that share nothing: one costs ${ratio(memory, alone)} of one of them, on Redis ${ratio(one, three)}; without what the machine does, ${((whole(one) / whole(three)) * (whole(alone) / whole(memory))).toFixed(2)}`,
)

const goals: Goal[] = [
  ...[...memories, ...alones, ...counts.flatMap((count) => many[count] ?? [])].map(({ name, share }) => ({
    what: `${name}: share accepted`,
    ratio: share,
    least: 0.99,
  })),
  ...[...memories, ...counts.flatMap((count) => many[count] ?? [])].map(({ name, heardShare }) => ({
    what: `${name}: share of pushes heard`,
    ratio: heardShare,
    least: 0.95,
  })),
  { what: 'sends on Redis, of bare appends, per CPU second', ratio: whole(request) / whole(one), least: 0.5 },
  { what: 'cost of a send by one process, of that by two', ratio: whole(one) / whole(two), least: 0.85 },
  { what: 'cost of a send by one process, of that by three', ratio: whole(one) / whole(three), least: 0.85 },
]
for (const goal of goals) print(goalLine(goal))
const missed = goals.filter((goal) => !isReached(goal)).length
print(`${goals.length - missed} passed, ${missed} failed`)
process.exit(process.argv.includes('--check') && missed > 0 ? 1 : 0)

function shown(one: Measurement): Measurement {
  print(`${one.name}: a send ${costText(one)}; ${one.told}`)
  return one
}

function costText(cost: Cost): string {
  return `${cost.oursUs.toFixed(0)} + ${cost.engineUs.toFixed(0)} µs (${Math.round(1e6 / whole(cost))} a CPU second)`
}

function ratio(over: Cost, under: Cost): string {
  return (whole(over) / whole(under)).toFixed(2)
}
