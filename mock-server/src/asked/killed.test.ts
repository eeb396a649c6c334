import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { seeded } from '../platform/index.ts'
import { type Load, loadOf, manyWorld } from './load.ts'

/** `MINIBELL_KILLS=50` runs the whole of it; every test run takes a slice. */
const kills = Number(process.env['MINIBELL_KILLS'] ?? '3')
const seed = Number(process.env['MINIBELL_SEED'] ?? Date.now() % 1_000_000)

const main = fileURLToPath(new URL('../faces/cli/main.ts', import.meta.url))
const children: ChildProcess[] = []
const folders: string[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

async function start(folder: string): Promise<{ readonly api: string; kill(): Promise<void> }> {
  const args = ['start', '--port', '0', '--json', '--data', join(folder, 'data'), '--world', join(folder, 'world.json')]
  const child = spawn(process.execPath, ['--conditions=minibell-source', main, ...args], { stdio: 'pipe' })
  children.push(child)
  const exit = once(child, 'exit')
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const failed = exit.then(() => Promise.reject(new Error(`The platform ended: ${said}`)))
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), failed])
  failed.catch(() => undefined)
  return {
    api: String(JSON.parse(line).api),
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** Resolves when so many more requests were answered, however fast the machine is. */
async function answered(load: Load, more: number): Promise<void> {
  const count = (): number => load.counts().sends + load.counts().receipts
  const goal = count() + more
  while (count() < goal) await new Promise((resolve) => setTimeout(resolve, 1))
}

test(
  `what was answered is there after ${kills} kills under load, once (seed ${seed})`,
  async () => {
    const random = seeded(seed)
    const folder = mkdtempSync(join(tmpdir(), 'minibell-killed-'))
    folders.push(folder)
    // Each pair is sent to once (MA-3): more of them than all rounds together send.
    const size = { senders: 8, persons: 50 + kills * 20 }
    writeFileSync(join(folder, 'world.json'), JSON.stringify(manyWorld(size)))
    const load: Load = loadOf({ ...size, random })
    for (let round = 0; round < kills; round += 1) {
      const { api, kill } = await start(folder)
      if (round > 0) await load.verify(api, 'news')
      const ended = load.run(api)
      await answered(load, 2 + Math.floor(random() * 120))
      await kill()
      await ended
    }
    const { api, kill } = await start(folder)
    // What any of the kills had lost would be missing still.
    await load.verify(api, 'all')
    await kill()
    const { sends, receipts, broken } = load.counts()
    console.info(`seed ${seed}: ${sends} sends and ${receipts} receipts were answered, ${broken} requests broke off`)
    expect(sends).toBeGreaterThan(kills)
    expect(receipts).toBeGreaterThan(kills)
  },
  180_000 + kills * 60_000,
)
