import type { InboxItem, Position, Snapshot } from '@minibell/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createStore } from '../store/store.ts'
import { fakeLog } from '../testing/fake-log.ts'
import { sampleAdded } from '../testing/samples.ts'
import { isStale, judge, type Range } from './judge.ts'

/** One thing that happens. Numbers choose among what there is, modulo how many. */
type Step =
  | { readonly do: 'add' | 'connect' | 'cut' | 'pull' | 'pullFails'; readonly n: number }
  | { readonly do: 'deliver' | 'double' | 'lose' | 'withdraw' | 'read' | 'trim'; readonly n: number }
  | { readonly do: 'restart'; readonly n: number }

const weights: readonly (readonly [Step['do'], number])[] = [
  ['add', 8],
  ['deliver', 10],
  ['double', 3],
  ['lose', 3],
  ['connect', 3],
  ['cut', 1],
  ['pull', 4],
  ['pullFails', 1],
  ['withdraw', 1],
  ['read', 1],
  ['trim', 1],
  ['restart', 1],
]

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    ...weights.map(([name, weight]) => ({ weight, arbitrary: fc.record({ do: fc.constant(name), n: fc.nat(1_000) }) })),
  ),
  { size: 'max', maxLength: 120 },
)

/** The rules under test; a broken client is one with another. */
interface Rules {
  readonly judge: typeof judge
  readonly isStale: typeof isStale
}

const ours: Rules = { judge, isStale }

/** Items that a snapshot shows; small, so that some news lies beyond it. */
const page = 4
/** Items in memory; small, so that an id alone does not tell what was shown. */
const keep = 3

/**
 * A platform, a client of `rules` and a network between them that loses, doubles, delays and swaps whatever is in flight, answers
 * included. Answers what the client told, at the end of a calm in which everything arrives.
 */
function simulate(all: readonly Step[], rules: Rules) {
  const log = fakeLog('e000')
  const store = createStore(keep)
  const created: string[] = []
  const received: string[] = []
  const atFirst = new Set<string>()
  /** Created before this many were: told to have been fetched anew. */
  let toldUntil = 0
  let epochs = 0
  let isLive = false
  let pulls = 0
  let isPulling = false
  let want: 'changes' | 'snapshot' | undefined = 'snapshot'
  let asked: 'changes' | 'snapshot' = 'snapshot'
  let lost = false
  /** The client met an answer that begins above where it is, and has not told so yet. */
  let isUntold = false
  /** The client went back to an earlier life. */
  let isBack = false
  let flight: (() => void)[] = []

  const publish = (): void => {
    const news = store.news()
    for (const [name, event] of news.told) if (name === 'received') received.push(...event.map(({ id }) => id))
    if (news.isDoubtful) want = 'snapshot'
  }
  const receive = (frame: Range): void => {
    const at = store.at()
    if (!at) return
    // As the real one: a snapshot is never older than what it meets.
    if (isPulling && asked === 'snapshot') {
      want = want ?? 'changes'
      return
    }
    const { base = 0 } = frame
    isUntold = isUntold || (frame.epoch === at.epoch && base > at.offset)
    const move = rules.judge(at, frame)
    lost = lost || !!move.lost
    if (move.take) {
      store.take(move.take, frame.to)
      publish()
    }
    if (move.pull && want !== 'snapshot') want = move.pull
  }
  const giveUp = (): void => {
    if (isPulling && want !== 'snapshot') want = asked
    isPulling = false
  }
  const adopt = (whole: Snapshot, count: number): void => {
    const at = store.at()
    if (at && rules.isStale(at, whole)) return
    isBack = isBack || (!!at && whole.epoch < at.epoch)
    store.refill(whole)
    publish()
    if (!at) for (const id of created.slice(0, count)) atFirst.add(id)
    if (lost || (at && isApart(at, whole))) toldUntil = count
    if (lost || (at && at.epoch !== whole.epoch)) isUntold = false
    lost = false
  }

  const ask = (): void => {
    if (isPulling || !want) return
    const what = want
    const at = store.at() ?? { epoch: '', offset: 0 }
    const count = created.length
    pulls += 1
    const pull = pulls
    isPulling = true
    asked = what
    want = undefined
    const whole = log.snapshot(page, undefined, 0)
    const answer = log.changes(at.epoch, at.offset, 5)
    flight.push(() => {
      // Late and doubled answers come too.
      if (pull === pulls) isPulling = false
      if (what === 'snapshot') adopt(whole, count)
      else receive(answer)
    })
  }
  const broadcast = (from: number): void => {
    const { epoch, offset: to } = log.position()
    const changes = log.log().filter(({ offset }) => offset > from)
    if (isLive) flight.push(() => receive({ epoch, from, to, changes }))
  }
  const connect = (at: Position | undefined): void => {
    if (!at) return
    const answer = log.changes(at.epoch, at.offset, 5)
    isLive = true
    flight.push(() => receive(answer))
  }
  const append = (change: Parameters<typeof log.append>[0]): void => {
    const before = log.position().offset
    log.append(change)
    broadcast(before)
  }
  const some = (n: number): InboxItem | undefined => log.items()[n % Math.max(1, log.items().length)]
  const take = (n: number, isKept: boolean): (() => void) | undefined => {
    const index = n % Math.max(1, flight.length)
    const one = flight[index]
    if (!isKept) flight = flight.filter((_, other) => other !== index)
    return one
  }

  const act: Readonly<Record<Step['do'], (n: number) => void>> = {
    add() {
      const id = `i${created.length}`
      created.push(id)
      append(sampleAdded(id, { sentAt: created.length }))
    },
    withdraw(n) {
      const item = some(n)
      if (item) append({ type: 'withdrawn', itemId: item.id })
    },
    read(n) {
      const item = some(n)
      if (item) append({ type: 'marked', itemIds: [item.id], kind: 'read' })
    },
    deliver: (n) => take(n, false)?.(),
    double: (n) => take(n, true)?.(),
    lose: (n) => void take(n, false),
    connect: () => connect(store.at()),
    cut() {
      isLive = false
    },
    pull() {
      want = want ?? 'changes'
      ask()
    },
    // The client gives up waiting; the answer may still come.
    pullFails: giveUp,
    trim: (n) => log.trim(log.base() + (n % 6)),
    restart(n) {
      epochs += 1
      isLive = false
      log.restart(`e${String(epochs).padStart(3, '0')}`, { empty: n % 2 === 0 })
    },
  }
  for (const step of all) act[step.do](step.n)

  flight = []
  giveUp()
  want = want ?? 'changes'
  for (let round = 0; want && round < 1_000; round += 1) {
    ask()
    flight.shift()?.()
  }
  return { log, store, created, received, atFirst, toldUntil, isUntold, isBack, isCalm: !want }
}

/** Whether a snapshot leaves items between it and `at` to `resync`: it is of another life, or does not reach down to where we were. */
function isApart(at: Position, { epoch, items, cursor }: Snapshot): boolean {
  const last = items[items.length - 1]
  return epoch !== at.epoch || (!!cursor && !!last && last.item.offset > at.offset)
}

function holds(all: readonly Step[], rules: Rules): void {
  const { log, store, created, received, atFirst, toldUntil, isUntold, isBack, isCalm } = simulate(all, rules)
  const order = received.map((id) => created.indexOf(id))
  expect(isCalm).toBe(true)
  expect(new Set(received).size, 'nothing is shown twice').toBe(received.length)
  expect(order, 'in order').toEqual([...order].sort((one, other) => one - other))
  const missing = log
    .items()
    .map(({ id }) => id)
    .filter((id) => !received.includes(id) && !atFirst.has(id) && created.indexOf(id) >= toldUntil)
  expect(missing, 'nothing is missing unless told').toEqual([])
  expect(isBack, 'no earlier life comes back').toBe(false)
  expect(isUntold, 'what is gone for good is told').toBe(false)
  const snapshot = store.snapshot()
  const held = snapshot.slice(0, snapshot.length).map(({ id }) => id)
  expect(snapshot.position).toEqual(log.position())
  expect(held).toEqual(
    log
      .items()
      .slice(0, held.length)
      .map(({ id }) => id),
  )
  expect({ total: snapshot.total, unseen: snapshot.unseen, unread: snapshot.unread }).toEqual(log.counts())
}

test('X-5: nothing is shown twice, all in order, nothing missing unless told, whatever the network does', () => {
  fc.assert(
    fc.property(steps, (all) => holds(all, ours)),
    { numRuns: 2_000 },
  )
})

const broken: Readonly<Record<string, Rules>> = {
  'without dedupe': {
    ...ours,
    judge: (at, frame) => judge({ ...at, offset: Math.min(at.offset, Math.max(frame.from, frame.base ?? 0)) }, frame),
  },
  'without the gap check': {
    ...ours,
    judge: (at, frame) => judge(at, { ...frame, from: Math.min(frame.from, at.offset) }),
  },
  'without the epoch check': { ...ours, judge: (at, frame) => judge(at, { ...frame, epoch: at.epoch }) },
  'without the epoch order': {
    ...ours,
    isStale: (at, whole) => isStale(at, at && whole.epoch < at.epoch ? { ...at, offset: at.offset } : whole),
  },
  'hiding trimmed history': {
    ...ours,
    judge(at, frame) {
      const { lost: _, ...move } = judge(at, frame)
      return move
    },
  },
}

test.each(Object.keys(broken))('X-5: a client %s is found out', (name) => {
  const rules = broken[name] ?? ours
  const outcome = fc.check(
    fc.property(steps, (all) => holds(all, rules)),
    { numRuns: 20_000, endOnFailure: true },
  )
  expect(outcome.failed).toBe(true)
})
