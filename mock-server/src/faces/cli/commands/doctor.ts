import { access, constants, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { createPlatform } from '../../../platform/index.ts'
import { memoryStore } from '../../../store/memory.ts'
import { realClock } from '../../server/index.ts'
import { ownFile } from '../../server/own-files.ts'
import type { Command, Io } from '../command.ts'
import type { Given } from '../given.ts'
import { factOf, readJsonFile } from '../json-file.ts'
import { nodeFault } from '../node-version.ts'

/** Looks at everything that a start needs. */
export const doctor: Command = {
  name: 'doctor',
  takes: '',
  summary: 'Looks at all that a start needs, one line each; exit 1 when something is missing',
  options: {
    port: { type: 'string', value: 'N', says: 'port to look at (default 4510)' },
    data: { type: 'string', value: 'DIR', says: 'folder of the data to look at' },
    world: { type: 'string', value: 'FILE', says: 'world to look at (default: the demo world)' },
  },
  run: examine,
}

/** Answers a fact that is well; throws what is not. */
type Check = () => Promise<string>

async function examine(given: Given, io: Io): Promise<number> {
  const data = given.text('data')
  const checks: readonly (readonly [string, Check])[] = [
    ['Node', async () => nodeIsNew()],
    ['SQLite', sqlite],
    ['port', () => portIsFree(Number(given.text('port') ?? '4510'))],
    ...(data === undefined ? [] : [['data', () => dataOpens(data)] as const]),
    ['world', () => worldIsWhole(given.text('world'))],
  ]
  let failed = 0
  for (const [name, check] of checks) {
    try {
      io.print(`ok      ${name}: ${await check()}\n`)
    } catch (error) {
      failed += 1
      io.print(`failed  ${name}: ${factOf(error)}\n`)
    }
  }
  return failed === 0 ? 0 : 1
}

function nodeIsNew(): string {
  const fault = nodeFault(process.versions.node)
  if (fault !== undefined) throw new Error(fault)
  return process.versions.node
}

async function sqlite(): Promise<string> {
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(':memory:')
  const row = database.prepare('SELECT sqlite_version() AS version').get()
  database.close()
  return String(row?.['version'])
}

async function portIsFree(port: number): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ port, host: '127.0.0.1' }, resolve)
  }).catch(async (error: unknown) => {
    if (await isMinibell(port))
      throw new Error(`${port} has a Minibell that runs already. Use it, or choose another with --port.`)
    throw new Error(`${port} is not free (${factOf(error)}). Stop what uses it, or choose another with --port.`)
  })
  await new Promise((resolve) => server.close(resolve))
  return `${port} is free`
}

async function isMinibell(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/control/v1/info`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => undefined,
  )
  return (await answer?.text().catch(() => ''))?.includes('"minibell"') ?? false
}

async function dataOpens(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await access(folder, constants.R_OK | constants.W_OK)
  const { openSqliteStore } = await import('../../../store/sqlite/index.ts')
  await openSqliteStore(folder).close()
  return `${folder} can be written`
}

async function worldIsWhole(file: string | undefined): Promise<string> {
  const world = await readJsonFile(file ?? ownFile('worlds/demo.json'), { verb: 'read', what: 'the world' })
  await createPlatform({ store: memoryStore(), clock: realClock, world })
  return file ?? 'the demo world'
}
