import { at, claim, equal, type Json, list, text, whole } from '../claim.ts'
import type { Visit } from '../visit.ts'
import type { Check } from './check.ts'
import { problem } from './sessions.ts'

const since = (epoch: string, after: number): string => `epoch=${encodeURIComponent(epoch)}&after=${after}`

/** DL-3, DL-4, DL-8: snapshot, changes, pages, and what is no position. */
export const log: readonly Check[] = [
  {
    id: 'DL-3',
    title: 'answers a snapshot and changes with all their members',
    async run(visit) {
      const snapshot = await visit.read('/snapshot')
      text(at(snapshot, 'epoch'), 'epoch')
      for (const name of ['offset', 'counts.total', 'counts.unseen', 'counts.unread', 'serverAt'])
        whole(at(snapshot, name), name)
      list(at(snapshot, 'senders'), 'senders')
      for (const row of list(at(snapshot, 'items'), 'items')) itemHolds(at(row, 'item'))
      const changes = await visit.read('/changes')
      equal(at(changes, 'recovered'), false, 'recovered without an epoch')
      for (const name of ['base', 'top', 'from', 'to']) whole(at(changes, name), name)
    },
  },
  {
    id: 'DL-3',
    title: 'tells a new message in changes, counts it and lists it first',
    async run(visit) {
      const before = await visit.read('/snapshot')
      const { item, itemId } = await visit.appear()
      itemHolds(item)
      const after = await visit.read('/snapshot')
      equal(at(after, 'items.0.item.id'), itemId, 'first item of the snapshot')
      for (const name of ['total', 'unseen', 'unread'])
        equal(
          whole(at(after, `counts.${name}`), name) - whole(at(before, `counts.${name}`), name),
          1,
          `growth of counts.${name}`,
        )
      const known = list(at(after, 'senders'), 'senders').map((sender) => at(sender, 'id'))
      claim(known.includes(at(item, 'sender')), 'the sender of the item is among senders')
    },
  },
  {
    id: 'DL-3',
    title: 'refuses a max, an offset or an epoch that is none',
    async run(visit) {
      for (const path of [
        '/snapshot?max=0',
        '/snapshot?max=201',
        '/changes?max=1001',
        '/changes?after=-1',
        '/changes?after=x',
      ])
        problem(await visit.get(path), [400, 'malformed'], path)
    },
  },
  {
    id: 'DL-4',
    title: 'answers changes in ranges that fit together',
    async run(visit) {
      const { epoch, before } = await visit.appear()
      await visit.appear()
      const whole_ = await visit.read(`/changes?${since(epoch, before)}&max=1000`)
      const told: Json[] = []
      for (let after = before; after < Number(at(whole_, 'to')); ) {
        const page = await visit.read(`/changes?${since(epoch, after)}&max=1`)
        equal([at(page, 'recovered'), at(page, 'from')], [true, after], 'recovered and from')
        claim(whole(at(page, 'to'), 'to') > after, 'each page gets further')
        told.push(...list(at(page, 'changes'), 'changes').map((change) => at(change, 'offset') ?? null))
        after = Number(at(page, 'to'))
      }
      const offsets = list(at(whole_, 'changes'), 'changes').map((change) => at(change, 'offset'))
      equal(told.slice(0, offsets.length), offsets, 'offsets in pages and in the whole')
    },
  },
  {
    id: 'DL-4',
    title: 'recovers nobody from another epoch, or from the future',
    async run(visit) {
      const { epoch, offset } = await position(visit)
      for (const query of [since(`${epoch}-other`, 0), since('', 0), since(epoch, offset + 1_000_000)]) {
        const answer = await visit.read(`/changes?${query}`)
        equal([at(answer, 'recovered'), at(answer, 'changes')], [false, []], `recovered and changes of ${query}`)
        equal(at(answer, 'epoch'), epoch, 'epoch')
      }
    },
  },
  {
    id: 'DL-4',
    title: 'resumes a socket with what was missed, then tells what comes without a hole',
    async run(visit) {
      const { epoch, before, itemId } = await visit.appear()
      const socket = visit.open()
      // Right behind the token, as a phone does that waits for nothing.
      socket.send({ type: 'auth', token: visit.backend.token })
      socket.send({ type: 'resume', epoch, offset: before, deviceId: 'verify' })
      const hello = await socket.next('hello')
      equal([at(hello, 'protocol'), at(hello, 'epoch')], [1, epoch], 'protocol and epoch of hello')
      claim(whole(at(hello, 'pingMs'), 'pingMs') > 0, 'pingMs is more than 0')
      const resumed = await socket.next('resumed')
      claim(JSON.stringify(resumed).includes(itemId), 'resumed tells the item that was missed')
      const { itemId: next } = await visit.appear()
      const batch = await socket.nextWith('batch', (frame) => JSON.stringify(frame).includes(next))
      claim(
        whole(at(batch, 'from'), 'from') >= whole(at(resumed, 'to'), 'to'),
        'a batch begins where resumed ended, or later',
      )
      socket.send({ type: 'ping' })
      await socket.next('pong')
    },
  },
  {
    id: 'DL-8',
    title: 'pages through history by cursor: newest first, nothing twice, nothing left out',
    async run(visit) {
      for (let sent = 0; sent < 3; sent += 1) await visit.appear()
      const ids: string[] = []
      const offsets: number[] = []
      let cursor = ''
      for (let pages = 0; pages < 4; pages += 1) {
        const page = await visit.read(`/snapshot?max=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
        for (const row of list(at(page, 'items'), 'items')) {
          ids.push(text(at(row, 'item.id'), 'item.id'))
          offsets.push(whole(at(row, 'item.offset'), 'item.offset'))
        }
        const next = at(page, 'cursor')
        if (next === undefined) break
        cursor = text(next, 'cursor')
      }
      equal(new Set(ids).size, ids.length, 'different ids in the pages')
      equal(
        offsets,
        [...offsets].sort((one, other) => other - one),
        'offsets of the pages',
      )
      const first = await visit.read('/snapshot?max=200')
      const all = list(at(first, 'items'), 'items').map((row) => at(row, 'item.id'))
      equal(ids, all.slice(0, ids.length), 'ids in pages and in one')
    },
  },
  {
    id: 'DL-8',
    title: 'refuses a cursor that is none',
    async run(visit) {
      problem(await visit.get('/snapshot?cursor=minibell-none'), [400, 'malformed'], '/snapshot')
    },
  },
]

/** Where that inbox is. */
export async function position(visit: Visit): Promise<{ readonly epoch: string; readonly offset: number }> {
  const snapshot = await visit.read('/snapshot?max=1')
  return { epoch: text(at(snapshot, 'epoch'), 'epoch'), offset: whole(at(snapshot, 'offset'), 'offset') }
}

function itemHolds(item: Json | undefined): void {
  for (const name of ['id', 'sender', 'message.kind']) text(at(item, name), `item.${name}`)
  for (const name of ['offset', 'sentAt']) whole(at(item, name), `item.${name}`)
  claim(['list', 'bubble'].includes(String(at(item, 'placement'))), 'item.placement is list or bubble')
}
