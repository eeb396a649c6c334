import { fakePlatform, sampleAdded } from '@minibell/client/testing'
import { virtualTime } from '@minibell/ports'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { threadPhone } from './phone.ts'

/** What a person and their network do, in any order. */
const steps = ['arrive', 'hide', 'show', 'second', 'minute', 'down', 'up', 'kill'] as const

test.each(['wx', 'my', 'dlt'] as const)(
  'X-5 on %s: hidden, shown, cut off, ended and started again, each message is there once and in order',
  async (host) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 40, size: 'max' }), (walk) =>
        follow(host, walk),
      ),
      { numRuns: 12 },
    )
  },
)

async function follow(host: 'wx' | 'my' | 'dlt', walk: readonly (typeof steps)[number][]): Promise<void> {
  const time = virtualTime()
  const platform = fakePlatform(time)
  let isUp = true
  const elsewhere: Pick<typeof platform, 'http' | 'socket'> = {
    http: (request) => (isUp ? platform.http(request) : { response: Promise.reject(new Error('down')), abort() {} }),
    socket(url, events) {
      if (isUp) return platform.socket(url, events)
      Promise.resolve().then(() => events.closed(1006, 'down'))
      return { send() {}, close() {} }
    },
  }
  const heard: string[] = []
  let sent = 0
  let entries: ReadonlyMap<string, string> = new Map()

  const launch = async () => {
    const phone = await threadPhone(host, { ...elsewhere, time, entries })
    const inbox = await phone.start()
    inbox.on('received', (items) => heard.push(...items.map(({ id }) => id)))
    return { phone, inbox }
  }
  let { phone, inbox } = await launch()

  const act: Record<(typeof steps)[number], () => unknown> = {
    arrive() {
      platform.append(sampleAdded(`m${String(sent).padStart(3, '0')}`))
      sent += 1
    },
    hide: () => phone.fake.hide(),
    show: () => phone.fake.show(),
    second: () => time.advance(1_000),
    minute: () => time.advance(60_000),
    down() {
      isUp = false
      for (const one of platform.connections) one.cut()
    },
    up() {
      isUp = true
    },
    async kill() {
      // Hosts end what was hidden for a while; its thread never runs again.
      phone.fake.hide()
      await phone.settle()
      await time.advance(6_000)
      entries = new Map(phone.fake.entries)
      ;({ phone, inbox } = await launch())
    },
  }

  for (const step of walk) {
    await act[step]()
    await phone.settle()
  }
  isUp = true
  phone.fake.show()
  for (let turn = 0; turn < 20; turn += 1) {
    await time.advance(10_000)
    await phone.settle()
  }
  const all = Array.from({ length: sent }, (_, at) => `m${String(at).padStart(3, '0')}`)
  const { length, slice, unread, status } = inbox.getSnapshot()
  const ids = slice(0, length).map(({ id }) => id)
  expect([ids.reverse(), unread, status]).toEqual([all, sent, { phase: 'live' }])
  expect(heard).toEqual([...new Set(heard)].sort())
}
