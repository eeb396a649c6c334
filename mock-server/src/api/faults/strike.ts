import type { Timers } from '@minibell/ports'
import type { Platform } from '../../platform/platform.ts'
import type { Answer } from '../answer.ts'
import type { Asked, Dialect } from '../route.ts'
import type { Fault } from './fault.ts'

/** What a face does instead of answering: the connection ends without a word. */
export const noAnswer: Answer = { status: 0, body: null, verdict: 'X-4' }

/** Lets one request go wrong: `handle` has the effect, `word` says another thing. */
export async function strike(
  fault: Fault,
  parts: {
    readonly handle: () => Promise<Answer>
    readonly word: (kind: WordKind, code?: string | number) => Answer
    readonly timers: Timers
  },
): Promise<Answer> {
  const { handle, word, timers } = parts
  const instead = (answer: Answer): Answer => ({ ...answer, verdict: 'X-4', note: noteOf(fault, answer) })
  const inPlace = async (effect: 'before' | 'after', answer: Answer): Promise<Answer> => {
    if (effect === 'after') await handle()
    return instead(answer)
  }
  switch (fault.kind) {
    case 'answer':
      return inPlace(fault.effect ?? 'before', word('failure', fault.code))
    case 'rate-limit':
      return instead(word('rate-limit'))
    case 'token-expired':
      return instead(word('token-expired'))
    case 'status':
      return inPlace(fault.effect ?? 'before', { status: fault.status, body: null, verdict: 'X-4' })
    case 'drop':
      return inPlace('after', noAnswer)
    case 'cut':
      return inPlace('before', noAnswer)
    case 'delay': {
      if (fault.effect === 'after') return handle().then((answer) => wait(timers, fault.delayMs).then(() => answer))
      await wait(timers, fault.delayMs)
      return handle()
    }
    case 'duplicate':
      await handle()
      return handle()
    default:
      return handle()
  }
}

/** Of which sort the dialect's own words are wanted. */
export type WordKind = 'failure' | 'rate-limit' | 'token-expired'

/** The words of a dialect, or of delivery where it has none of its own. */
export function wordOf(dialect: Dialect, asked: Asked): (kind: WordKind, code?: string | number) => Answer {
  return (kind, code) => dialect.faulty?.(kind, { ...asked, ...(code === undefined ? {} : { code }) }) ?? plain(kind)
}

/** The platform as a request meets it whose fault is a skewed clock; what the platform itself does is in time. */
export function skewed(platform: Platform, fault: Fault | undefined): Platform {
  if (fault?.kind !== 'clock-skew') return platform
  return { ...platform, clock: { ...platform.clock, now: () => platform.clock.now() + fault.skewMs } }
}

/** A body that streams, for a request that comes twice: the second time from memory. */
export function replayed(source: () => AsyncIterable<Uint8Array>): () => AsyncIterable<Uint8Array> {
  let kept: readonly Uint8Array[] | undefined
  return async function* again() {
    if (kept) return yield* kept
    const seen: Uint8Array[] = []
    for await (const chunk of source()) {
      seen.push(chunk)
      yield chunk
    }
    kept = seen
  }
}

const statuses = {
  failure: [503, 'unavailable'],
  'rate-limit': [429, 'flood'],
  'token-expired': [401, 'expired'],
} as const

function plain(kind: WordKind): Answer {
  const [status, code] = statuses[kind]
  const message = 'Failed to answer: a fault was declared for this route. See GET /control/v1/faults.'
  return { status, body: { error: { code, message }, ...(status === 429 && { retryAfterMs: 1_000 }) }, verdict: 'X-4' }
}

function noteOf(fault: Fault, answer: Answer): NonNullable<Answer['note']> {
  const summary = `A declared fault struck: ${fault.kind}${'effect' in fault ? ` ${fault.effect} the effect` : ''}`
  return { ...answer.note, kind: 'request', summary }
}

function wait(timers: Timers, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    timers.after(delayMs, resolve)
  })
}
