import { isMarked } from '@minibell/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outbox } from '../receipts/outbox.ts'
import { memoryStorage } from '../testing/memory-storage.ts'
import { type Rig, rig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'
import { cache } from './cache.ts'

const steps = fc.array(
  fc.record({
    do: fc.constantFrom(
      ...(['add', 'add', 'add', 'wait', 'wait', 'cut', 'offline', 'noReceipts', 'fair', 'quota', 'reload'] as const),
      ...(['reload', 'crash', 'read', 'readAll', 'dismiss', 'history', 'withdraw', 'readThere', 'restart'] as const),
    ),
    n: fc.nat(10_000),
  }),
  { size: 'max', maxLength: 60 },
)

type Steps = typeof steps extends fc.Arbitrary<infer All> ? All : never

/** One person's phone through bad weather, closed and opened again and again over one storage, and then a calm. */
async function live(all: Steps) {
  const storage = memoryStorage()
  const { set } = storage
  const told: string[] = []
  let isFull = false
  let added = 0
  let crashed = 0
  let epochs = 0
  storage.set = (entries) => (isFull ? Promise.reject(new Error('quota')) : set(entries))
  let drawn = 1
  // Every run of the app has another name for its receipts.
  const random = (): number => {
    drawn = (drawn * 16_807) % 2_147_483_647
    return drawn / 2_147_483_647
  }
  const open = (before?: Pick<Rig, 'platform' | 'time'>): Rig => {
    const parts = { outbox: outbox(storage), cache: cache(storage, { maxLength: 3_000 }) }
    const made = rig({
      ...(before && { platform: before.platform, time: before.time }),
      ...parts,
      keep: 6,
      host: { random },
    })
    made.inbox.on('received', (items) => told.push(...items.map(({ id }) => id)))
    return made
  }
  let phone = open()
  const { platform, time } = phone
  const { log, levers, connections } = platform
  let stop = phone.inbox.start()
  levers.pageSize = 7
  const mine = (n: number) => phone.inbox.getSnapshot().at(n % 8)?.id ?? 'none'
  const theirs = (n: number) => log.items()[n % 8]?.id ?? 'none'

  const act: Readonly<Record<Steps[number]['do'], (n: number) => unknown>> = {
    add(n) {
      const items = Array.from({ length: 1 + (n % 3) }, () => {
        added += 1
        return sampleAdded(`i${String(added).padStart(4, '0')}`, { sentAt: added })
      })
      platform.append(...items)
    },
    wait: (n) => time.advance(n),
    cut: () => connections[connections.length - 1]?.cut(),
    offline() {
      levers.noSockets = true
      levers.before = () => Promise.reject(new Error('offline'))
    },
    noReceipts() {
      levers.before = ({ url }) => (url.endsWith('/receipts') ? { status: 503, body: '' } : undefined)
    },
    fair() {
      isFull = levers.noSockets = false
      delete levers.before
    },
    quota() {
      isFull = true
    },
    async reload() {
      // What could not be kept is told again.
      if (isFull) crashed = told.length
      stop()
      await time.advance(0)
      phone = open(phone)
      stop = phone.inbox.start()
    },
    async crash() {
      // Nothing is written any more, and nothing is sent.
      crashed = told.length
      const { inbox } = phone
      const dead = isFull
      isFull = true
      await inbox.signOut()
      isFull = dead
      phone = open(phone)
      stop = phone.inbox.start()
    },
    read: (n) => phone.inbox.markRead([mine(n)]),
    readAll: (n) => phone.inbox.markAll(n % 2 ? 'seen' : 'read', n % 3 ? {} : { sender: 'kijani' }),
    dismiss: (n) => phone.inbox.dismiss([mine(n)]),
    history: () => void phone.inbox.history().catch(() => undefined),
    withdraw: (n) => platform.append({ type: 'withdrawn', itemId: theirs(n) }),
    readThere: (n) => platform.append({ type: 'marked', itemIds: [theirs(n)], kind: 'read' }),
    restart() {
      epochs += 1
      log.restart(`e1.${String(epochs).padStart(3, '0')}`)
      for (const one of connections) one.cut()
    },
  }
  for (const step of all) {
    await act[step.do](step.n)
    await time.advance(step.n % 50)
  }
  act.fair(0)
  await time.advance(300_000)
  const shown = phone.inbox.getSnapshot()
  stop()
  await time.advance(0)
  // What was on screen when it was closed is on screen without a network.
  act.offline(0)
  const again = open(phone)
  again.inbox.start()
  await time.advance(0)
  return { shown, log, told: told.slice(crashed), again: again.inbox.getSnapshot() }
}

test('X-5: over restarts, crashes and a full storage the inbox ends where the platform is', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { shown, log, told, again } = await live(all)
      const { total, unseen, unread, position } = shown
      const held = shown.slice(0, shown.length)
      const truth = log.items().slice(0, held.length)
      expect(position).toEqual(log.position())
      expect(held.map(({ id }) => id)).toEqual(truth.map(({ id }) => id))
      expect({ total, unseen, unread }).toEqual(log.counts())
      expect(held.map((item) => shown.isRead(item))).toEqual(truth.map(({ id }) => isMarked(log.marks(id), 'read')))
      expect(told, 'once each and in order').toEqual([...new Set(told)].sort())
      expect([again.total, again.unseen, again.unread, again.position]).toEqual([total, unseen, unread, position])
      const kept = again.slice(0, again.length)
      expect(kept).toEqual(held.slice(0, kept.length))
    }),
    { numRuns: 100 },
  )
})
