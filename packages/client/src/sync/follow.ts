import type { Undo } from '@minibell/ports'
import { type Change, DecodeError, type Position } from '@minibell/protocol'
import type { MinibellError } from '../error.ts'
import type { InboxHost } from '../host.ts'
import type { InboxStatus } from '../snapshot.ts'
import type { Attempt, Line, Transport } from '../transports/transport.ts'
import type { Calls } from './calls.ts'
import { judge, type Move, type Range } from './judge.ts'

/** What following a log needs of the inbox. */
export interface Followed<Host> {
  readonly host: InboxHost & Host
  readonly transports: readonly Transport<Host>[]
  readonly calls: Calls
  deviceId(): string
  at(): Position | undefined
  /** The answer to a pull. */
  changes(after: Position): Promise<Range>
  take(changes: readonly Change[], to: number): void
  /** Gets a snapshot and takes it. */
  reload(lost: Move['lost']): Promise<void>
  /** Sends what waits; resolves at once when nothing does. */
  flush(): Promise<void>
  status(status: InboxStatus): void
  serverAt(at: number): void
}

/** A log being followed, until `stop`. */
export interface Following {
  /** One request at a time; repeated until there is no doubt left. */
  pull(what: 'changes' | 'snapshot'): void
  /** Sends the outbox within `ms`. */
  flush(withinMs: number): void
  /** Leaves an error or a back-off at once, and distrusts a silent line. */
  wake(): void
  stop(): void
}

type Trouble = Partial<Pick<MinibellError, 'code' | 'message' | 'fatal' | 'retryAfterMs'>>

export function follow<Host>(inbox: Followed<Host>): Following {
  const { host, transports, calls } = inbox
  const { timers, lifecycle, random } = host
  let over = false
  let failures = 0
  let fault: InboxStatus | undefined
  let failing = false
  let retry: Undo | undefined
  let attempt: Attempt | undefined
  let rank = 0
  let connecting = false
  let liveAt: number | undefined
  let working = false
  let want: 'changes' | 'snapshot' | undefined
  let reloading = false
  let lost: Move['lost']
  let mustFlush = false
  let flushAt = 0
  let flushing: Undo | undefined

  const status = (): void => {
    if (over) return
    if (fault) inbox.status(fault)
    else if (liveAt !== undefined && !failing) inbox.status({ phase: 'live' })
    else if (lifecycle?.online() === false) inbox.status({ phase: 'offline' })
    else inbox.status({ phase: inbox.at() ? 'connecting' : 'loading' })
  }

  const hangUp = (): void => {
    attempt?.stop()
    attempt = liveAt = undefined
  }

  const fail = ({ fatal, code = '', message = '', retryAfterMs }: Trouble): void => {
    if (over) return
    if (fatal) {
      fault = { phase: 'error', code, message }
      hangUp()
    } else if (!retry) {
      retry = timers.after(retryAfterMs ?? random() * Math.min(30_000, 500 * 2 ** failures), go)
      failures += 1
    }
    status()
  }

  const go = (): void => {
    retry?.()
    retry = fault = undefined
    mustFlush = true
    work()
    connect()
    status()
  }

  const step = async (): Promise<void> => {
    const what = want
    want = undefined
    try {
      if (what === 'snapshot') {
        reloading = true
        await inbox.reload(lost)
        lost = undefined
      } else if (what)
        receive(await inbox.changes(inbox.at() as Position)) // after the first snapshot
      else {
        mustFlush = false
        await inbox.flush()
      }
    } catch (error) {
      if (what) pull(what)
      else mustFlush = true
      throw error
    } finally {
      reloading = false
    }
  }

  /** The only one to talk HTTP: so an answer is never older than what it meets. */
  const work = async (): Promise<void> => {
    if (working || fault || (retry && failing)) return
    working = true
    try {
      while (!over && (want || mustFlush)) await step()
      if (failing) failures = 0
      failing = false
      connect()
      status()
    } catch (error) {
      if (error instanceof DecodeError) host.report(error, 'pull')
      failing = true
      fail(Object(error))
    }
    working = false
  }

  const pull = (what: 'changes' | 'snapshot'): void => {
    if (want !== 'snapshot') want = what
    work()
  }

  const receive = (range: Range): void => {
    if (reloading) return void pull('changes')
    const move = judge(inbox.at() as Position, range) // nothing is received before the first snapshot
    lost = move.lost || lost
    if (move.take) inbox.take(move.take, range.to)
    if (move.pull) pull(move.pull)
  }

  const dial = (token: string, forget: () => void): void => {
    let bye: Trouble = {}
    const line: Line<Host> = {
      host,
      url: calls.url,
      token,
      deviceId: inbox.deviceId(),
      at: () => inbox.at() as Position, // dialled after the first snapshot
      pull: () => pull('changes'),
      live() {
        liveAt = timers.elapsed()
        status()
      },
      frame(frame) {
        if ('serverAt' in frame) inbox.serverAt(frame.serverAt)
        else if ('changes' in frame) receive(frame)
        else if (frame.type === 'bye') {
          if (frame.code === 'expired') forget()
          bye = { ...frame, fatal: frame.code === 'unauthorized', message: 'The platform does not know this token.' }
        }
      },
      closed() {
        if (liveAt !== undefined && timers.elapsed() - liveAt >= 10_000) failures = 0
        attempt = liveAt = undefined
        fail(bye)
      },
    }
    rank = Math.min(failures >> 1, transports.length - 1)
    attempt = transports[rank]?.(line)
  }

  const connect = async (): Promise<void> => {
    if (attempt || connecting || retry || fault || over || !inbox.at()) return
    connecting = true
    const used = calls.token()
    try {
      const token = await used
      if (!fault && !over) dial(token, () => calls.forget(used))
    } catch (error) {
      fail(Object(error))
    }
    connecting = false
  }

  const wake = (): void => {
    attempt?.wake?.()
    if (rank) hangUp()
    rank = failures = 0
    pull('changes')
    go()
  }

  const unwatch = lifecycle?.on(() => (lifecycle.visible() && lifecycle.online() !== false ? wake() : status()))
  let net: Undo
  const spread = (): void => {
    net = timers.after(60_000 * (1 + random()), spread)
    pull('changes')
  }
  want = inbox.at() ? 'changes' : 'snapshot'
  spread()
  go()

  return {
    pull,
    wake,
    flush(withinMs) {
      const dueAt = timers.elapsed() + withinMs
      if (flushing && flushAt <= dueAt) return
      flushing?.()
      flushAt = dueAt
      flushing = timers.after(withinMs, () => {
        flushing = undefined
        mustFlush = true
        work()
      })
    },
    stop() {
      over = true
      hangUp()
      for (const undo of [unwatch, net, retry, flushing]) undo?.()
      calls.abort()
    },
  }
}
