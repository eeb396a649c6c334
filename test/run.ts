import { availableParallelism } from 'node:os'
import { script } from './run/command.ts'
import { type Meter, metered } from './run/cpu.ts'
import { lint } from './run/lint.ts'
import { failed, type Part, sum, type Tally, tallyLine } from './run/part.ts'
import { schedule } from './run/schedule.ts'
import { type Row, table } from './run/table.ts'
import { types } from './run/types.ts'
import { vitest } from './run/vitest.ts'

/**
 * `npm test [-- --only unit,lint]`: every part, as many side by side as there are cores. A table says what each took; the last line
 * counts all checks; a part that crashed or checked nothing is one failure.
 */
async function main(): Promise<void> {
  const rows: Row[] = []
  // Half a core more than there are: some always wait for a timer or a page.
  await schedule(chosen(process.argv.slice(2)), Math.max(2, availableParallelism()) + 0.5, async (part) => {
    rows.push(await timed(part))
  })
  const all = sum(rows.map(({ tally }) => tally))
  for (const line of table(rows, performance.now() / 1000)) print(line)
  print(`\n${tallyLine(all)}`)
  process.exitCode = all.failed === 0 ? 0 : 1
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const ours = (part: Omit<Part, 'run'>, file: string, ...args: string[]): Part => ({
  ...part,
  run: (print) => script(file, args, print),
})

/** `npm run conformance -- --face all --mutants` is the whole. */
const allFaces = ['--face', 'all', '--third', 'any', '--mutants']

/** Those that take long by themselves say so, that they start early; who reads what is built needs `build`. */
const parts: readonly Part[] = [
  ours({ name: 'build', cpuSeconds: 300 }, 'test/tools/build.ts'),
  types,
  lint,
  vitest({ name: 'unit:pure', cpuSeconds: 35 }, 'pure'),
  vitest({ name: 'unit:rest', cpuSeconds: 150, needs: ['build'] }, 'rest'),
  vitest({ name: 'browser', cpuSeconds: 200, cores: 0.5, needs: ['build'] }),
  ours({ name: 'conformance', cpuSeconds: 55, cores: 2 }, 'test/conformance-runner/main.ts', ...allFaces),
  ours({ name: 'fuzz', cpuSeconds: 20 }, 'test/fuzz/main.ts', '--count', '1000', '--seed', '1'),
  ours({ name: 'simulate', cpuSeconds: 10 }, 'test/simulator/main.ts', '--seeds', '8', '--random', '1', '--mutants'),
  ours({ name: 'walkthrough', cpuSeconds: 45, needs: ['build'] }, 'test/journeys/walkthrough.ts', '--mutants'),
  ours({ name: 'packages', cpuSeconds: 60, needs: ['build'] }, 'test/packages/main.ts'),
  ours({ name: 'size', cpuSeconds: 5, needs: ['build'] }, 'test/size/main.ts'),
]

function chosen(args: readonly string[]): readonly Part[] {
  const [flag, names] = args
  if (flag === undefined) return parts
  const known = parts.flatMap(namesOf)
  const wanted = names?.split(',') ?? []
  const unknown = wanted.filter((name) => !known.includes(name))
  if (flag !== '--only' || wanted.length === 0 || unknown.length > 0)
    throw new Error(
      `Failed to read "${args.join(' ')}". Give nothing, or --only with some of: ${[...new Set(known)].join(',')}.`,
    )
  return parts.filter((part) => namesOf(part).some((name) => wanted.includes(name)))
}

/** Its own and that of what it is a part of: `unit:pure` is meant by `unit`, too. */
const namesOf = ({ name }: Part): readonly string[] => [...new Set([name, name.split(':')[0] ?? name])]

async function timed(part: Part): Promise<Row> {
  const startedAt = performance.now()
  const meter: Meter = { seconds: 0 }
  const say = (line: string): void => print(`[${part.name}] ${line}`)
  const tally = await metered(meter, () => outcome(part, say))
  const wallSeconds = (performance.now() - startedAt) / 1000
  say(`${tallyLine(tally)} in ${wallSeconds.toFixed(1)} s`)
  return { name: part.name, wallSeconds, cpuSeconds: meter.seconds, tally }
}

async function outcome(part: Part, say: (line: string) => void): Promise<Tally> {
  try {
    const tally = await part.run(say)
    if (tally.passed + tally.failed > 0) return tally
    say('checked nothing')
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  return failed
}

await main()
