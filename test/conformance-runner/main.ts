import { type Options, type Outcome, run, runMutants } from '../conformance/run.ts'
import { command, type Ended } from '../run/command.ts'
import { sum, type Tally, tallyLine } from '../run/part.ts'
import { type Face, readArguments, type Wish } from './arguments.ts'
import { openFace } from './open-face.ts'

/**
 * `npm run conformance [-- --face NAME|all] [--store memory|sqlite|redis] [--id ID] [--mutants]`: asks the mock about every statement. Several
 * faces run as processes of their own, since two versions of MSW never share one; mutants are tried on the first face only.
 */
async function main(): Promise<void> {
  const wish = readArguments(process.argv.slice(2))
  const [face, ...more] = wish.faces
  const tally = face && more.length === 0 ? await ask(face, wish) : await askEach(wish)
  print(tallyLine(tally))
  // Sockets of a platform that answered badly may still be open.
  process.exit(tally.failed === 0 ? 0 : 1)
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function ask(face: Face, { id, store, mutants }: Wish): Promise<Tally> {
  const opened = await openFace(face, store)
  const options: Options = { ...opened.doors, print, ...(id === undefined ? {} : { id }) }
  try {
    const told = opened.run ? await opened.run({ id, print }) : await run(options)
    return count([...told, ...(mutants ? await runMutants(options) : [])])
  } finally {
    await opened.close()
  }
}

function count(outcomes: readonly Outcome[]): Tally {
  const passed = outcomes.filter(({ word }) => word === 'passed').length
  return { passed, failed: outcomes.length - passed }
}

/** Two at a time; each face's lines stay together. */
async function askEach({ faces, id, mutants }: Wish): Promise<Tally> {
  const waiting = faces.map((face, at) => ({ face, mutants: mutants && at === 0 }))
  const tallies: Tally[] = []
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) tallies.push(await askApart(one, id))
  }
  await Promise.all([worker(), worker()])
  return sum(tallies)
}

async function askApart(
  one: { readonly face: Face; readonly mutants: boolean },
  id: string | undefined,
): Promise<Tally> {
  const args = ['--face', one.face, ...(one.mutants ? ['--mutants'] : []), ...(id === undefined ? [] : ['--id', id])]
  const self = 'test/conformance-runner/main.ts'
  const ended = await command(process.execPath, ['--conditions=minibell-source', self, ...args], () => {})
  const tally = readEnd(ended)
  print(`face ${one.face}`)
  for (const line of ended.lines.slice(0, tally ? -1 : undefined)) print(`  ${line}`)
  return tally ?? { passed: 0, failed: 1 }
}

function readEnd({ lines }: Ended): Tally | undefined {
  const found = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1) ?? '')
  return found ? { passed: Number(found[1]), failed: Number(found[2]) } : undefined
}

await main()
