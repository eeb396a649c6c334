import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { fakePlatform } from '../testing/fake-platform.ts'
import { rig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'
import { longPolling } from '../transports/long-polling.ts'
import { polling } from '../transports/polling.ts'

/** An inbox whose first snapshot is on its way until `release`. */
function waiting(options: Parameters<typeof rig>[0] = {}) {
  const made = rig(options)
  let release = (_answer?: { readonly status: number }) => {}
  const held = new Promise<{ readonly status: number } | undefined>((resolve) => {
    release = resolve
  })
  made.platform.levers.before = ({ url }) => (url.includes('/snapshot') ? held : undefined)
  made.platform.log.append(sampleAdded('first'))
  made.inbox.start()
  return { ...made, release }
}

const saidOn = ({ platform }: ReturnType<typeof rig>, index: number) =>
  platform.connections[index]?.said.map((frame) => (frame.type === 'resume' ? [frame.type, frame.offset] : frame.type))

test('the socket is dialled beside the first snapshot, and resumes from where that was', async () => {
  const made = waiting()
  const { inbox, platform, time, release, of } = made
  await time.advance(0)
  expect([inbox.getSnapshot().status.phase, saidOn(made, 0)]).toEqual(['loading', ['auth']])
  release()
  await time.advance(0)
  expect([inbox.getSnapshot().status.phase, saidOn(made, 0)]).toEqual(['live', ['auth', ['resume', 1]]])
  platform.append(sampleAdded('second'))
  await time.advance(0)
  expect([of('received').flat(), inbox.getSnapshot().length]).toMatchObject([[{ id: 'second' }], 2])
})

test('a position that is known is said right behind the token, before any answer', async () => {
  const platform = fakePlatform(virtualTime())
  let isSilent = false
  const socket: typeof platform.socket = (url, events) =>
    platform.socket(url, isSilent ? { ...events, received() {} } : events)
  const made = rig({ platform, host: { socket } })
  platform.log.append(sampleAdded('first'))
  made.inbox.start()
  await made.time.advance(0)
  isSilent = true
  platform.connections[0]?.cut()
  await made.time.advance(250)
  expect(saidOn(made, 1)).toEqual(['auth', ['resume', 1]])
})

test('a snapshot that fails is asked again, and the socket that waits for it stays', async () => {
  const made = waiting()
  const { inbox, platform, time, release } = made
  await time.advance(0)
  release({ status: 503 })
  delete platform.levers.before
  await time.advance(250)
  expect([inbox.getSnapshot().status.phase, platform.connections.length]).toEqual(['live', 1])
  expect(saidOn(made, 0)).toEqual(['auth', ['resume', 1]])
})

test('sockets that close at once do not hold the snapshot up', async () => {
  const { inbox, platform, time, release } = waiting()
  platform.levers.noSockets = true
  await time.advance(5_000)
  release()
  await time.advance(0)
  expect([inbox.getSnapshot().length, inbox.getSnapshot().status.phase]).toEqual([1, 'connecting'])
})

test.each([
  ['polling', polling()],
  ['long polling', longPolling()],
])('by %s nothing is called live before there is a snapshot', async (_name, transport) => {
  const { inbox, platform, time, release } = waiting({ transports: [transport] })
  await time.advance(20_000)
  expect([inbox.getSnapshot().status.phase, platform.requests.length]).toEqual(['loading', 1])
  release()
  await time.advance(0)
  expect([inbox.getSnapshot().status.phase, inbox.getSnapshot().length]).toEqual(['live', 1])
})

test('stopped before the snapshot came, a socket says nothing more', async () => {
  const made = waiting()
  await made.time.advance(0)
  const stop = made.inbox.start()
  stop()
  made.release()
  await made.time.advance(1_000)
  expect([saidOn(made, 0), made.inbox.getSnapshot().position]).toEqual([['auth'], undefined])
})
