import type { Undo } from '@minibell/ports'
import { DecodeError, decodeChanges, decodeSnapshot, type Position, type ServerFrame } from '@minibell/protocol'
import { adviceOn } from '../error.ts'
import type { InboxHost } from '../host.ts'
import type { Base } from '../part.ts'
import type { InboxStatus } from '../snapshot.ts'
import type { Attempt, Transport } from '../transports/transport.ts'
import { isStale, judge, type Move, type Range } from './judge.ts'

/** The log of one person and scope. */
export interface Following {
  /** Goes on from the position that is there; without one, or where it is wanted, with a snapshot. */
  start(): void
  isSettled(): boolean
  /** One request at a time, repeated until there is no doubt left. */
  pull(what?: Wanted): void
  /** Sends the receipts that wait. */
  work(): void
  /** News, whichever way it came. */
  hear(frame: ServerFrame): void
  /** Leaves an error or a back-off at once, and distrusts a silent line. */
  wake(): void
  /** May be followed by another `start`. */
  stop(): void
}

type Wanted = 'changes' | 'snapshot'

export function follow<Host>(core: Base, host: InboxHost & Host, transports: readonly Transport<Host>[]): Following {
  const { session, calls, store, emit, changed, publish, serverAt } = core
  const { timers, lifecycle, random } = host
  let isOver = true
  let doing: Wanted | boolean | undefined
  let misses = 0
  let failures = 0
  let rank = 0
  let liveAt = -1
  let want: Wanted | undefined
  let fault: InboxStatus | undefined
  let attempt: Attempt | undefined
  let lost: Move['lost']
  let retry: Undo | undefined
  let net: Undo = () => {}
  let unwatch: Undo | undefined
  let place: () => void
  let placed: Promise<void>

  const isOffline = (): boolean => !!lifecycle && lifecycle.online() === false

  const isHidden = (): boolean => !!lifecycle && !lifecycle.visible()

  const tell = (): void => {
    const idle = isOver || isOffline() ? 'offline' : store.at() ? 'connecting' : 'loading'
    const status = fault || { phase: store.at() && liveAt >= 0 && !misses ? 'live' : idle }
    if (status.phase === store.snapshot().status.phase) return
    store.status(status)
    changed()
  }

  const hangUp = (): void => {
    if (attempt) attempt.stop()
    attempt = undefined
    liveAt = -1
  }

  /** `error`: a `MinibellError`, a `bye`, or whatever a port rejected with. */
  const fail = (error: unknown): void => {
    const { fatal, code, message, retryAfterMs } = Object(error)
    if (fatal) {
      fault = { phase: 'error', code, message }
      hangUp()
    } else if (!retry && !isOver)
      retry = timers.after(retryAfterMs || random() * Math.min(30_000, 500 * 2 ** Math.max(misses, failures)), go)
    tell()
  }

  const drop = (error: unknown): void => {
    fail(error)
    failures += 1
  }

  const go = (): void => {
    if (retry) retry()
    retry = fault = undefined
    work()
    connect()
  }

  const reload = async (): Promise<void> => {
    const whole = await calls.ask(`/snapshot?max=${store.snapshot().length > 50 ? 200 : 50}`, decodeSnapshot)
    const at = store.at()
    if (at && isStale(at, whole)) return
    serverAt(whole.serverAt)
    core.adopt(whole)
    place()
    // At the very position nothing was missed.
    if (lost || (at && (at.offset !== whole.offset || at.epoch !== whole.epoch))) emit('resync', lost ? { lost } : {})
    lost = undefined
  }

  const ask = async ({ epoch, offset }: Position): Promise<void> =>
    receive(await calls.ask(`/changes?epoch=${encodeURIComponent(epoch)}&after=${offset}&max=1000`, decodeChanges))

  /** The only one that talks HTTP for the log, one request at a time: so no answer is older than what it meets. */
  const work = async (): Promise<void> => {
    if (doing || isOver || fault || (retry && misses)) return
    const at = store.at()
    const what = want
    doing = what || true
    want = undefined
    try {
      if (what === 'snapshot') await reload()
      else if (what && at) await ask(at)
      else await core.flush()
      misses = 0
    } catch (error) {
      if (error instanceof DecodeError) host.report(error, 'pull')
      if (what) pull(what)
      fail(error)
      misses += 1
    }
    doing = false
    if (want || core.isWaiting()) work()
    connect()
    tell()
  }

  const pull = (what: Wanted = 'changes'): void => {
    if (want !== 'snapshot') want = what
    work()
  }

  const receive = (range: Range): void => {
    // Nothing is judged by a position that a snapshot is about to replace.
    const at = store.at()
    const move: Move = !at || doing === 'snapshot' ? { pull: 'changes' } : judge(at, range)
    lost = move.lost || lost
    if (move.take) {
      store.take(move.take, range.to)
      publish()
    }
    if (move.pull) pull(move.pull)
  }

  const hear = (frame: ServerFrame): void => {
    if ('serverAt' in frame) serverAt(frame.serverAt)
    if ('changes' in frame) receive(frame)
  }

  const connect = async (): Promise<void> => {
    if (attempt || retry || fault || isOver) return
    const dialling = { stop() {} }
    attempt = dialling
    const used = calls.token()
    const token = await used.catch(drop)
    // Somebody hung up meanwhile, and may be dialling again.
    if (attempt !== dialling) return
    attempt = undefined
    if (!token) return
    try {
      dial(token, used)
    } catch (error) {
      host.report(error, 'transport')
      drop(error)
    }
  }

  const dial = (token: string, used: Promise<string>): void => {
    let bye: unknown
    rank = Math.min(failures >> 1, transports.length - 1)
    attempt = (transports[rank] as Transport<Host>)({
      host,
      url: calls.url,
      session,
      token,
      deviceId: core.deviceId(),
      failures,
      placed,
      at: () => store.at() as Position, // whoever was placed has one
      pull,
      live() {
        liveAt = timers.elapsed()
        tell()
      },
      frame(frame) {
        hear(frame)
        if (frame.type !== 'bye') return
        const fatal = frame.code === 'unauthorized'
        if (fatal || frame.code === 'expired') calls.forget(used)
        bye = { ...frame, fatal, message: adviceOn(frame.code) }
      },
      closed() {
        if (liveAt >= 0 && timers.elapsed() - liveAt >= 10_000) failures = 0
        hangUp()
        drop(bye)
      },
    })
  }

  const wake = (): void => {
    if (attempt && attempt.wake) attempt.wake()
    if (rank) hangUp()
    rank = misses = failures = 0
    want = want || 'changes'
    go()
  }

  /** Hidden for four seconds, one less than hosts leave a socket: no connection and no timer until it is shown. */
  const sleep = (): void => {
    isOver = true
    hangUp()
    if (retry) retry()
    retry = fault = undefined
    tell()
  }

  const watch = (): void => {
    if (isHidden()) {
      net()
      net = timers.after(4_000, sleep)
    }
    if (isHidden() || isOffline()) tell()
    else {
      isOver = false
      net()
      patrol()
      wake()
    }
  }

  /** Asks now and then, seldom while news comes by itself: of every doubt that nobody had, an end. */
  const patrol = (): void => {
    net = timers.after((liveAt < 0 ? 60_000 : 600_000) * (1 + random()), patrol)
    pull()
  }

  return {
    pull,
    hear,
    work,
    wake,
    isSettled: () => !want && (!doing || doing === true),
    start() {
      isOver = false
      misses = failures = 0
      placed = new Promise((resolve) => {
        place = resolve
      })
      if (store.at()) place()
      else want = 'snapshot'
      unwatch = lifecycle && lifecycle.on(watch)
      patrol()
      connect()
      if (isHidden()) watch()
      tell()
    },
    stop() {
      if (unwatch) unwatch()
      net()
      calls.abort()
      sleep()
    },
  }
}
