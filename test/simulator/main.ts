import * as client from '@minibell/client'
import { tallyLine } from '../run/part.ts'
import { numberAfter } from '../tools/flags.ts'
import type { Wrongs } from './ledger.ts'
import { mutants, mutated } from './mutants.ts'
import { simulate } from './simulation.ts'

/** Seeds that a broken client gets until it is caught. */
const enough = 200

/**
 * `npm run simulate [-- --seeds N] [--from N] [--random N] [--seed N] [--mutants]`: the real client on the real mock platform, in virtual
 * time, through loss, repetition, delay, disorder, cuts, new epochs, clock jumps and failing storage. `--random` adds seeds that nobody
 * chose; `--seed` replays one with its trace; `--mutants` runs broken clients too, each of which has to be caught.
 */
async function main(): Promise<void> {
  const one = numberAfter('--seed')
  const chosen = one === undefined ? range(numberAfter('--from') ?? 1, numberAfter('--seeds') ?? 2000) : [one]
  const seeds = [...chosen, ...range(1_000_000 + (Date.now() % 1_000_000_000), numberAfter('--random') ?? 0)]
  const real = await all(seeds, one !== undefined)
  const caught = process.argv.includes('--mutants') ? await broken() : { passed: 0, failed: 0 }
  print(tallyLine({ passed: real.passed + caught.passed, failed: real.failed + caught.failed }))
  process.exitCode = real.failed + caught.failed === 0 ? 0 : 1
}

async function all(seeds: readonly number[], isTraced: boolean): Promise<{ passed: number; failed: number }> {
  const sum = { deliveries: 0, faults: 0 }
  const wrongs: Wrongs = { lost: 0, repeated: 0, outOfOrder: 0, drift: 0, receiptsLost: 0, acrossPersons: 0, other: 0 }
  let failed = 0
  for (const seed of seeds) {
    const outcome = await simulate(seed, client)
    sum.deliveries += outcome.deliveries
    sum.faults += outcome.faults
    for (const [kind, count] of entries(outcome.wrongs)) wrongs[kind] += count
    if (isTraced) print(outcome.trace.join('\n'))
    const fault = faultOf(outcome.wrongs)
    if (!fault) continue
    failed += 1
    print(`failed seed ${seed}: ${fault}. Replay: npm run simulate -- --seed ${seed}`)
  }
  print(`${seeds.length} seeds, deliveries ${sum.deliveries}, faults ${sum.faults}, ${words(wrongs)}`)
  return { passed: seeds.length - failed, failed }
}

async function broken(): Promise<{ passed: number; failed: number }> {
  let failed = 0
  for (const mutant of mutants) {
    const caught = await caughtBy(await mutated(mutant), mutant.seed)
    if (!caught) failed += 1
    print(caught ? `caught ${mutant.name} ${caught}` : `failed ${mutant.name}: not caught by ${enough} seeds`)
  }
  return { passed: mutants.length - failed, failed }
}

async function caughtBy(mutant: typeof client, known: number): Promise<string | undefined> {
  for (const seed of [known, ...range(1, enough)]) {
    const { wrongs } = await simulate(seed, mutant)
    const fault = faultOf(wrongs)
    if (fault) return `by seed ${seed}: ${fault}`
  }
  return undefined
}

function faultOf(wrongs: Readonly<Wrongs>): string {
  const bad = entries(wrongs).filter(([, count]) => count > 0)
  return bad.map(([kind, count]) => `${kind} ${count}`).join(', ')
}

function words({ lost, repeated, outOfOrder, drift, receiptsLost, acrossPersons, other }: Wrongs): string {
  return `lost = ${lost}, repeated = ${repeated}, out of order = ${outOfOrder}, unseen and unread drift = ${drift}, receipts lost = ${receiptsLost}, seen across persons = ${acrossPersons}, other = ${other}`
}

function entries(wrongs: Readonly<Wrongs>): readonly (readonly [keyof Wrongs, number])[] {
  return Object.entries(wrongs) as [keyof Wrongs, number][] // its own fields are those
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, place) => from + place)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
