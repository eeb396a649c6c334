import type * as Client from '@minibell/client'
import { virtualTime } from '@minibell/ports'
import { type Chance, chance } from '../tools/chance.ts'
import type { Wrong, Wrongs } from './ledger.ts'
import { fair, type Weather } from './network.ts'
import { type Phone, phone } from './phone.ts'
import { type Simulated, simulated } from './platform.ts'
import { persons, senders, startAt } from './world.ts'

/** What one seed came to. */
export interface Outcome {
  readonly deliveries: number
  readonly faults: number
  readonly wrongs: Readonly<Wrongs>
  /** What happened, a line each, for people. */
  readonly trace: readonly string[]
}

/** One life of a platform and three phones: bad weather, then a calm in which everything has to come right. */
export async function simulate(seed: number, client: typeof Client): Promise<Outcome> {
  const random = chance(seed)
  const time = virtualTime({ startAt })
  const platform = await simulated(time)
  const trace: string[] = []
  const wrongs: Wrongs = { lost: 0, repeated: 0, outOfOrder: 0, drift: 0, receiptsLost: 0, acrossPersons: 0, other: 0 }
  let faults = 0

  const note = (what: string): void => {
    trace.push(`${String(time.elapsed()).padStart(8)} ${what}`)
  }
  const shared = {
    client,
    time,
    platform,
    chance: random,
    keep: random.pick([6, 40, 1000]),
    trace: note,
    fault(what: string) {
      faults += 1
      note(`fault: ${what}`)
    },
    wrong(kind: Wrong, what: string) {
      wrongs[kind] += 1
      note(`WRONG ${kind}: ${what}`)
    },
  }
  const phones = [
    phone({ ...shared, name: 'phone', way: 'socket', isCached: random.is(0.5) }),
    phone({ ...shared, name: 'tablet', way: random.pick(ways), isCached: random.is(0.5) }),
    phone({ ...shared, name: 'program', way: random.pick(ways), isCached: random.is(0.3), sender: senders[0] }),
  ]
  const steps = stepsOf({ platform, phones, random, note, fault: shared.fault })
  for (let step = 0; step < 330; step += 1) {
    await steps[random.below(steps.length)]?.()
    await time.advance(random.below(random.pick([10, 400, 8_000])))
  }
  await calm(phones, time)
  for (const one of phones) one.ledger.settle(await platform.truth({ person: one.person(), ...scopeOf(one) }))
  for (const one of phones) one.close()
  platform.mock.close()
  await time.advance(60_000)
  if (time.waiting() > 0) shared.wrong('other', `${time.waiting()} timers wait after everything was closed`)
  return { deliveries: phones.reduce((sum, one) => sum + one.ledger.deliveries(), 0), faults, wrongs, trace }
}

const ways = ['socket', 'socket', 'fallback', 'polling', 'long polling'] as const

const scopeOf = ({ sender }: Phone) => (sender ? { sender } : {})

/** Long enough for every back-off, time-out, heartbeat and patrol. */
async function calm(phones: readonly Phone[], time: { advance(ms: number): Promise<void> }): Promise<void> {
  for (const one of phones) {
    one.net.weather = fair
    one.storage.failing = 0
    one.setOnline(true)
    one.setVisible(true)
  }
  await time.advance(200_000)
  // What a person does who sees that it gave up.
  for (const one of phones) if (one.inbox().getSnapshot().status.phase === 'error') one.inbox().retry()
  await time.advance(1_300_000)
  // A token may run out in the very last moment.
  const isLive = (one: Phone): boolean => one.inbox().getSnapshot().status.phase === 'live'
  for (let second = 0; second < 60 && !phones.every(isLive); second += 1) await time.advance(1_000)
}

type Step = () => unknown

function stepsOf(options: {
  readonly platform: Simulated
  readonly phones: readonly Phone[]
  readonly random: Chance
  note(what: string): void
  fault(what: string): void
}): readonly Step[] {
  const { platform, phones, random, note, fault } = options
  const any = (): Phone => random.pick(phones)
  const said = (what: string, step: Step): Step => {
    return () => {
      note(what)
      return step()
    }
  }
  const send = said('messages are sent', () =>
    platform.send(random.is(0.8) ? persons[0] : persons[1], random.pick(senders), 1 + random.below(16)),
  )
  const weather = said('the weather changes', () => {
    any().net.weather = random.is(0.25) ? fair : stormOf(random)
  })
  const marks = said('somebody marks', () =>
    any().mark(random.pick(['seen', 'read', 'read', 'dismissed']), random.below(20)),
  )
  const trimmed = said('the platform forgets old changes', async () => {
    if (await platform.trim(random.pick(persons), random)) fault('the log was trimmed')
  })
  const old = said('an old frame comes again', () => any().repeatOld())
  const restored = async (): Promise<void> => {
    if (!(await platform.restore())) return
    fault('restored from a backup')
    for (const one of phones) one.ledger.forgive()
  }
  return [
    ...[send, send, send, send, send, send],
    ...[weather, weather, weather, marks, marks, marks],
    said('somebody marks all', () =>
      any().markAll(random.pick(['seen', 'read']), random.is(0.4) ? random.pick(senders) : undefined),
    ),
    said('somebody mutes a sender, or hears it again', () => any().mute(random.pick(senders), random.is(0.4))),
    said('somebody opens', () => any().open(random.below(6))),
    said('somebody asks for older ones', () => any().history()),
    said('an item is withdrawn', async () => {
      const { all } = await platform.truth({ person: persons[0] })
      if (all.length > 0) await platform.withdraw(random.pick(all).item.id)
    }),
    said('sockets break', () => any().net.breakSockets(random.pick(['cut', 'deaf']))),
    ...[old, old, old],
    said('off the network', () => {
      const one = any()
      const isOnline = random.is(0.5)
      if (!isOnline) fault('off the network')
      one.setOnline(isOnline)
    }),
    said('hidden or shown', () => any().setVisible(random.is(0.5))),
    said('the platform starts anew', async () => {
      fault('a new epoch')
      await platform.restart()
    }),
    ...[trimmed, trimmed],
    said('a backup is made', () => platform.backUp()),
    ...(random.is(0.5) ? [said('the backup comes back', restored)] : []),
    said('a device clock jumps', () => any().skew(random.below(7_200_000) - 3_600_000)),
    said('a storage fails', () => {
      any().storage.failing = random.pick([0, 0.2, 1])
    }),
    said('a storage is damaged', () => any().storage.damage()),
    said('an app is opened anew', () => any().reopen()),
    said('an app crashes', () => any().crash()),
    said('somebody else takes the device', () => any().reopen(random.pick(persons))),
    said('somebody signs out', () => any().signOut(random.pick(persons))),
    said('an inbox pauses', () => any().pause()),
  ]
}

function stormOf(random: Chance): Weather {
  const level = random.pick([0.02, 0.1, 0.3])
  const maybe = (): number => (random.is(0.5) ? level : 0)
  return {
    loss: maybe(),
    twice: maybe(),
    error: maybe(),
    cut: maybe() / 2,
    reorder: maybe(),
    delayMs: random.pick([0, 20, 300, 2_000]),
  }
}
