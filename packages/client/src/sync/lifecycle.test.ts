import type { Lifecycle } from '@minibell/ports'
import { expect, test } from 'vitest'
import { liveRig, rig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'
import { polling } from '../transports/polling.ts'
import { webSocket } from '../transports/web-socket.ts'

test('falls back to the next transport after two failures, and returns to the first when shown', async () => {
  const { lifecycle, change } = hints()
  const { inbox, platform, time, of } = rig({
    transports: [webSocket(), polling({ everyMs: 3_000 })],
    host: { lifecycle },
  })
  platform.levers.noSockets = true
  inbox.start()
  await time.advance(2_000)
  expect([platform.connections.length, inbox.getSnapshot().status.phase]).toEqual([2, 'live'])
  platform.append(sampleAdded('a'))
  await time.advance(3_000)
  expect(of('received').flat()).toHaveLength(1)
  platform.levers.noSockets = false
  change({ visible: true })
  await time.advance(0)
  platform.append(sampleAdded('b'))
  await time.advance(0)
  expect(of('received').flat()).toHaveLength(2)
})

test('being shown distrusts a silent socket: it answers within five seconds or is replaced', async () => {
  const { lifecycle, change } = hints()
  const { platform, time, inbox } = await liveRig({ host: { lifecycle } })
  platform.connections[0]?.deafen()
  change({ visible: false })
  await time.advance(1_000)
  change({ visible: true })
  await time.advance(0)
  expect(platform.requests.filter(({ url }) => url.includes('/changes')).length).toBeGreaterThan(0)
  await time.advance(6_000)
  expect([platform.connections.length, inbox.getSnapshot().status.phase]).toEqual([2, 'live'])
})

test('says offline when the host does, and is live at once when it is online again', async () => {
  const { lifecycle, change } = hints()
  const { platform, time, inbox } = await liveRig({ host: { lifecycle } })
  platform.levers.noSockets = true
  change({ online: false })
  platform.connections[0]?.cut()
  await time.advance(20_000)
  expect(inbox.getSnapshot().status.phase).toBe('offline')
  platform.levers.noSockets = false
  change({ online: true })
  await time.advance(0)
  expect(inbox.getSnapshot().status.phase).toBe('live')
})

test('hidden for four seconds it has no connection and no timer; shown again it goes on', async () => {
  const { lifecycle, change } = hints()
  const { platform, time, inbox, of } = await liveRig({ host: { lifecycle } })
  await time.advance(1_000)
  change({ visible: false })
  await time.advance(3_000)
  platform.append(sampleAdded('a'))
  await time.advance(900)
  expect([of('received').length, platform.connections[0]?.isOpen()]).toEqual([1, true])
  await time.advance(200)
  expect([platform.connections[0]?.isOpen(), time.waiting()]).toEqual([false, 0])
  platform.append(sampleAdded('b'))
  const asked = platform.requests.length
  change({ online: false })
  change({ online: true })
  await time.advance(3_600_000)
  expect([platform.requests.length, time.waiting()]).toEqual([asked, 0])
  change({ visible: true })
  await time.advance(500)
  expect([of('received').flat(), inbox.getSnapshot().status.phase]).toMatchObject([[{ id: 'a' }, { id: 'b' }], 'live'])
  expect(of('resync')).toEqual([])
})

test('a look away that is shorter keeps the connection', async () => {
  const { lifecycle, change } = hints()
  const { platform, time } = await liveRig({ host: { lifecycle } })
  change({ visible: false })
  await time.advance(3_900)
  change({ visible: true })
  await time.advance(10_000)
  expect([platform.connections.length, platform.connections[0]?.isOpen()]).toEqual([1, true])
})

test('what was marked while hidden is told when it is shown', async () => {
  const { lifecycle, change } = hints()
  const { platform, time, inbox } = await liveRig({ host: { lifecycle } })
  platform.append(sampleAdded('a'))
  await time.advance(1_000)
  change({ visible: false })
  await time.advance(6_000)
  inbox.markRead(['a'])
  await time.advance(60_000)
  expect([inbox.getSnapshot().unread, platform.log.counts().unread]).toEqual([0, 1])
  change({ visible: true })
  await time.advance(1_000)
  expect([inbox.getSnapshot().unread, platform.log.counts().unread]).toEqual([0, 0])
})

test('opened in the background it fetches the inbox, then sleeps until it is shown', async () => {
  const { lifecycle, change } = hints()
  change({ visible: false })
  const { time, inbox } = await liveRig({ host: { lifecycle } })
  await time.advance(6_000)
  expect([inbox.getSnapshot().position, time.waiting()]).toEqual([{ epoch: 'e1', offset: 0 }, 0])
  change({ visible: true })
  await time.advance(500)
  expect(inbox.getSnapshot().status.phase).toBe('live')
})

function hints() {
  let now = { visible: true, online: true }
  const listeners = new Set<() => void>()
  const lifecycle: Lifecycle = {
    visible: () => now.visible,
    online: () => now.online,
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const change = (next: Partial<typeof now>) => {
    now = { ...now, ...next }
    for (const listener of listeners) listener()
  }
  return { lifecycle, change }
}
