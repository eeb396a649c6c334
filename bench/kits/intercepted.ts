import { createMockPlatform } from '@minibell/mock'
import { handlers } from '@minibell/mock/msw'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { answer, sendOf, worldOf } from '../server/world.ts'
import { cpuMs, tell } from './cpu.ts'

// The same request, body read and answered with the same JSON, in turns: a handler of a few lines, and the platform with every rule on.

const size = { senders: 100, persons: 200 }
const path = 'http://platform.test/miniapp/v1/messages/send'
const [warm, batch, turns] = [600, 300, 3]
let count = 0

const mock = await createMockPlatform({ world: worldOf(size) })
const ours = setupServer(...handlers(mock, { origin: 'http://platform.test' }))
const bare = setupServer(
  http.post(path, async ({ request }) => {
    await request.json()
    return HttpResponse.json(answer)
  }),
)

async function sends(server: typeof ours, times: number): Promise<void> {
  server.listen()
  for (let at = 0; at < times; at += 1) {
    const response = await fetch(path, { method: 'POST', body: sendOf(count, size) })
    const { code } = (await response.json()) as { readonly code: number }
    if (code !== 0 && code !== 2) throw new Error(`A send was refused with ${code}.`)
    count += 1
    // MA-5 counts recipients of a second; the platform's clock is moved past it.
    if (at % 100 === 99) await mock.clock.advance({ seconds: 2 })
  }
  server.close()
}

for (const server of [bare, ours]) await sends(server, warm)
const [times, bareTimes]: [number[], number[]] = [[], []]
for (let turn = 0; turn < turns; turn += 1) {
  bareTimes.push(await cpuMs(() => sends(bare, batch)))
  times.push(await cpuMs(() => sends(ours, batch)))
}
mock.close()
tell({ ms: Math.min(...times) / batch, bareMs: Math.min(...bareTimes) / batch })
