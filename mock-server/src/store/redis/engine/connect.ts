import type { createClient, createCluster } from '@redis/client'
import type { Connection, Engine } from './engine.ts'
import { engineOn } from './engine.ts'
import { engineError, faultOf } from './engine-error.ts'
import type { RedisUrl } from './redis-url.ts'

interface Driver {
  readonly createClient: typeof createClient
  readonly createCluster: typeof createCluster
}

type Client = ReturnType<typeof createClient>

/** Longest wait between two tries to connect again. */
const mostWaitMs = 500
/** Without a byte for so long a connection is dead; pings keep a living one busy. */
const silentMs = 6_000

/** Connects, after a look at what is there. Rejects with `EngineError`, one sentence. */
export async function connect(url: RedisUrl): Promise<Engine> {
  const driver = await driverOf(url)
  const isCluster = await look(driver, url)
  const open = isCluster ? clusterConnection : clientConnection
  const [main, hearing, waiting] = await Promise.all([open(driver, url), open(driver, url), open(driver, url)])
  return engineOn({ main, hearing, waiting }, url.shown)
}

async function driverOf({ shown }: RedisUrl): Promise<Driver> {
  try {
    return await import('@redis/client')
  } catch (cause) {
    throw engineError('no-client', shown, {
      says: 'the package @redis/client is not installed. Run "npm install @redis/client".',
      cause,
    })
  }
}

/** Whether it is a cluster. Refuses what is older than 7. */
async function look(driver: Driver, url: RedisUrl): Promise<boolean> {
  let last: unknown
  for (const node of url.nodes) {
    const client = driver.createClient({
      ...optionsOf(url, node),
      socket: { ...socketOf(url, node), reconnectStrategy: false },
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return isCluster(String(await client.sendCommand(['INFO'])), url)
    } catch (error) {
      last = error
    } finally {
      client.destroy()
    }
  }
  throw unreachable(last, url)
}

function isCluster(info: string, { shown, database }: RedisUrl): boolean {
  const [, version = 'unknown'] = /redis_version:(\S+)/.exec(info) ?? []
  if (!(Number.parseInt(version, 10) >= 7))
    throw engineError('too-old', shown, { says: `its version is ${version}, and 7 or newer is needed. Start Redis 7.` })
  const isOne = /cluster_enabled:1/.test(info)
  if (isOne && database !== 0)
    throw engineError('wrong-url', shown, { says: `a cluster has no database ${database}. Leave "/${database}" out.` })
  return isOne
}

function unreachable(error: unknown, { shown }: RedisUrl): Error {
  const fault = faultOf(error, shown)
  if (fault.code !== 'away') return fault
  const message = error instanceof Error ? error.message || error.constructor.name : String(error)
  return engineError('unreachable', shown, {
    says: `nothing answers there as Redis does (${message}). Start it, or mend the URL.`,
    cause: error,
  })
}

function socketOf({ tls }: RedisUrl, node?: { readonly host: string; readonly port: number }) {
  const timing = { connectTimeout: 3_000, socketTimeout: silentMs, noDelay: true, reconnectStrategy: waitMs }
  return { ...node, ...timing, ...(tls && { tls: true as const }) }
}

function waitMs(tries: number): number {
  return Math.min(20 * 2 ** Math.min(tries, 8), mostWaitMs)
}

/** Nothing waits for a lost connection: whoever asks is told at once. */
function optionsOf(url: RedisUrl, node?: { readonly host: string; readonly port: number }) {
  const { username, password, database } = url
  return {
    RESP: 2 as const,
    socket: socketOf(url, node),
    disableOfflineQueue: true,
    pingInterval: 1_000,
    // One for each command costs more than the command; here nothing waits to be written, and a silent connection ends by itself.
    commandOptions: { timeout: 0 },
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(database > 0 && { database }),
  }
}

async function clientConnection(driver: Driver, url: RedisUrl): Promise<Connection> {
  const client = driver.createClient(optionsOf(url, url.nodes[0]))
  client.on('error', () => undefined)
  await connected(client, url)
  return {
    send: (_, args) => client.sendCommand(args),
    nodes: async () => [{ send: (args) => client.sendCommand(args) }],
    sSubscribe: (channel, listener) => client.sSubscribe(channel, listener),
    sUnsubscribe: (channel, listener) => client.sUnsubscribe(channel, listener),
    onReady: (listener) => void client.on('ready', listener),
    close: async () => client.destroy(),
  }
}

async function clusterConnection(driver: Driver, url: RedisUrl): Promise<Connection> {
  const cluster = driver.createCluster({
    RESP: 2,
    rootNodes: url.nodes.map((node) => ({ ...optionsOf(url, node) })),
    defaults: optionsOf(url),
    topologyRefreshOnReconnectionAttemptStrategy: 500,
  })
  cluster.on('error', () => undefined)
  await connected(cluster, url)
  return {
    send: (key, args) => cluster.sendCommand(key, false, [...args]),
    nodes: async () => {
      const clients = await Promise.all(cluster.masters.map((node) => cluster.nodeClient(node)))
      return clients.map((client) => ({ send: (args) => client.sendCommand([...args]) }))
    },
    sSubscribe: (channel, listener) => cluster.sSubscribe(channel, listener),
    sUnsubscribe: (channel, listener) => cluster.sUnsubscribe(channel, listener),
    onReady: (listener) => {
      cluster.on('node-ready', listener)
      cluster.on('sharded-channel-moved', listener)
    },
    close: async () => cluster.destroy(),
  }
}

async function connected(
  client: Pick<Client, 'connect' | 'destroy'> | { connect(): Promise<unknown>; destroy(): void },
  url: RedisUrl,
): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    client.destroy()
    throw unreachable(error, url)
  }
}
