import { command, type OwnRedis, ownRedis } from '../tools/redis.ts'
import { rest } from './ask.ts'

/** One Redis, or a cluster of three on this machine. */
export interface Engines {
  readonly name: string
  readonly url: string
  readonly nodes: readonly OwnRedis[]
  stop(): Promise<void>
}

export async function oneRedis(): Promise<Engines> {
  const node = await ownRedis()
  return { name: 'one Redis', url: node.url, nodes: [node], stop: node.stop }
}

const slots = 16_384

/** Three nodes with a third of the slots each and no replicas: who is away is missed. */
export async function threeNodes(): Promise<Engines> {
  const own = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000', '--cluster-require-full-coverage', 'no']
  const nodes = await Promise.all([ownRedis(own), ownRedis(own), ownRedis(own)])
  const [first] = nodes
  for (const [at, node] of nodes.entries()) {
    const [from, to] = [Math.floor((slots * at) / 3), Math.floor((slots * (at + 1)) / 3) - 1]
    await command(node, ['CLUSTER', 'ADDSLOTSRANGE', String(from), String(to)])
    await command(node, ['CLUSTER', 'SET-CONFIG-EPOCH', String(at + 1)])
    if (first && at > 0) await command(first, ['CLUSTER', 'MEET', '127.0.0.1', String(node.port)])
  }
  for (const node of nodes)
    while (!/cluster_known_nodes:3/.test(await command(node, ['CLUSTER', 'INFO'])) || !(await isWhole(node)))
      await rest(50)
  return {
    name: 'a cluster of three',
    url: `redis://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    nodes,
    async stop() {
      for (const node of nodes) await node.stop()
    },
  }
}

async function isWhole(node: OwnRedis): Promise<boolean> {
  return /cluster_state:ok[\s\S]*cluster_slots_assigned:16384/.test(await command(node, ['CLUSTER', 'INFO']))
}

/** Ends every connection that somebody has to this node. */
export async function cutAll(node: OwnRedis): Promise<void> {
  for (const type of ['normal', 'pubsub'])
    await command(node, ['CLIENT', 'KILL', 'TYPE', type, 'SKIPME', 'yes']).catch(() => undefined)
}
