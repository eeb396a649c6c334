import type { Inbox, InboxSnapshot } from '@minibell/client'
import { type InboxItem, isMarked, marksOf } from '@minibell/protocol'
import type { True } from './platform.ts'
import { fromText, type PersonName } from './world.ts'

/** What may not happen on a phone, counted. */
export interface Wrongs {
  lost: number
  repeated: number
  outOfOrder: number
  drift: number
  receiptsLost: number
  acrossPersons: number
  other: number
}

export type Wrong = keyof Wrongs

/** What one phone showed and said, and what it owes the platform. */
export interface Ledger {
  /** Listens to an inbox from its making on. */
  opened(inbox: Inbox, of: { readonly person: PersonName; readonly isCached: boolean }): void
  /** The app is gone; its storage has the rest. */
  closed(): void
  /** The person has left, and what they marked and had not told may be dropped. */
  signedOut(): void
  /** A person marked these, when so many storage calls had failed; default: by now. */
  owes(kind: 'seen' | 'read' | 'dismissed', items: readonly InboxItem[], failed?: number): void
  /** A backup came back: what was acknowledged may be gone with the platform's memory, and what was gone may come again. */
  forgive(): void
  /** Compares with the platform after a calm. */
  settle(truth: { readonly all: readonly True[]; readonly counts: Counts }): void
  /** Whose item it is, as far as this phone has seen it. */
  ownerOf(itemId: string): string | undefined
  /** Items that came onto the screen, once for each person and item. */
  deliveries(): number
}

interface Counts {
  readonly total: number
  readonly unseen: number
  readonly unread: number
}

interface Debt {
  readonly itemId: string
  readonly person: PersonName
  readonly bits: number
  /** The opening of the app in which it was made. */
  readonly run: number
  /** Storage calls that had failed when it was made. */
  readonly failures: number
}

export function ledger(options: {
  readonly name: string
  failures(): number
  wrong(kind: Wrong, what: string): void
  trace(what: string): void
}): Ledger {
  const { name, failures, trace } = options
  const owners = new Map<string, string>()
  const debts = new Map<string, Debt>()
  const told = new Map<PersonName, Set<number>>()
  let inbox: Inbox | undefined
  let person: PersonName
  let undo: (() => void)[] = []
  let last: { readonly epoch: string; readonly offset: number } | undefined
  /** Where hearing began: what is above it is to be told, unless a resync was. */
  let since: { readonly epoch: string; readonly offset: number } | undefined
  let checked: InboxSnapshot | undefined
  let isCached = false
  let run = 0
  let deliveries = 0

  const wrong = (kind: Wrong, what: string): void => options.wrong(kind, `${name}: ${what}`)

  const meet = (item: InboxItem): void => {
    const whose = writer(item)
    if (whose.person !== person) wrong('acrossPersons', `${person} is shown an item of ${whose.person}`)
    if (owners.has(item.id)) return
    owners.set(item.id, whose.person)
    deliveries += 1
  }

  const hear = (items: readonly InboxItem[]): void => {
    const already = told.get(person) ?? new Set()
    told.set(person, already)
    const { position } = snapshot()
    for (const item of items) {
      meet(item)
      const { number } = writer(item)
      if (already.has(number)) wrong('repeated', `${number} was told twice`)
      already.add(number)
      if (position && last && last.epoch === position.epoch && item.offset <= last.offset)
        wrong('outOfOrder', `${number} at ${item.offset} was told after ${last.offset}`)
      if (position) last = { epoch: position.epoch, offset: item.offset }
    }
    trace(`${name} heard ${items.map((item) => writer(item).number).join(' ')}`)
  }

  const snapshot = (): InboxSnapshot => {
    if (!inbox) throw new Error('There is an inbox from the first moment on.')
    return inbox.getSnapshot()
  }

  const keepTold = (numbers: ReadonlySet<number>): void => {
    told.set(person, new Set([...(told.get(person) ?? [])].filter((number) => numbers.has(number))))
  }

  /** What is true of each snapshot, whatever the weather. */
  const look = (): void => {
    const now = snapshot()
    if (now === checked) return
    const before = checked?.position
    if (before && now.position && now.position.epoch < before.epoch)
      wrong('outOfOrder', `went back from the life ${before.epoch} to ${now.position.epoch}`)
    checked = now
    const items = now.slice(0, now.length)
    if (now.position && !since) {
      since = now.position
      // It goes on from what the storage has: what is not there, as a crash came before, is news again.
      if (isCached) keepTold(new Set(items.map((item) => writer(item).number)))
    }
    items.forEach(meet)
    if (new Set(items.map(({ id }) => id)).size < items.length) wrong('repeated', 'an item is listed twice')
    items.forEach((item, place) => {
      const above = items[place - 1]
      if (above && above.offset <= item.offset) wrong('outOfOrder', `row ${place} is newer than the one above it`)
    })
    const { total, unseen, unread, length } = now
    const isSane = length <= total && unseen >= 0 && unread >= 0 && unseen <= total && unread <= total
    if (!isSane) wrong('drift', `length ${length}, total ${total}, unseen ${unseen}, unread ${unread}`)
    if (length !== total) return
    const counted = {
      unseen: items.filter((item) => !now.isSeen(item) && !now.sender(item.sender).muted).length,
      unread: items.filter((item) => !now.isRead(item)).length,
    }
    if (counted.unseen !== unseen || counted.unread !== unread)
      wrong('drift', `says ${unseen} unseen, ${unread} unread; a recount ${counted.unseen}, ${counted.unread}`)
  }

  const settleItems = (held: readonly InboxItem[], all: readonly True[]): void => {
    const ids = new Set(held.map(({ id }) => id))
    for (const { item } of all.slice(0, held.length))
      if (!ids.has(item.id)) wrong('lost', `${writer(item).number} is not listed`)
    if (held.length < all.length && !snapshot().hasMore) wrong('lost', `${held.length} of ${all.length} and no more`)
    const there = new Set(all.map(({ item }) => item.id))
    for (const item of held) if (!there.has(item.id)) wrong('other', `${writer(item).number} should be gone`)
    const known = told.get(person)
    for (const item of held)
      if (since && snapshot().position?.epoch === since.epoch && item.offset > since.offset)
        if (!known?.has(writer(item).number)) wrong('lost', `${writer(item).number} came and was never told`)
  }

  const settleDebts = (all: readonly True[]): void => {
    const truth = new Map(all.map((one) => [one.item.id, one.marks.reduce((bits, kind) => bits | marksOf(kind), 0)]))
    for (const { itemId, ...debt } of debts.values()) {
      const bits = truth.get(itemId)
      // Of an earlier run the storage alone knows, where it did not fail.
      const isOwed = debt.person === person && (debt.run === run || debt.failures === failures())
      if (isOwed && bits !== undefined && (bits & debt.bits) !== debt.bits)
        wrong('receiptsLost', `${itemId} has marks ${bits}, and ${debt.bits} was meant`)
    }
  }

  const closed = (): void => {
    for (const one of undo) one()
  }

  return {
    opened(next, of) {
      inbox = next
      run += 1
      person = of.person
      isCached = of.isCached
      since = undefined
      last = undefined
      checked = undefined
      undo = [
        next.subscribe(look),
        next.on('received', hear),
        next.on('resync', () => {
          since = snapshot().position
          trace(`${name} resynced`)
        }),
        next.on('refused', ({ refusal }) => trace(`${name} was refused ${refusal.code}`)),
      ]
    },
    closed,
    signedOut() {
      closed()
      for (const [key, debt] of debts) if (debt.person === person) debts.delete(key)
    },
    owes(kind, items, failed = failures()) {
      for (const { id } of items) {
        const bits = marksOf(kind)
        debts.set(`${kind} ${id}`, { itemId: id, person, bits, run, failures: failed })
      }
    },
    forgive() {
      debts.clear()
      const { length, slice } = snapshot()
      const held = new Set(slice(0, length).map((item) => writer(item).number))
      for (const who of told.keys()) if (who !== person) told.delete(who)
      keepTold(held)
    },
    settle({ all, counts }) {
      look()
      const now = snapshot()
      const held = now.slice(0, now.length)
      if (now.status.phase !== 'live') wrong('other', `is ${JSON.stringify(now.status)} after the calm`)
      settleItems(held, all)
      settleDebts(all)
      const { total, unseen, unread } = now
      if (total !== counts.total || unseen !== counts.unseen || unread !== counts.unread)
        wrong('drift', `says ${JSON.stringify({ total, unseen, unread })}, the platform ${JSON.stringify(counts)}`)
      const truth = new Map(all.map((one) => [one.item.id, one]))
      for (const item of held) {
        const bits = (truth.get(item.id)?.marks ?? []).reduce((sum, kind) => sum | marksOf(kind), 0)
        if (now.isRead(item) !== isMarked(bits, 'read') || now.isSeen(item) !== isMarked(bits, 'seen'))
          wrong('drift', `${writer(item).number} is shown with other marks than the platform's`)
      }
    },
    ownerOf: (itemId) => owners.get(itemId),
    deliveries: () => deliveries,
  }
}

/** Whose message it is and which, by what stands in it. */
function writer({ message }: InboxItem): { readonly person: string; readonly number: number } {
  return fromText(message.kind === 'template' ? (message.lines[0]?.text ?? '') : '')
}
