import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '@minibell/ports'
import type { SnapshotShelf } from '../../../api/control/snapshot-shelf.ts'
import { createPlatform, WorldError } from '../../../platform/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { StorePort } from '../../../platform/store.ts'
import { memoryStore } from '../../../store/memory.ts'
import { type KeyPair, type Listening, type ListenOptions, listen, realClock, realTimers } from '../../server/index.ts'
import { ownFile } from '../../server/own-files.ts'
import { snapshotFolder } from '../../server/snapshot-folder.ts'
import { type Command, type Io, Sentence } from '../command.ts'
import type { Given } from '../given.ts'
import { greetingOf, greetingText } from '../greeting.ts'
import { readJsonFile } from '../json-file.ts'
import { keyPairOf } from './key-pair.ts'
import { type StartOptions, startOptions } from './start-options.ts'

/** Serves until Ctrl-C. */
export const startCommand: Command = {
  name: 'start',
  takes: '',
  summary: 'Starts the platform: send APIs, delivery, control, console and the demo on one port',
  options: {
    port: { type: 'string', value: 'N', says: 'port, 0 for any free one (default 4510)' },
    host: { type: 'string', value: 'H', says: 'address to bind (default 127.0.0.1: this machine only)' },
    store: {
      type: 'string',
      value: 'URL',
      says: 'keep everything in Redis 7 at redis[s]://HOST:PORT, with any number of these processes; nodes of a cluster with commas',
    },
    data: { type: 'string', value: 'DIR', says: 'keep everything in this folder (default: in memory)' },
    world: { type: 'string', value: 'FILE', says: 'world to start with, a JSON file (default: the demo world)' },
    demo: { type: 'string', value: 'DIR', says: 'folder of the built demo, served at /demo/' },
    clock: {
      type: 'string',
      value: 'TIME',
      says: '"real", "frozen", or ISO 8601 with a zone to start at (default real)',
    },
    prefix: { type: 'string', value: 'PATH', says: 'answer /v2/… below this path too, as some tenants do' },
    profile: {
      type: 'string',
      value: 'P',
      says: '"source": the sources’ older revision to the letter; "current": the newer (default: as the world says)',
    },
    tls: { type: 'boolean', says: 'HTTPS with a certificate made for this machine, or with the two files below' },
    'tls-cert': { type: 'string', value: 'FILE', says: 'certificate, PEM, with those between it and its root' },
    'tls-key': { type: 'string', value: 'FILE', says: 'its key, PEM' },
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
    'client-rate': {
      type: 'string',
      value: 'N',
      says: 'requests a second of one address or token, or "off" (default 1000, this machine’s address uncounted)',
    },
    quiet: { type: 'boolean', says: 'print nothing but errors' },
    json: { type: 'boolean', says: 'print one line of JSON instead of text' },
  },
  run: start,
}

async function start(given: Given, io: Io): Promise<number> {
  const options = startOptions(given)
  await demoIsThere(options)
  const kept = await storageOf(options)
  try {
    const tls = await keyPairOf(options.tls)
    const listening = await open(options, { ...kept, io, tls })
    greet(listening, {
      output: options.output,
      certificate: options.tls.kind === 'self-made' ? tls?.cert : undefined,
      io,
    })
    await untilStopped(io)
    await listening.close()
    return 0
  } finally {
    await kept.close()
  }
}

async function demoIsThere({ demo }: StartOptions): Promise<void> {
  const found = demo === undefined || (await stat(demo).catch(() => undefined))?.isDirectory()
  if (!found)
    throw new Sentence(
      `Failed to start: the demo ${demo} is no folder. Build it with "npm run build", or leave --demo out.`,
    )
}

interface Storage {
  readonly store: StorePort
  readonly snapshots?: SnapshotShelf
  /** Of all processes at it. */
  readonly clock?: Clock
  close(): Promise<void>
}

/** The driver is loaded only where it is asked for. */
async function storageOf({ data, store: url }: StartOptions): Promise<Storage> {
  if (url !== undefined) {
    const { openRedisStore } = await import('../../../store/redis/index.ts')
    const store = await openRedisStore(url)
    return { store, snapshots: store.shelf, clock: store, close: store.close }
  }
  if (data === undefined) return { store: memoryStore(), close: async () => undefined }
  const { openSqliteStore } = await import('../../../store/sqlite/index.ts')
  const store = openSqliteStore(data)
  return { store, snapshots: snapshotFolder(join(data, 'snapshots')), close: store.close }
}

async function open(
  options: StartOptions,
  { store, snapshots, clock, io, tls }: Storage & { readonly io: Io; readonly tls: KeyPair | undefined },
): Promise<Listening> {
  const platform = await platformOf(options, { store, base: clock ?? realClock })
  const { port, host, demo, allowOrigins, prefix, profile, controlToken, clientRate } = options
  const settings: ListenOptions = {
    port,
    host,
    allowOrigins,
    report: (error, context) => io.warn(`A bug of the mock platform (${context}): ${stackOf(error)}`),
    ...(snapshots && { snapshots }),
    ...(demo !== undefined && { demoDir: demo }),
    ...(tls && { tls }),
    openApi: { ...(prefix !== undefined && { prefix }), ...(profile !== undefined && { profile }) },
    ...(controlToken !== undefined && { controlToken }),
    ...(clientRate !== undefined && { fairness: fairnessOf(clientRate) }),
  }
  return listen(platform, settings)
}

/** A rate that was asked for counts on this machine too. */
function fairnessOf(rate: number | 'off'): NonNullable<ListenOptions['fairness']> {
  const bounds = rate === 'off' ? rate : { perSecond: rate, concurrent: Math.max(10, rate) }
  return { perAddress: bounds, perToken: bounds, countOwn: true }
}

async function platformOf(
  { world: file, clock, profile }: StartOptions,
  { store, base }: { readonly store: StorePort; readonly base: Clock },
): Promise<Platform> {
  const what = file === undefined ? 'the demo world' : 'the world'
  const read = await readJsonFile(file ?? ownFile('worlds/demo.json'), { verb: 'start', what })
  const world = profile === undefined ? read : ofProfile(read, profile)
  try {
    const options = { store, clock: clockOf(clock, base), timers: realTimers }
    return await createPlatform({ ...options, world: clock.kind === 'frozen' ? stillAt(world, clock.at) : world })
  } catch (error) {
    if (error instanceof WorldError) throw new Sentence(error.message, { cause: error })
    throw error
  }
}

/** The machine's clock, standing still, or moved so that it is `at` now; then it runs on. */
function clockOf(clock: StartOptions['clock'], base: Clock): Clock {
  if (clock.kind === 'real') return base
  if (clock.kind === 'frozen') return { now: () => clock.at }
  const offset = clock.at - base.now()
  return { now: () => base.now() + offset }
}

function stillAt(world: unknown, at: number): unknown {
  return isRecord(world) ? { ...world, clock: { at, running: false } } : world
}

/** Of both platforms that have profiles. */
function ofProfile(world: unknown, profile: string): unknown {
  if (!isRecord(world)) return world
  const { openApi = {}, wechat = {} } = world
  return {
    ...world,
    openApi: isRecord(openApi) ? { ...openApi, profile } : openApi,
    wechat: isRecord(wechat) ? { ...wechat, profile } : wechat,
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function greet(
  { url, port, controlToken }: Listening,
  {
    output,
    certificate,
    io,
  }: { readonly output: StartOptions['output']; readonly certificate: string | undefined; readonly io: Io },
): void {
  const greeting = greetingOf(url, { controlToken, certificate })
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
