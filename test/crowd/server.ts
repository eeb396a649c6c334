import { createPlatform, memoryStore } from '@minibell/mock'
import { listen, realClock, realTimers } from '@minibell/mock/server'
import { crowdWorld } from './world.ts'

// A listening platform in a process of its own: tells its address, then the bytes that it holds whenever it is asked.

const platform = await createPlatform({ store: memoryStore(), clock: realClock, timers: realTimers, world: crowdWorld })
const { url } = await listen(platform, { port: 0, fairness: { perAddress: 'off', perToken: 'off' } })
process.send?.({ url })
process.on('message', () => {
  // Exposed by the flag that the parent starts this with.
  const { gc } = globalThis as unknown as { gc(): void }
  gc()
  gc()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.({ bytes: heapUsed + external })
})
