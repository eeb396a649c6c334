import { ids } from '../conformance/ids.ts'
import { type Options, type Outcome, run, runMutants } from '../conformance/run.ts'
import { command, type Ended } from '../run/command.ts'
import { sum, type Tally, tallyLine } from '../run/part.ts'
import { behindMsw, type Face, readArguments, type Wish } from './arguments.ts'
import { openFace } from './open-face.ts'

/**
 * `npm run conformance [-- --face NAME|all] [--store memory|sqlite|redis] [--id ID,…] [--third 0|1|2|any] [--mutants]`: asks the mock about every
 * statement. Several faces run as processes of their own, since two versions of MSW never share one; mutants are tried on the first face
 * only. With `--third` the faces behind MSW are asked a third of the statements, which is printed.
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

async function ask(face: Face, { only, store, mutants }: Wish): Promise<Tally> {
  const opened = await openFace(face, store)
  const options: Options = { ...opened.doors, print, ...(only && { only }) }
  try {
    const told = opened.run ? await opened.run({ only, print }) : await run(options)
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
async function askEach({ faces, only = ids, third, mutants }: Wish): Promise<Tally> {
  if (third !== undefined) print(`third ${third} of the statements behind MSW; again: --third ${third}`)
  const waiting = faces.map((face, at) => ({
    face,
    mutants: mutants && at === 0,
    only: third === undefined || !behindMsw.includes(face) ? only : only.filter((_, place) => place % 3 === third),
  }))
  const tallies: Tally[] = []
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) tallies.push(await askApart(one))
  }
  await Promise.all([worker(), worker()])
  return sum(tallies)
}

async function askApart(one: {
  readonly face: Face
  readonly mutants: boolean
  readonly only: readonly string[]
}): Promise<Tally> {
  const args = ['--face', one.face, ...(one.mutants ? ['--mutants'] : []), '--id', one.only.join(',')]
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
