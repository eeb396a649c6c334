import type * as Client from '@minibell/client'
import type { Inbox } from '@minibell/client'
import { recordingNavigator } from '@minibell/client/testing'
import type { HttpRequest, Lifecycle, VirtualTime } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import type { Chance } from '../tools/chance.ts'
import { type Ledger, ledger, type Wrong } from './ledger.ts'
import { type Network, network } from './network.ts'
import type { Simulated } from './platform.ts'
import { type BadStorage, badStorage } from './storage.ts'
import { type PersonName, persons, type SenderName } from './world.ts'

export type Mark = 'seen' | 'read' | 'dismissed'

/** One transport, or all that need no stream. */
export type Way = 'socket' | 'polling' | 'long polling' | 'fallback'

/** One device with one inbox at a time, and the book that is kept of it. */
export interface Phone {
  readonly name: string
  readonly net: Network
  readonly storage: BadStorage
  readonly ledger: Ledger
  readonly sender: SenderName | undefined
  inbox(): Inbox
  person(): PersonName
  /** The app is closed and opened again, by the same person or by another. */
  reopen(person?: PersonName): Promise<void>
  /** The app ends without a word and is opened again: what it had not written by then is gone. */
  crash(): void
  /** The person leaves the device, and another takes it. */
  signOut(next: PersonName): Promise<void>
  /** The inbox stops and starts again, as when a page is left for a while. */
  pause(): void
  setVisible(visible: boolean): void
  setOnline(online: boolean): void
  /** The wall clock of the device jumps. */
  skew(ms: number): void
  mark(kind: Mark, place: number): void
  markAll(kind: 'seen' | 'read', only?: SenderName): void
  open(place: number): void
  history(): void
  /** The person's own switch of a sender. */
  mute(sender: SenderName, isMuted: boolean): void
  /** A frame of before comes again. */
  repeatOld(): void
  close(): void
}

export interface PhoneOptions {
  readonly name: string
  readonly client: typeof Client
  readonly time: VirtualTime
  readonly platform: Simulated
  readonly chance: Chance
  readonly keep: number
  readonly sender?: SenderName
  /** How it hears of news. */
  readonly way: Way
  /** Whether the inbox is kept on the storage, too. */
  readonly isCached: boolean
  fault(what: string): void
  wrong(kind: Wrong, what: string): void
  trace(what: string): void
}

export function phone(options: PhoneOptions): Phone {
  const { client, time, platform, chance, fault, wrong, sender, name } = options
  const storage = badStorage(chance, (what) => fault(`${what} of ${name}`))
  const book = ledger({ ...options, failures: storage.failures })
  const owners = new Map<string, PersonName>()
  const net = network({ ...platform.mock, timers: time, chance, fault, seen: (request) => judgeRequest(request) })
  const host = lifecycle()
  let aheadMs = 0
  let person: PersonName = persons[0]
  let inbox: Inbox
  let stop = (): void => undefined
  let process = storage.process()

  /** Receipts are said by the person whose item it is, whatever the phone shows by now. */
  const judgeRequest = ({ url, headers = {}, body = '{}' }: HttpRequest): void => {
    if (!url.endsWith('/receipts')) return
    const owner = owners.get((headers['authorization'] ?? '').replace('Bearer ', ''))
    for (const { itemId } of JSON.parse(body).receipts ?? [])
      if (itemId && book.ownerOf(itemId) && book.ownerOf(itemId) !== owner)
        wrong('acrossPersons', `${name}: a receipt of ${book.ownerOf(itemId)} was said as ${owner}`)
  }

  const begin = (who: PersonName): void => {
    person = who
    process = storage.process()
    inbox = client.createInbox({
      host: {
        ...net,
        clock: { now: () => time.now() + aheadMs },
        timers: time,
        random: chance.next,
        lifecycle: host.port,
        report: () => undefined,
      },
      session: {
        url: '',
        person: who,
        async getToken() {
          if (net.isDown) throw new Error('no network')
          const token = await platform.mock.session({
            person: who,
            lifeMs: 60_000 + chance.below(600_000),
            ...(sender ? { sender } : {}),
          })
          owners.set(token, who)
          return token
        },
        ...(sender ? { scope: { kind: 'sender', sender } as const } : {}),
      },
      transports: [transportOf(options)],
      keep: options.keep,
      history: client.pagedHistory(),
      preferences: client.preferences(),
      outbox: client.outbox(process),
      ...(options.isCached && { cache: client.cache(process) }),
      router: client.router({ navigator: recordingNavigator() }),
    })
    book.opened(inbox, { person: who, isCached: options.isCached })
    stop = inbox.start()
  }

  const shown = (place: number): InboxItem | undefined => {
    const { length, at } = inbox.getSnapshot()
    return length === 0 ? undefined : at(place % length)
  }

  /** What is shown as marked is said no more: only a backup that came back unsaid it, and the phone cannot know yet. */
  const isNewsTo = (kind: Mark) => (item: InboxItem) => {
    const { isSeen, isRead } = inbox.getSnapshot()
    return kind === 'dismissed' || !(kind === 'seen' ? isSeen : isRead)(item)
  }

  begin(person)
  return {
    name,
    net,
    storage,
    ledger: book,
    sender,
    inbox: () => inbox,
    person: () => person,
    async reopen(who = person) {
      options.trace(`${name} is opened by ${who}`)
      stop()
      book.closed()
      if (who !== person) net.forget()
      // What it writes as it ends is written before the next can ask for it.
      await time.advance(0)
      begin(who)
    },
    crash() {
      fault(`${name} crashes`)
      process.end()
      stop()
      book.closed()
      begin(person)
    },
    async signOut(next) {
      options.trace(`${name} is left by ${person} to ${next}`)
      const failed = storage.failures()
      await inbox.signOut()
      const { length } = inbox.getSnapshot()
      if (length > 0) wrong('acrossPersons', `${name}: ${length} items are shown after ${person} signed out`)
      const left = storage.keysWith(`/${person}/`)
      if (left.length > 0 && storage.failures() === failed)
        wrong('acrossPersons', `${name}: ${left.join()} are left of ${person}`)
      book.signedOut()
      net.forget()
      begin(next)
    },
    pause() {
      stop()
      stop = inbox.start()
    },
    setVisible: (visible) => host.set({ visible }),
    setOnline(online) {
      net.isDown = !online
      host.set({ online })
    },
    skew(ms) {
      fault('device clock jumps')
      aheadMs += ms
    },
    mark(kind, place) {
      const item = shown(place)
      if (!item) return
      options.trace(`${name} marks ${kind} ${item.id}`)
      book.owes(kind, [item].filter(isNewsTo(kind)))
      if (kind === 'seen') inbox.markSeen([item.id])
      else if (kind === 'read') inbox.markRead([item.id])
      else inbox.dismiss([item.id])
    },
    markAll(kind, only) {
      const { length, slice } = inbox.getSnapshot()
      options.trace(`${name} marks all ${kind} ${only ?? ''}`)
      book.owes(
        kind,
        slice(0, length)
          .filter((item) => !only || item.sender === only)
          .filter(isNewsTo(kind)),
      )
      inbox.markAll(kind, only ? { sender: only } : {})
    },
    open(place) {
      const item = shown(place)
      if (!item) return
      const failed = storage.failures()
      const news = [item].filter(isNewsTo('read'))
      options.trace(`${name} opens ${item.id}`)
      inbox.open(item.id).then(
        ({ outcome }) => {
          if (outcome === 'opened') book.owes('read', news, failed)
        },
        (error) => wrong('other', `open rejected: ${error}`),
      )
    },
    history() {
      inbox.history().catch(() => undefined)
    },
    mute(of, isMuted) {
      const { preferences } = inbox
      if (!preferences) return
      options.trace(`${name} ${isMuted ? 'mutes' : 'unmutes'} ${of}`)
      const switched = isMuted ? preferences.mute(of) : preferences.unmute(of)
      switched.catch(() => undefined)
    },
    repeatOld: () => net.repeatOld(inbox.getSnapshot().position?.offset ?? 0),
    close: () => stop(),
  }
}

function transportOf({ client, way }: PhoneOptions): Client.Transport<Pick<Network, 'socket'>> {
  const { fallback, longPolling, polling, webSocket } = client
  if (way === 'polling') return polling({ everyMs: 4_000 })
  if (way === 'long polling') return longPolling()
  return way === 'socket' ? webSocket() : fallback([webSocket(), longPolling(), polling()])
}

/** A host that is shown and hidden, on and off the network. */
function lifecycle(): { readonly port: Lifecycle; set(change: { visible?: boolean; online?: boolean }): void } {
  const listeners = new Set<() => void>()
  let now = { visible: true, online: true }
  return {
    port: {
      visible: () => now.visible,
      online: () => now.online,
      on(listener) {
        listeners.add(listener)
        return () => {
          listeners.delete(listener)
        }
      },
    },
    set(change) {
      now = { ...now, ...change }
      for (const listener of [...listeners]) listener()
    },
  }
}
