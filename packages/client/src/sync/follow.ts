import type { Undo } from '@minibell/ports'
import { DecodeError, decodeChanges, decodeReceiptsAnswer, decodeSnapshot, type Position } from '@minibell/protocol'
import type { Events } from '../events.ts'
import type { InboxHost } from '../host.ts'
import type { Queue } from '../receipts/queue.ts'
import type { InboxStatus } from '../snapshot.ts'
import type { News, Store } from '../store/store.ts'
import type { Attempt, Transport } from '../transports/transport.ts'
import type { Calls } from './calls.ts'
import { isApart, isStale, judge, type Move, type Range } from './judge.ts'

/** What following a log needs of the inbox. */
export interface Followed<Host> {
  readonly host: InboxHost & Host
  readonly transports: readonly Transport<Host>[]
  readonly calls: Calls
  readonly store: Store
  readonly queue: Queue
  readonly emit: Events['emit']
  publish(news: News): void
  status(status: InboxStatus): void
  serverAt(at: number): void
}

/** A log being followed, until `stop`. */
export interface Following {
  /** One request at a time, repeated until there is no doubt left. */
  pull(what?: 'changes' | 'snapshot'): void
  /** Sends the receipts that wait, within half a second. */
  flush(): void
  /** Leaves an error or a back-off at once, and distrusts a silent line. */
  wake(): void
  stop(): void
}

export function follow<Host>(inbox: Followed<Host>): Following {
  const { host, transports, calls, store, queue, emit, publish, status, serverAt } = inbox
  const { timers, lifecycle, random } = host
  let isOver = false
  let isBusy = false
  let isReloading = false
  let isFailing = false
  let isDialling = false
  let failures = 0
  let rank = 0
  let fault: InboxStatus | undefined
  let attempt: Attempt | undefined
  let liveAt: number | undefined
  let want: 'changes' | 'snapshot' | undefined
  let lost: Move['lost']
  let retry: Undo | undefined
  let flushing: Undo | undefined
  let net: Undo

  const tell = (): void => {
    if (isOver) return
    if (fault) status(fault)
    else if (liveAt !== undefined && !isFailing) status({ phase: 'live' })
    else if (lifecycle && lifecycle.online() === false) status({ phase: 'offline' })
    else status({ phase: store.at() ? 'connecting' : 'loading' })
  }

  const hangUp = (): void => {
    if (attempt) attempt.stop()
    attempt = liveAt = undefined
  }

  /** `error`: a `MinibellError`, a `bye`, or whatever a port rejected with. */
  const fail = (error: unknown): void => {
    const { fatal, code, message, retryAfterMs } = Object(error)
    if (fatal) {
      fault = { phase: 'error', code, message }
      hangUp()
    } else if (!retry && !isOver) {
      retry = timers.after(retryAfterMs || random() * Math.min(30_000, 500 * 2 ** failures), go)
      failures += 1
    }
    tell()
  }

  const go = (): void => {
    if (retry) retry()
    retry = fault = undefined
    work()
    connect()
  }

  const reload = async (): Promise<void> => {
    const max = store.snapshot().length > 50 ? 200 : 50
    const whole = await calls.call(`/snapshot?max=${max}`, decodeSnapshot)
    const at = store.at()
    if (isStale(at, whole)) return
    store.replace(whole)
    const news = store.news()
    for (const one of queue.waiting()) {
      if (!('all' in one)) store.mark(one.kind, [one.itemId])
      else if (one.epoch === whole.epoch) store.markAll(one.kind, one.all.upTo, one.all.sender)
      // Its offset means nothing here.
      else queue.settle(one.receiptId)
    }
    // What waits was told when it happened.
    const { isDoubtful } = store.news()
    for (const { item, marks } of whole.items) if (!marks[0]) queue.add({ kind: 'delivered', itemId: item.id })
    serverAt(whole.serverAt)
    publish({ ...news, isDoubtful })
    if (lost || (at && isApart(at, whole))) emit('resync', lost ? { lost } : {})
    lost = undefined
  }

  const flush = async (): Promise<void> => {
    const receipts = await queue.batch()
    if (!receipts[0]) return
    const body = { deviceId: queue.deviceId(), receipts }
    const { accepted, refused } = await calls.call('/receipts', decodeReceiptsAnswer, body).catch((error) => {
      // A body that the platform cannot read would be sent for ever.
      if (Object(error).code !== 'malformed') throw error
      return { accepted: [], refused: receipts.map(({ receiptId }) => ({ receiptId, code: 'malformed' as const })) }
    })
    accepted.forEach(queue.settle)
    for (const refusal of refused) {
      const receipt = receipts.find(({ receiptId }) => receiptId === refusal.receiptId)
      queue.settle(refusal.receiptId)
      if (receipt) emit('refused', { receipt, refusal })
      // What was shown too early is taken back by the platform's own word.
      want = 'snapshot'
    }
    if (!accepted[0] && !refused[0]) throw new Error('The platform passed over every receipt.')
  }

  /** The only one that talks HTTP for the log, one request at a time: so no answer is older than what it meets. */
  const work = async (): Promise<void> => {
    if (isBusy || isOver || fault || (retry && isFailing)) return
    const at = store.at()
    // Receipts go before a snapshot that is asked for again, so that it knows of them; unless they just failed.
    const what = at && !isFailing && want === 'snapshot' && queue.waiting()[0] ? undefined : want
    isBusy = true
    isReloading = what === 'snapshot'
    if (what) want = undefined
    try {
      if (isReloading) await reload()
      else if (what && at)
        receive(
          await calls.call(`/changes?epoch=${encodeURIComponent(at.epoch)}&after=${at.offset}&max=1000`, decodeChanges),
        )
      else await flush()
      if (isFailing) failures = 0
      isFailing = false
    } catch (error) {
      if (error instanceof DecodeError) host.report(error, 'pull')
      if (what) pull(what)
      isFailing = true
      fail(error)
    }
    isBusy = isReloading = false
    if (want || queue.waiting()[0]) work()
    connect()
    tell()
  }

  const pull: Following['pull'] = (what = 'changes') => {
    if (want !== 'snapshot') want = what
    work()
  }

  const receive = (range: Range): void => {
    const move: Move = isReloading ? { pull: 'changes' } : judge(store.at() as Position, range) // a snapshot came before
    lost = move.lost || lost
    if (move.take) {
      store.take(move.take, range.to)
      publish(store.news())
    }
    if (move.pull) pull(move.pull)
  }

  const connect = async (): Promise<void> => {
    if (attempt || isDialling || retry || fault || isOver || !store.at()) return
    isDialling = true
    const used = calls.token()
    const token = await used.catch(fail)
    isDialling = false
    if (!token || fault || isOver) return
    try {
      dial(token, () => calls.forget(used))
    } catch (error) {
      host.report(error, 'transport')
      fail(error)
    }
  }

  const dial = (token: string, forget: () => void): void => {
    let bye: unknown
    rank = Math.min(failures >> 1, transports.length - 1)
    attempt = (transports[rank] as Transport<Host>)({
      host,
      url: calls.url,
      token,
      deviceId: queue.deviceId(),
      at: () => store.at() as Position, // dialled after a snapshot
      pull,
      live() {
        liveAt = timers.elapsed()
        tell()
      },
      frame(frame) {
        if ('serverAt' in frame) serverAt(frame.serverAt)
        if ('changes' in frame) receive(frame)
        if (frame.type !== 'bye') return
        const fatal = frame.code === 'unauthorized'
        if (fatal || frame.code === 'expired') forget()
        bye = { ...frame, fatal, message: 'The platform does not know this token.' }
      },
      closed() {
        if (liveAt !== undefined && timers.elapsed() - liveAt >= 10_000) failures = 0
        attempt = liveAt = undefined
        fail(bye)
      },
    })
  }

  const wake = (): void => {
    if (attempt?.wake) attempt.wake()
    if (rank) hangUp()
    rank = failures = 0
    if (want !== 'snapshot') want = 'changes'
    go()
  }

  const patrol = (): void => {
    net = timers.after(60_000 * (1 + random()), patrol)
    pull()
  }

  const unwatch = lifecycle?.on(() => (lifecycle.visible() && lifecycle.online() !== false ? wake() : tell()))
  want = 'snapshot'
  patrol()
  tell()

  return {
    pull,
    wake,
    flush() {
      if (!flushing)
        flushing = timers.after(500, () => {
          flushing = undefined
          work()
        })
    },
    stop() {
      isOver = true
      hangUp()
      for (const undo of [unwatch, net, retry, flushing]) if (undo) undo()
      calls.abort()
    },
  }
}
