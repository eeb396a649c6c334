import { randomBytes } from 'node:crypto'
import type { Undo } from '@minibell/ports'
import type { Engine } from '../engine/engine.ts'
import { type EngineError, engineError } from '../engine/engine-error.ts'
import type { Places } from '../engine/places.ts'
import { announceScript, beatScript, lockScript, unlockScript } from '../engine/scripts.ts'
import { acknowledgements } from './acknowledgements.ts'

/** Runs when this process must look again. What it does with the store after `adopt` is in the life that all others are in. */
export type LookListener = (adopt: () => void) => Promise<void>

/** How the processes at one engine stay of one mind: by a stream that all of them read, and a heartbeat. */
export interface Talk {
  /** Unique over all processes there ever were. */
  readonly process: string
  /** Which generation of keys is the store. */
  life(): number
  /** Throws `EngineError` while the others may have gone on without this process. */
  assure(): void
  /** The engine's wall time, ms since 1970. */
  now(): number
  /** Says that all must look again, in a new life where one is given; resolves when every living process has. */
  announce(newLife?: number): Promise<void>
  /** One process at a time. Not to be called from inside, but for what `isAlone` says. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
  isAlone(): boolean
  onLook(listener: LookListener): Undo
  /** Calls when this process went over to another life. */
  onAdopted(listener: () => void): void
  /** Calls after a time in which this process was cut off. */
  onBack(listener: () => void): void
  close(): Promise<void>
}

const beatMs = 500
/** This process trusts itself so long after a heartbeat, and the others count it as living for longer. */
const trustMs = 4_000
const deadMs = 6_000
const lockTryMs = 20

export async function openTalk(
  engine: Engine,
  { places, shown }: { readonly places: Places; readonly shown: string },
): Promise<Talk> {
  const process = Date.now().toString(36) + randomBytes(5).toString('hex')
  const [talk, alive, lifeKey, lock] = (['talk', 'alive', 'life', 'lock'] as const).map(places.shared) as [
    string,
    string,
    string,
    string,
  ]
  const acks = acknowledgements()
  const listeners = new Set<LookListener>()
  const backs = new Set<() => void>()
  const adoptions = new Set<() => void>()
  let life = 0
  let wanted = 0
  /** Of the monotonic clock. */
  let trustedUntil = Number.NEGATIVE_INFINITY
  let isBehind = false
  let aheadMs = 0
  let isOpen = true
  let isHeld = false
  let looking: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const adopt = (): void => {
    isBehind = false
    if (life === wanted) return
    life = wanted
    for (const adopted of adoptions) adopted()
  }
  /** One look at a time; who asks during one waits for the one after it, since the first may have seen too little. */
  const look = (): Promise<void> => {
    next ??= looking
      .catch(() => undefined)
      .then(() => {
        next = undefined
        looking = lookAgain()
        return looking
      })
    return next
  }
  const lookAgain = async (): Promise<void> => {
    if (listeners.size === 0) return adopt()
    for (const listener of [...listeners]) await listener(adopt)
  }
  /** Works that were under way when the others gave this process up are nobody's any more, until it has looked again. */
  const beat = async (): Promise<void> => {
    const sentAt = performance.now()
    const wallAt = Date.now()
    // The program answers these two.
    const [at, now] = (await engine.script(beatScript, [alive, lifeKey], [process, String(deadMs)])) as [string, string]
    aheadMs = closer(aheadMs, { at: Number(at), wallAt, tookMs: performance.now() - sentAt })
    const wasCut = sentAt > trustedUntil && trustedUntil !== Number.NEGATIVE_INFINITY
    wanted = Number(now)
    isBehind ||= wasCut
    trustedUntil = sentAt + trustMs
    if (isBehind) {
      await look()
      for (const back of backs) back()
    }
    if (acks.areWaited()) acks.only(new Set((await engine.run(alive, ['ZRANGE', alive, '0', '-1'])) as string[]))
  }
  const timer = setInterval(() => void beat().catch(() => undefined), beatMs)
  timer.unref()

  const answer = async (ids: readonly string[]): Promise<void> => {
    while (isOpen) {
      try {
        await look()
        for (const id of ids)
          await engine.run(talk, ['XADD', talk, 'MAXLEN', '~', '1000', '*', 'kind', 'ack', 'by', process, 'of', id])
        return
      } catch {
        await rest(100)
      }
    }
  }
  const follow = async (from: string): Promise<void> => {
    let after = from
    while (isOpen) {
      try {
        const heard = entriesOf(await engine.next(talk, { after, waitMs: 1_000 }))
        after = heard.at(-1)?.id ?? after
        const looks = heard.filter(({ fields }) => fields['kind'] === 'look' && fields['by'] !== process)
        for (const { fields } of heard) if (fields['kind'] === 'ack') acks.heard(fields['of'] ?? '', fields['by'] ?? '')
        const last = looks.at(-1)
        if (!last) continue
        wanted = Number(last.fields['life'])
        void answer(looks.map(({ id }) => id))
      } catch {
        await rest(100)
      }
    }
  }

  const newest = entriesOf([[talk, await engine.run(talk, ['XREVRANGE', talk, '+', '-', 'COUNT', '1'])]])
  await beat()
  adopt()
  void follow(newest[0]?.id ?? '0')

  const assure = (): void => {
    if (!isOpen) throw engineError('closed', shown, { says: 'it is closed. Start the platform again.' })
    if (isBehind || performance.now() > trustedUntil) throw cutOff(shown)
  }
  const locked = async (): Promise<void> => {
    while ((await engine.script(lockScript, [lock, alive], [process])) !== 1) await rest(lockTryMs)
  }

  return {
    process,
    life: () => life,
    assure,
    now: () => Math.floor(Date.now() + aheadMs),
    async announce(newLife) {
      assure()
      // The program answers these two.
      const [id, living] = (await engine.script(
        announceScript,
        [talk, alive, lifeKey],
        [process, newLife === undefined ? '' : String(newLife)],
      )) as [string, string[]]
      if (newLife !== undefined) {
        wanted = newLife
        adopt()
      }
      await acks.of(
        id,
        living.filter((one) => one !== process),
      )
    },
    alone(work) {
      const run = turn.then(async () => {
        await locked()
        isHeld = true
        try {
          return await work()
        } finally {
          isHeld = false
          await engine.script(unlockScript, [lock], [process]).catch(() => undefined)
        }
      })
      turn = run.catch(() => undefined)
      return run
    },
    isAlone: () => isHeld,
    onLook(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    onBack: (listener) => void backs.add(listener),
    onAdopted: (listener) => void adoptions.add(listener),
    async close() {
      isOpen = false
      clearInterval(timer)
      await engine.run(alive, ['ZREM', alive, process]).catch(() => undefined)
    },
  }
}

function cutOff(shown: string): EngineError {
  return engineError('away', shown, {
    says: 'this process was cut off from it for a while. What was under way may have happened; Minibell goes on by itself.',
  })
}

/** The engine's clock over ours, moved only where the two differ by more than a look can be wrong. */
function closer(
  aheadMs: number,
  { at, wallAt, tookMs }: { readonly at: number; readonly wallAt: number; readonly tookMs: number },
): number {
  const seen = at - (wallAt + tookMs / 2)
  return Math.abs(seen - aheadMs) <= tookMs / 2 + 2 ? aheadMs : seen
}

interface Entry {
  readonly id: string
  readonly fields: Readonly<Record<string, string>>
}

/** Of one stream, as `XREAD` answers. */
function entriesOf(reply: unknown): readonly Entry[] {
  // The engine's own shape: streams, each with entries, each with an id and fields in turns.
  const [stream] = (reply ?? []) as readonly (readonly [string, readonly (readonly [string, readonly string[]])[]])[]
  return (stream?.[1] ?? []).map(([id, flat]) => ({
    id,
    fields: Object.fromEntries(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : []))),
  }))
}

function rest(restMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, restMs)
  })
}
