import type { Chance } from '../tools/chance.ts'
import { askUntil, type Balancer, rest } from './ask.ts'
import { cutAll, type Engines } from './engines.ts'
import { listenTo } from './listener.ts'
import { loadOf } from './load.ts'
import { beginFile, fileFaults, webhookFaults } from './outbound.ts'
import { receiver } from './receiver.ts'
import { type Server, serverAt } from './server.ts'
import { faultsOf, heardFaults, rateFaults } from './verify.ts'
import { manyWorld } from './world.ts'

interface Check {
  readonly title: string
  readonly faults: readonly string[]
}

const size = { senders: 12, persons: 60 }
const phones = 12

/** Three servers, a load, and trouble for so many seconds; then everything that was acknowledged is looked for. */
export async function trial(
  engines: Engines,
  {
    seconds,
    random,
    file,
  }: { readonly seconds: number; readonly random: Chance; readonly file: (name: string, value: unknown) => string },
): Promise<{ readonly told: string; readonly checks: readonly Check[] }> {
  const world = file('world.json', manyWorld(size))
  const bugs: string[] = []
  const said = (line: string): void => void (/bug of/i.test(line) && bugs.push(line))
  const servers = Array.from({ length: 3 }, () => serverAt({ store: engines.url, world, said }))
  const balance: Balancer = () => {
    const up = servers.flatMap((server) => server.api() ?? [])
    return up.length === 0 ? undefined : random.pick(up)
  }
  const told = await receiver(() => random.is(0.2))
  try {
    await Promise.all(servers.map((server) => server.start()))
    for (const rule of ['MA-3', 'MA-17', 'MA-14'])
      await askUntil(balance, `PUT /control/v1/rules/${rule}`, { body: { enabled: false } })
    await putWebhook(balance, told.url)
    const listeners = Array.from({ length: phones }, (_, at) => listenTo(balance, `p${at}`))
    const load = loadOf(balance, { ...size, chance: random })
    const endsAt = performance.now() + seconds * 1_000
    const isOver = (): boolean => performance.now() > endsAt
    const loaded = load.run(isOver)
    const jobId = await beginFile(balance, size.persons)
    const done = await trouble(engines, { servers, random, isOver })
    await loaded
    await Promise.all(servers.map((server) => (server.api() === undefined ? server.start() : undefined)))
    const inboxes = await faultsOf(balance, { sent: load.sent, persons: size.persons })
    const [webhooks, filed] = [
      await webhookFaults(balance, told, { sent: load.sent, sender: 'm0', persons: size.persons }),
      await fileFaults(balance, jobId, size.persons),
    ]
    const heard = await caughtUp(balance, listeners)
    for (const listener of listeners) listener.stop()
    const connections = listeners.reduce((count, { heard: { connections: own } }) => count + own, 0)
    const receipts = load.sent.reduce((count, { read }) => count + read.size, 0)
    return {
      told: `${load.sent.length} sends and ${receipts} receipts, ${load.broken()} without an answer, ${load.tooFast()} too fast; ${connections} connections of ${phones} phones; ${done}`,
      checks: [
        {
          title: 'every acknowledged send and receipt is there, none twice, the same request is answered the same',
          faults: inboxes,
        },
        {
          title: 'phones that reconnected to any server heard every change once, in order, without a resync',
          faults: heard,
        },
        { title: 'the rate of 200 messages a second was never exceeded', faults: rateFaults(load.sent, 'hot', 200) },
        { title: 'every webhook of an acknowledged item and of a withdrawal came, under one id', faults: webhooks },
        { title: 'the file send went on to its end, once to everybody', faults: filed },
        { title: 'no server reported a bug', faults: bugs },
      ],
    }
  } finally {
    for (const server of servers) await server.kill()
    told.stop()
  }
}

function putWebhook(balance: Balancer, url: string): Promise<unknown> {
  const body = {
    id: 'told',
    url,
    secret: 'a secret of the trial',
    sender: 'm0',
    events: ['item.delivered', 'item.withdrawn'],
  }
  return askUntil(balance, 'PUT /control/v1/webhooks/told', { body })
}

/** Phones that are on their way have a while to hear the rest. */
async function caughtUp(
  balance: Balancer,
  listeners: readonly ReturnType<typeof listenTo>[],
): Promise<readonly string[]> {
  let faults: readonly string[] = []
  for (let tries = 0; tries < 20; tries += 1) {
    faults = (await Promise.all(listeners.map(({ heard }) => heardFaults(balance, heard)))).flat()
    if (faults.length === 0) return faults
    await rest(1_000)
  }
  return faults
}

/** Kills, restarts and cuts by chance; answers how often. */
async function trouble(
  { nodes }: Engines,
  {
    servers,
    random,
    isOver,
  }: { readonly servers: readonly Server[]; readonly random: Chance; readonly isOver: () => boolean },
): Promise<string> {
  const counts = { kills: 0, restarts: 0, cuts: 0 }
  const starting: Promise<void>[] = []
  while (!isOver()) {
    await rest(400 + random.below(1_200))
    const [what, server, node] = [random.next(), random.pick(servers), random.pick(nodes)]
    if (what < 0.4 && server.api() !== undefined && servers.filter((one) => one.api() !== undefined).length > 1) {
      counts.kills += 1
      await server.kill()
      starting.push(server.start())
    } else if (what < 0.6) {
      counts.restarts += 1
      await node.restart()
    } else {
      counts.cuts += 1
      await cutAll(node)
    }
  }
  await Promise.all(starting)
  return `${counts.kills} servers killed, ${counts.restarts} engines killed, connections cut ${counts.cuts} times`
}
