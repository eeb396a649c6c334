import type { Timers, Undo } from '@minibell/ports'
import type { Flood } from '../../../api/dispatch/flood.ts'
import { clientAddress, isOwnAddress } from './address.ts'
import { type Bucket, bucket, type ClientBounds } from './bucket.ts'

/** `off`: any number. */
export interface FairnessOptions {
  /** Of one IP address, of IPv6 64 bits of it. Default 1,000 a second and 200 at a time. */
  readonly perAddress?: ClientBounds | 'off'
  /** Of one bearer token, or `access_token`. Default 1,000 a second and 200 at a time. */
  readonly perToken?: ClientBounds | 'off'
  /** Whether this machine's own addresses count. Default false: a suite of tests is many clients of one address. */
  readonly countOwn?: boolean
}

/** Lets clients in, so that none takes the others' share. */
export interface Fairness {
  enter(client: { readonly address?: string | undefined; readonly token?: string | undefined }): Entered
}

export type Entered = { readonly ok: true; readonly leave: Undo } | { readonly ok: false; readonly flood: Flood }

const generous: ClientBounds = { perSecond: 1_000, concurrent: 200 }

/** More clients than this, and those at rest are forgotten. */
const mostRemembered = 10_000

export function fairness(timers: Timers, options: FairnessOptions = {}): Fairness {
  const { perAddress = generous, perToken = generous, countOwn = false } = options
  const addresses = accounts(timers, perAddress)
  const tokens = accounts(timers, perToken)
  return {
    enter({ address, token }) {
      const counted = address !== undefined && (countOwn || !isOwnAddress(address))
      const claims: readonly Claim[] = [
        ...(counted ? addresses.claim(clientAddress(address), 'address') : []),
        ...(token === undefined ? [] : tokens.claim(token, 'token')),
      ]
      return claims.length === 0 ? free : takeAll(claims)
    },
  }
}

const free: Entered = { ok: true, leave: () => undefined }

interface Claim {
  readonly of: Bucket
  readonly bounds: ClientBounds
  /** For the sentence; a token is never told. */
  readonly who: string
}

/** All or none. */
function takeAll(claims: readonly Claim[]): Entered {
  const taken: Bucket[] = []
  const leave = (): void => {
    for (const one of taken.splice(0)) one.leave()
  }
  for (const claim of claims) {
    const why = claim.of.take()
    if (why) {
      leave()
      return { ok: false, flood: floodOf(claim, why) }
    }
    taken.push(claim.of)
  }
  for (const one of taken) one.wasLetIn = true
  return { ok: true, leave }
}

function floodOf({ of, bounds, who }: Claim, why: 'rate' | 'concurrent'): Flood {
  const isFirst = of.wasLetIn
  of.wasLetIn = false
  const retryAfterMs = why === 'rate' ? of.waitMs() : 1_000
  const bound =
    why === 'rate' ? `${bounds.perSecond} requests a second` : `${bounds.concurrent} requests that are under way`
  const message = `Failed to answer: ${who} has more than ${bound}. Ask again in ${retryAfterMs} ms, and less often.`
  return { message, retryAfterMs, isFirst }
}

function accounts(timers: Timers, bounds: ClientBounds | 'off') {
  const known = new Map<string, Bucket>()
  let sweptAt = timers.elapsed()
  const forgetIdle = (): void => {
    const now = timers.elapsed()
    if (now - sweptAt < 1_000) return
    sweptAt = now
    for (const [name, one] of known) if (one.isIdle()) known.delete(name)
  }
  return {
    claim(name: string, what: 'address' | 'token'): readonly Claim[] {
      if (bounds === 'off') return []
      const of = known.get(name) ?? bucket(timers, bounds)
      if (known.size >= mostRemembered && !known.has(name)) forgetIdle()
      known.set(name, of)
      return [{ of, bounds, who: what === 'token' ? 'the token' : `the address ${name}` }]
    },
  }
}
