import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { createPlatform, memoryStore, type StorePort } from '@minibell/mock'
import { openRedisStore } from '@minibell/mock/redis'
import { listen, realClock, realTimers } from '@minibell/mock/server'
import { createClient } from '@redis/client'
import { answer, type Size, worldOf } from '../server/world.ts'
import { sendOf } from './sends.ts'

// One process of the benchmark: `served.ts memory|redis|appends|served URL SENDERS PERSONS`. It tells its port, then its use of the
// processor. `appends` appends by itself; `served` is the least that a server on the engine does: what is posted is appended and answered.

const [kind = '', url = '', senders = '1', persons = '1'] = process.argv.slice(2)
const size: Size = { senders: Number(senders), persons: Number(persons) }

/** As ours: a time-out for each command, which is the client's default, costs more than the command. */
const client = createClient({ ...(url !== '' && { url }), commandOptions: { timeout: 0 } })
if (kind === 'appends' || kind === 'served') await client.connect()

process.on('message', (asked: Asked) => void answerTo(asked))
process.on('disconnect', () => process.exit())
process.send?.({ port: kind === 'appends' ? 0 : await (kind === 'served' ? appendServer() : minibell()) })

interface Asked {
  readonly appends?: number
  /** Of each; without it those of a send. */
  readonly bytes?: number
}

async function answerTo({ appends, bytes }: Asked): Promise<void> {
  if (appends) await append(appends, bytes)
  process.send?.({ cpu: process.cpuUsage() })
}

function add(number: number, entry: string): Promise<unknown> {
  return client.sendCommand(['XADD', `bare:${number % size.persons}`, '*', 'e', entry])
}

async function appendServer(): Promise<number> {
  let number = 0
  const server = createServer(async (request, response) => {
    number += 1
    await add(number, await text(request))
    const body = JSON.stringify(answer)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  }).listen(0)
  await once(server, 'listening')
  // A bound TCP server has an address of this kind.
  return (server.address() as { readonly port: number }).port
}

async function minibell(): Promise<number> {
  const kept = kind === 'redis' ? await openRedisStore(url) : undefined
  const store: StorePort = kept ?? memoryStore()
  const platform = await createPlatform({ store, clock: kept ?? realClock, timers: realTimers, world: worldOf(size) })
  const { port } = await listen(platform, { port: 0, fairness: { perAddress: 'off', perToken: 'off' } })
  return port
}

/** So many entries of streams, 64 under way at a time. */
async function append(count: number, bytes?: number): Promise<void> {
  let at = 0
  const worker = async (): Promise<void> => {
    while (at < count) {
      const number = at
      at += 1
      await add(number, bytes === undefined ? sendOf(number, size) : 'x'.repeat(bytes))
    }
  }
  await Promise.all(Array.from({ length: 64 }, worker))
}
