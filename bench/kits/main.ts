import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Goal, goalLine, isReached } from '../server/goals.ts'

// `npm run bench:kits [-- --check]`: what a test suite pays for the mock. Milliseconds of the processor, each the least of several processes,
// since a busy machine only ever adds to them.

const root = fileURLToPath(new URL('../..', import.meta.url))
const main = `${root}mock-server/dist/index.js`
if (!existsSync(main)) spawnSync(process.execPath, ['test/tools/build.ts'], { cwd: root, stdio: 'ignore' })

const goals: Goal[] = []
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const first = least(() => run('first-send.ts', 5).map(({ ms }) => ms))
print(`import and first send: ${first.toFixed(0)} ms`)
goals.push({ what: 'import and first send in 400 ms', ratio: 400 / first, least: 1 })

const fresh = least(() => run('fresh-world.ts', 3).map(({ ms }) => ms))
print(`a fresh world: ${fresh.toFixed(2)} ms`)
goals.push({ what: 'a fresh world in 2 ms', ratio: 2 / fresh, least: 1 })

const restored = least(() => run('restore.ts', 3).map(({ ms }) => ms))
print(`a world restored: ${restored.toFixed(2)} ms`)
goals.push({ what: 'a restored world in 20 ms', ratio: 20 / restored, least: 1 })

const sends = run('intercepted.ts', 3)
const [ours, bare] = [least(() => sends.map(({ ms }) => ms)), least(() => sends.map(({ bareMs }) => bareMs))]
print(`a send through setupServer: ${ours.toFixed(2)} ms, a bare handler ${bare.toFixed(2)} ms`)
goals.push({ what: 'a send through setupServer in 1.3 × a bare handler', ratio: (1.3 * bare) / ours, least: 1 })

for (const goal of goals) print(goalLine(goal))
const missed = goals.filter((goal) => !isReached(goal)).length
print(`${goals.length - missed} passed, ${missed} failed`)
process.exit(process.argv.includes('--check') && missed > 0 ? 1 : 0)

function least(figures: () => readonly number[]): number {
  return Math.min(...figures())
}

/** What each of so many processes printed, as what a user's tests import: the published build. */
function run(file: string, times: number): readonly { readonly ms: number; readonly bareMs: number }[] {
  return Array.from({ length: times }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', file], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`Failed to measure ${file}: ${stderr}`)
    return JSON.parse(stdout)
  })
}
