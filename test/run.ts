import { script } from './run/command.ts'
import { lint } from './run/lint.ts'
import { failed, type Part, sum, type Tally, tallyLine } from './run/part.ts'
import { types } from './run/types.ts'
import { vitest } from './run/vitest.ts'

/**
 * `npm test [-- --only unit,lint]`: every part in order, those of one stage side by side. The last line counts all checks; a
 * part that crashed or checked nothing is one failure.
 */
async function main(): Promise<void> {
  const tallies: Tally[] = []
  for (const stage of chosen(process.argv.slice(2))) tallies.push(...(await Promise.all(stage.map(timed))))
  const all = sum(tallies)
  process.stdout.write(`\n${tallyLine(all)}\n`)
  process.exitCode = all.failed === 0 ? 0 : 1
}

const ours = (name: string, file: string, ...args: string[]): Part => ({
  name,
  run: (print) => script(file, args, print),
})

/** What is built comes before those who read it; those who wait stand beside those who compute. */
const stages: readonly (readonly Part[])[] = [
  [types, lint, ours('build', 'test/tools/build.ts')],
  [vitest('unit'), vitest('browser')],
  [
    ours('conformance', 'test/conformance-runner/main.ts', '--face', 'all', '--mutants'),
    ours('fuzz', 'test/fuzz/main.ts', '--count', '1000', '--seed', '1'),
    ours('simulate', 'test/simulator/main.ts', '--seeds', '8', '--random', '1', '--mutants'),
    ours('walkthrough', 'test/journeys/walkthrough.ts', '--mutants'),
    ours('packages', 'test/packages/main.ts'),
  ],
  [ours('size', 'test/size/main.ts')],
]

function chosen(args: readonly string[]): readonly (readonly Part[])[] {
  const [flag, names] = args
  if (flag === undefined) return stages
  const known = stages.flat().map((part) => part.name)
  const wanted = names?.split(',') ?? []
  const unknown = wanted.filter((name) => !known.includes(name))
  if (flag !== '--only' || wanted.length === 0 || unknown.length > 0)
    throw new Error(`Failed to read "${args.join(' ')}". Give nothing, or --only with some of: ${known.join(',')}.`)
  return stages.map((stage) => stage.filter((part) => wanted.includes(part.name)))
}

async function timed(part: Part): Promise<Tally> {
  const startedAt = performance.now()
  const print = (line: string) => process.stdout.write(`[${part.name}] ${line}\n`)
  const tally = await outcome(part, print)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  print(`${tallyLine(tally)} in ${seconds} s`)
  return tally
}

async function outcome(part: Part, print: (line: string) => void): Promise<Tally> {
  try {
    const tally = await part.run(print)
    if (tally.passed + tally.failed > 0) return tally
    print('checked nothing')
  } catch (error) {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  return failed
}

await main()
