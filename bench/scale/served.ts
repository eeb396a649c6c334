import { createPlatform, memoryStore, type StorePort } from '@minibell/mock'
import { openRedisStore } from '@minibell/mock/redis'
import { listen, realClock, realTimers } from '@minibell/mock/server'
import { createClient } from '@redis/client'
import { type Size, sendOf, worldOf } from '../server/world.ts'

// One process of the benchmark: `served.ts memory|redis|appends URL SENDERS PERSONS`. It tells its port, then its use of the processor.

const [kind = '', url = '', senders = '1', persons = '1'] = process.argv.slice(2)
const size: Size = { senders: Number(senders), persons: Number(persons) }

if (kind === 'appends') process.send?.({ port: 0 })
else process.send?.({ port: await minibell() })
process.on('message', (asked: { readonly appends?: number }) => void answerTo(asked))
process.on('disconnect', () => process.exit())

async function answerTo({ appends }: { readonly appends?: number }): Promise<void> {
  if (appends) await append(appends)
  process.send?.({ cpu: process.cpuUsage() })
}

async function minibell(): Promise<number> {
  const kept = kind === 'redis' ? await openRedisStore(url) : undefined
  const store: StorePort = kept ?? memoryStore()
  const platform = await createPlatform({ store, clock: kept ?? realClock, timers: realTimers, world: worldOf(size) })
  const { port } = await listen(platform, { port: 0, fairness: { perAddress: 'off', perToken: 'off' } })
  return port
}

/** The bytes of so many sends, each as one entry of a stream, 64 under way at a time. */
async function append(count: number): Promise<void> {
  const client = createClient({ url })
  await client.connect()
  let at = 0
  const worker = async (): Promise<void> => {
    while (at < count) {
      const number = at
      at += 1
      await client.sendCommand(['XADD', `bare:${number % size.persons}`, '*', 'e', sendOf(number, size)])
    }
  }
  await Promise.all(Array.from({ length: 64 }, worker))
  client.destroy()
}
