import { join } from 'node:path'
import type { Clock } from '@minibell/ports'
import type { SnapshotShelf } from '../../../api/control/snapshot-shelf.ts'
import { createPlatform, WorldError } from '../../../platform/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { StorePort } from '../../../platform/store.ts'
import { memoryStore } from '../../../store/memory.ts'
import { type Listening, type ListenOptions, listen, realClock, realTimers } from '../../server/index.ts'
import { ownFile } from '../../server/own-files.ts'
import { snapshotFolder } from '../../server/snapshot-folder.ts'
import { type Command, type Io, Sentence } from '../command.ts'
import type { Given } from '../given.ts'
import { greetingOf, greetingText } from '../greeting.ts'
import { readJsonFile } from '../json-file.ts'
import { type StartOptions, startOptions } from './start-options.ts'

/** Serves until Ctrl-C. */
export const startCommand: Command = {
  name: 'start',
  takes: '',
  summary: 'Starts the platform: send APIs, delivery, control and the demo on one port',
  options: {
    port: { type: 'string', value: 'N', says: 'port, 0 for any free one (default 4510)' },
    host: { type: 'string', value: 'H', says: 'address to bind (default 127.0.0.1: this machine only)' },
    data: { type: 'string', value: 'DIR', says: 'keep everything in this folder (default: in memory)' },
    world: { type: 'string', value: 'FILE', says: 'world to start with, a JSON file (default: the demo world)' },
    demo: { type: 'string', value: 'DIR', says: 'folder of the built demo, served at /demo/' },
    clock: {
      type: 'string',
      value: 'TIME',
      says: '"real", "frozen", or ISO 8601 with a zone to start at (default real)',
    },
    prefix: { type: 'string', value: 'PATH', says: 'answer /v2/… below this path too, as some tenants do' },
    'allow-origin': {
      type: 'string',
      multiple: true,
      value: 'O',
      says: 'web origin that may call besides this server; may be repeated',
    },
    'control-token': {
      type: 'string',
      value: 'T',
      says: 'what /control/v1 asks for (default: made up when bound beyond this machine)',
    },
    quiet: { type: 'boolean', says: 'print nothing but errors' },
    json: { type: 'boolean', says: 'print one line of JSON instead of text' },
  },
  run: start,
}

async function start(given: Given, io: Io): Promise<number> {
  const options = startOptions(given)
  const kept = await storageOf(options)
  try {
    const listening = await open(options, { ...kept, io })
    greet(listening, options, io)
    await untilStopped(io)
    await listening.close()
    return 0
  } finally {
    await kept.close()
  }
}

interface Storage {
  readonly store: StorePort
  readonly snapshots?: SnapshotShelf
  close(): Promise<void>
}

/** The driver is loaded only where it is asked for. */
async function storageOf({ data }: StartOptions): Promise<Storage> {
  if (data === undefined) return { store: memoryStore(), close: async () => undefined }
  const { openSqliteStore } = await import('../../../store/sqlite/index.ts')
  const store = openSqliteStore(data)
  return { store, snapshots: snapshotFolder(join(data, 'snapshots')), close: store.close }
}

async function open(
  options: StartOptions,
  { store, snapshots, io }: Storage & { readonly io: Io },
): Promise<Listening> {
  const platform = await platformOf(options, store)
  const { port, host, demo, allowOrigins, prefix, controlToken } = options
  const settings: ListenOptions = {
    port,
    host,
    allowOrigins,
    report: (error, context) => io.warn(`A bug of the mock platform (${context}): ${stackOf(error)}`),
    ...(snapshots && { snapshots }),
    ...(demo !== undefined && { demoDir: demo }),
    ...(prefix !== undefined && { openApi: { prefix } }),
    ...(controlToken !== undefined && { controlToken }),
  }
  return listen(platform, settings)
}

async function platformOf({ world: file, clock }: StartOptions, store: StorePort): Promise<Platform> {
  const what = file === undefined ? 'the demo world' : 'the world'
  const world = await readJsonFile(file ?? ownFile('worlds/demo.json'), { verb: 'start', what })
  try {
    const options = { store, clock: clockOf(clock), timers: realTimers }
    return await createPlatform({ ...options, world: clock.kind === 'frozen' ? stillAt(world, clock.at) : world })
  } catch (error) {
    if (error instanceof WorldError) throw new Sentence(error.message, { cause: error })
    throw error
  }
}

/** The machine's clock, standing still, or moved so that it is `at` now; then it runs on. */
function clockOf(clock: StartOptions['clock']): Clock {
  if (clock.kind === 'real') return realClock
  if (clock.kind === 'frozen') return { now: () => clock.at }
  const offset = clock.at - realClock.now()
  return { now: () => realClock.now() + offset }
}

function stillAt(world: unknown, at: number): unknown {
  const isRecord = typeof world === 'object' && world !== null && !Array.isArray(world)
  return isRecord ? { ...world, clock: { at, running: false } } : world
}

function greet({ url, port, controlToken }: Listening, { output }: StartOptions, io: Io): void {
  const greeting = greetingOf(url, controlToken)
  if (output === 'text') io.print(`${greetingText(greeting)}\n`)
  if (output === 'json') io.print(`${JSON.stringify({ ...greeting, port })}\n`)
}

function untilStopped({ stopped }: Io): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) resolve()
    else stopped.addEventListener('abort', () => resolve(), { once: true })
  })
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
