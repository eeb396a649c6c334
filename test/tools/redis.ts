import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { createClient } from '@redis/client'

/** A Redis of ours on a port of this machine, with its own folder. */
export interface OwnRedis {
  readonly port: number
  /** `redis://127.0.0.1:PORT`. */
  readonly url: string
  readonly pid: number
  /** SIGKILL, then a new process on the same port and folder; resolves when it answers. */
  restart(): Promise<void>
  /** SIGKILL; `start` brings it back. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Ends it and removes its folder. */
  stop(): Promise<void>
}

/** Path of `redis-server`; installs Debian's package when there is none. Throws one sentence that says how to get one. */
export function redisPath(): string {
  const path = redisOnPath() ?? installed()
  if (path) return path
  throw new Error(
    'Failed to find redis-server: the PATH has none, and it could not be installed. Install Redis 7 (Debian: apt-get install redis-server).',
  )
}

export function redisOnPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return [...folders, '/usr/bin', '/usr/local/bin'].map((folder) => join(folder, 'redis-server')).find(isExecutable)
}

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' } } as const
  try {
    execFileSync('apt-get', ['update'], quiet)
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server'], quiet)
  } catch {
    return undefined
  }
  return redisOnPath()
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Keeps everything on disk before it answers, unless `more` says otherwise. */
export async function ownRedis(more: readonly string[] = []): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'minibell-redis-'))
  const port = await freePort()
  const kept = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...kept, ...more]
  const path = redisPath()
  let child = await started(path, args)
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  const start = async (): Promise<void> => {
    child = await started(path, args)
  }
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    get pid() {
      return child.pid ?? 0
    },
    kill,
    start,
    async restart() {
      await kill()
      await start()
    },
    async stop() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One command on a connection of its own. */
export async function command(node: OwnRedis, args: readonly string[]): Promise<string> {
  const client = createClient({ url: node.url, socket: { reconnectStrategy: false } })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return String(await client.sendCommand([...args]))
  } finally {
    client.destroy()
  }
}

async function started(path: string, args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  const ready = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      if (said.length < 40) said.push(line)
      if (/Ready to accept connections/.test(line)) resolve()
    })
  })
  const ended = once(child, 'exit').then(() => {
    throw new Error(`Failed to start redis-server: ${said.slice(-3).join(' | ')}`)
  })
  await Promise.race([ready, ended])
  ended.catch(() => undefined)
  return child
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A bound TCP server has an address of this kind.
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
