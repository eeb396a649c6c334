import * as client from '@minibell/client'
import { tallyLine } from '../run/part.ts'
import type { Wrongs } from './ledger.ts'
import { simulate } from './simulation.ts'

/**
 * `npm run simulate [-- --seeds N | --seed N]`: the real client on the real mock platform, in virtual time, through loss, repetition,
 * delay, disorder, cuts, new epochs, clock jumps and failing storage. `--seed` replays one with its trace.
 */
async function main(): Promise<void> {
  const one = given('--seed')
  const seeds = one === undefined ? range(given('--from') ?? 1, given('--seeds') ?? 2000) : [one]
  const sum = { deliveries: 0, faults: 0 }
  const wrongs: Wrongs = { lost: 0, repeated: 0, outOfOrder: 0, drift: 0, receiptsLost: 0, acrossPersons: 0, other: 0 }
  let failed = 0
  for (const seed of seeds) {
    const outcome = await simulate(seed, client)
    sum.deliveries += outcome.deliveries
    sum.faults += outcome.faults
    for (const [kind, count] of entries(outcome.wrongs)) wrongs[kind] += count
    const bad = entries(outcome.wrongs).filter(([, count]) => count > 0)
    if (one !== undefined) print(outcome.trace.join('\n'))
    if (bad.length === 0) continue
    failed += 1
    if (failed <= 20) print(`failed seed ${seed}: ${bad.map(([kind, count]) => `${kind} ${count}`).join(', ')}`)
  }
  print(`deliveries ${sum.deliveries}, faults ${sum.faults}, ${words(wrongs)}`)
  print(tallyLine({ passed: seeds.length - failed, failed }))
  process.exitCode = failed === 0 ? 0 : 1
}

function words({ lost, repeated, outOfOrder, drift, receiptsLost, acrossPersons, other }: Wrongs): string {
  return `lost = ${lost}, repeated = ${repeated}, out of order = ${outOfOrder}, unseen and unread drift = ${drift}, receipts lost = ${receiptsLost}, seen across persons = ${acrossPersons}, other = ${other}`
}

function entries(wrongs: Readonly<Wrongs>): readonly (readonly [keyof Wrongs, number])[] {
  return Object.entries(wrongs) as [keyof Wrongs, number][] // its own fields are those
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, place) => from + place)

function given(flag: string): number | undefined {
  const at = process.argv.indexOf(flag)
  if (at < 0) return undefined
  const value = Number(process.argv[at + 1])
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new Error(`Failed to read ${flag} ${process.argv[at + 1]}: it is no whole number. Give one.`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
