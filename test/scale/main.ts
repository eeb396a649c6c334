import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sum, type Tally, tallyLine } from '../run/part.ts'
import { chance } from '../tools/chance.ts'
import { numberAfter } from '../tools/flags.ts'
import { redisPath } from '../tools/redis.ts'
import { type Engines, oneRedis, threeNodes } from './engines.ts'
import { trial } from './trial.ts'

/**
 * `npm run test:scale [-- --seconds N] [--seed N]`: three servers on one Redis, then on a cluster of three, under load, while servers and
 * engines are killed and connections cut. Brings its own Redis. `--seconds` is how long each of the two is troubled; default 30.
 */
async function main(): Promise<void> {
  redisPath()
  const seconds = numberAfter('--seconds') ?? 30
  const seed = numberAfter('--seed') ?? Date.now() % 1_000_000
  const tallies: Tally[] = []
  for (const [at, engines] of [oneRedis, threeNodes].entries())
    tallies.push(await tried(engines, { seconds, seed: seed + at }))
  process.stdout.write(`${tallyLine(sum(tallies))}\n`)
  process.exit(sum(tallies).failed === 0 ? 0 : 1)
}

async function tried(
  make: () => Promise<Engines>,
  options: { readonly seconds: number; readonly seed: number },
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'minibell-scale-'))
  const engines = await make()
  try {
    const { told, checks } = await trial(engines, {
      ...options,
      random: chance(options.seed),
      file: (name, value) => {
        const path = join(folder, name)
        writeFileSync(path, JSON.stringify(value))
        return path
      },
    })
    process.stdout.write(`${engines.name}, seed ${options.seed}: ${told}\n`)
    for (const { title, faults } of checks) {
      process.stdout.write(`${faults.length === 0 ? 'ok     ' : 'failed '}${title}\n`)
      for (const fault of faults.slice(0, 5)) process.stdout.write(`         ${fault}\n`)
    }
    const passed = checks.filter(({ faults }) => faults.length === 0).length
    return { passed, failed: checks.length - passed }
  } finally {
    await engines.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
