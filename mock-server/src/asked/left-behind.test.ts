import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { expect, test } from 'vitest'
import { createMockPlatform } from '../faces/in-process/index.ts'
import { handlers } from '../faces/msw/index.ts'
import { ask, demo, sendPath, service, startAt } from './asked.ts'
import { settled } from './recorded-socket.ts'

/** Through `setupServer` fewer, of which MSW itself takes most of the time. */
const rounds = { inProcess: 1_000, intercepted: 80 }

/** What keeps a process alive or holds a handle, by kind. */
function resources(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

const nobody = { opened: () => undefined, received: () => undefined, closed: () => undefined }

/** One test's worth: a world, a socket, a send, a session, time travel, the end. */
async function inProcessRound(): Promise<void> {
  const mock = await createMockPlatform({ world: demo, startAt })
  const socket = mock.socket('ws://minibell.test/delivery/v1/socket', nobody)
  socket.send(JSON.stringify({ type: 'auth', token: await mock.session({ person: 'amina' }) }))
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  await mock.clock.advance({ days: 1 })
  mock.close()
}

async function interceptedRound(): Promise<void> {
  const mock = await createMockPlatform({ world: demo, startAt })
  const server = setupServer(...handlers(mock, { origin: 'http://platform.test' }))
  server.listen()
  const answer = await ask(fetch, `POST http://platform.test${sendPath}`, { body: service })
  server.close()
  mock.close()
  if (answer.body.code !== 0) throw new Error(`The send was refused: ${JSON.stringify(answer.body)}`)
}

/** The same with nothing of ours: MSW keeps a handle of each request that it answers. */
async function bareRound(): Promise<void> {
  const server = setupServer(http.post(`http://platform.test${sendPath}`, () => HttpResponse.json({ code: 0 })))
  server.listen()
  await ask(fetch, `POST http://platform.test${sendPath}`, { body: service })
  server.close()
}

/** Bytes a round that stay, measured over the later half so that what is made once does not count. */
async function kept(round: () => Promise<void>, times: number): Promise<number> {
  for (let n = 0; n < times / 2; n += 1) await round()
  const before = heap()
  for (let n = 0; n < times / 2; n += 1) await round()
  return (heap() - before) / (times / 2)
}

/** After a collection where the process offers one; `setFlagsFromString` is how a running one does. */
function heap(): number {
  collect()
  return process.memoryUsage().heapUsed
}

const collect = await (async () => {
  const { setFlagsFromString } = await import('node:v8')
  const { runInNewContext } = await import('node:vm')
  setFlagsFromString('--expose-gc')
  // A new context has what the flag gives.
  return runInNewContext('gc') as () => void
})()

test('1,000 worlds in this process leave no socket, no timer and no memory', async () => {
  const before = resources()
  const bytes = await kept(inProcessRound, rounds.inProcess)
  await settled()
  expect(resources()).toEqual(before)
  // A world of the demo takes some 300 kB.
  expect(bytes).toBeLessThan(5_000)
})

test('worlds behind `setupServer` leave no more than bare handlers do', async () => {
  const grown = async (round: () => Promise<void>) => {
    await round()
    const before = resources()
    const bytes = await kept(round, rounds.intercepted)
    await settled()
    const after = resources()
    const handles = ['TCPSocketWrap', 'TCPServerWrap', 'Timeout', 'MessagePort'].map(
      (kind) => (after[kind] ?? 0) - (before[kind] ?? 0),
    )
    return { bytes, handles }
  }
  const bare = await grown(bareRound)
  const ours = await grown(interceptedRound)
  expect(ours.handles).toEqual(bare.handles)
  expect(ours.bytes - bare.bytes).toBeLessThan(60_000)
})
