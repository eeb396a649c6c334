import { isMarked } from '@minibell/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outbox } from '../receipts/outbox.ts'
import { memoryStorage } from '../testing/memory-storage.ts'
import { rig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'

const steps = fc.array(
  fc.record({
    do: fc.constantFrom(
      ...(['add', 'add', 'add', 'wait', 'wait', 'cut', 'deafen', 'noHttp', 'noSockets', 'noReceipts', 'fair'] as const),
      ...(['read', 'readAll', 'dismiss', 'history', 'withdraw', 'trim', 'restart', 'stop'] as const),
    ),
    n: fc.nat(10_000),
  }),
  { size: 'max', maxLength: 60 },
)

type Steps = typeof steps extends fc.Arbitrary<infer All> ? All : never

/** The whole inbox, with sockets, requests, back-off and receipts, through bad weather and then a calm. */
async function live(all: Steps) {
  const { inbox, platform, time, of, reported } = rig({ keep: 6, outbox: outbox(memoryStorage()) })
  const { log, levers, connections } = platform
  const newest = (n: number) => log.items()[n % 8]?.id ?? 'none'
  const mine = (n: number) => inbox.getSnapshot().at(n % 8)?.id ?? 'none'
  const fair = (): void => {
    delete levers.before
    levers.noSockets = false
  }
  levers.pageSize = 7
  let epochs = 1
  let added = 0
  let stop = inbox.start()

  const act: Readonly<Record<Steps[number]['do'], (n: number) => unknown>> = {
    add(n) {
      const items = Array.from({ length: 1 + (n % 3) }, () => sampleAdded(`i${String(added++).padStart(4, '0')}`))
      platform.append(...items)
    },
    wait: (n) => time.advance(n),
    cut: () => connections[connections.length - 1]?.cut(),
    deafen: () => connections[connections.length - 1]?.deafen(),
    noHttp() {
      levers.before = () => Promise.reject(new Error('offline'))
    },
    noReceipts() {
      levers.before = ({ url }) => (url.endsWith('/receipts') ? { status: 503, body: '' } : undefined)
    },
    noSockets() {
      levers.noSockets = true
    },
    fair,
    read: (n) => inbox.markRead([mine(n)]),
    readAll: (n) => inbox.markAll(n % 2 ? 'seen' : 'read', n % 3 ? {} : { sender: 'kijani' }),
    dismiss: (n) => inbox.dismiss([mine(n)]),
    history: () => void inbox.history().catch(() => undefined),
    withdraw: (n) => platform.append({ type: 'withdrawn', itemId: newest(n) }),
    trim: (n) => log.trim(log.base() + (n % 5)),
    restart() {
      epochs += 1
      log.restart(`e1.${String(epochs).padStart(3, '0')}`)
      for (const one of connections) one.cut()
    },
    stop() {
      stop()
      stop = inbox.start()
    },
  }
  for (const step of all) {
    await act[step.do](step.n)
    await time.advance(step.n % 50)
  }
  fair()
  await time.advance(300_000)
  const shown = inbox.getSnapshot()
  stop()
  await time.advance(0)
  return { shown, log, received: of('received').flat(), reported, timers: time.waiting(), platform }
}

test('X-5: after bad weather the inbox is where the platform is, receipts included, and nothing was told twice', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { shown, log, received, reported, timers } = await live(all)
      const { total, unseen, unread, position, status } = shown
      const held = shown.slice(0, shown.length)
      expect(status).toEqual({ phase: 'live' })
      expect(position).toEqual(log.position())
      expect(held.map(({ id }) => id)).toEqual(
        log
          .items()
          .slice(0, held.length)
          .map(({ id }) => id),
      )
      expect({ total, unseen, unread }).toEqual(log.counts())
      expect(held.map((item) => shown.isRead(item))).toEqual(held.map(({ id }) => isMarked(log.marks(id), 'read')))
      const told = received.map((item) => (item as { readonly id: string }).id)
      expect(told).toEqual([...new Set(told)].sort())
      expect([reported, timers]).toEqual([[], 0])
    }),
    { numRuns: 150 },
  )
})
