import type { Core } from '../../core.ts'
import { partsOf } from '../../storage/key.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { SenderId } from '../../world.ts'
import { chinaDay } from '../china-time.ts'
import { type AskedRow, type TokenRow, tokenKeys, tokenPartition } from './token-places.ts'

/** Access tokens of official accounts. The two ways do not touch each other. */
export interface AccountTokens {
  /** `/cgi-bin/token`: always a new one; the one before lives on for 5 minutes. */
  issue(sender: SenderId): Promise<IssuedToken>
  /** `/cgi-bin/stable_token`: the same one until 5 minutes before its end; `force` ends it at once. */
  issueStable(sender: SenderId, options: { readonly force: boolean }): Promise<IssuedToken>
  check(token: string): Promise<CheckedToken>
  /** The operator, or a new secret: all tokens of the account end now. */
  revoke(sender: SenderId): Promise<void>
}

export type IssuedToken =
  | { readonly ok: true; readonly token: string; readonly expiresInS: number }
  /** 45009: the day's are used up; 45011: too many in a minute, or a forced one within 30 s. */
  | { readonly ok: false; readonly code: 45009 | 45011 }

/** 40014: no token could look so; 40001: unknown, revoked or superseded; 42001: expired. */
export type CheckedToken =
  | { readonly ok: true; readonly sender: SenderId }
  | { readonly ok: false; readonly code: 40001 | 40014 | 42001 }

/** What the facts say of tokens. */
export const tokenNumbers = {
  lifeMs: 7_200_000,
  overlapMs: 300_000,
  renewalMs: 300_000,
  plainPerDay: 2_000,
  stablePerDay: 500_000,
  stablePerMinute: 10_000,
  forcedPerDay: 20,
  forcedApartMs: 30_000,
} as const

export function accountTokens(core: Core): AccountTokens {
  const write = <Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> =>
    core.gate.together(() => core.transactions.write(tokenPartition, work))
  return {
    issue: (sender) => write((transaction) => issue(core, transaction, sender)),
    issueStable: (sender, { force }) =>
      write((transaction) => (force ? issueForced(core, transaction, sender) : issueStable(core, transaction, sender))),
    check: (token) => check(core, token),
    revoke: (sender) => write((transaction) => revoke(core, transaction, sender)),
  }
}

async function check(core: Core, token: string): Promise<CheckedToken> {
  if (!/^[A-Za-z0-9_-]{20,512}$/.test(token)) return { ok: false, code: 40014 }
  const now = core.clock.now()
  const row = await core.transactions.read(tokenPartition, (transaction) => transaction.get(tokenKeys.token(token)))
  if (!row || (row.supersededAt ?? Number.POSITIVE_INFINITY) <= now) return { ok: false, code: 40001 }
  return row.expiresAt <= now ? { ok: false, code: 42001 } : { ok: true, sender: row.sender }
}

async function issue(core: Core, transaction: Transaction, sender: SenderId): Promise<IssuedToken> {
  const now = core.clock.now()
  const asked = await askedOf(transaction, sender, now)
  if (asked.plain >= tokenNumbers.plainPerDay) return { ok: false, code: 45009 }
  await supersede(transaction, asked.last.token, now + tokenNumbers.overlapMs)
  return give(core, transaction, { sender, of: 'token', asked: { ...asked, plain: asked.plain + 1 } })
}

async function issueStable(core: Core, transaction: Transaction, sender: SenderId): Promise<IssuedToken> {
  const now = core.clock.now()
  const asked = await counted(transaction, sender, now)
  if ('code' in asked) return { ok: false, code: asked.code }
  const last = asked.last.stable
  const row = last === undefined ? undefined : await transaction.get(tokenKeys.token(last))
  const leftMs = row && row.supersededAt === undefined ? row.expiresAt - now : 0
  if (last === undefined || leftMs < tokenNumbers.renewalMs)
    return give(core, transaction, { sender, of: 'stable', asked })
  transaction.put(tokenKeys.asked(sender), asked)
  return { ok: true, token: last, expiresInS: Math.min(7_200, Math.floor(leftMs / 1_000)) }
}

async function issueForced(core: Core, transaction: Transaction, sender: SenderId): Promise<IssuedToken> {
  const now = core.clock.now()
  const asked = await counted(transaction, sender, now)
  if ('code' in asked) return { ok: false, code: asked.code }
  const { forcedAt, forced } = asked
  if (forcedAt !== undefined && now >= forcedAt && now - forcedAt < tokenNumbers.forcedApartMs)
    return { ok: false, code: 45011 }
  if (forced >= tokenNumbers.forcedPerDay) return { ok: false, code: 45009 }
  await supersede(transaction, asked.last.stable, now)
  return give(core, transaction, { sender, of: 'stable', asked: { ...asked, forced: forced + 1, forcedAt: now } })
}

/** One more call of `stable_token`, where the minute and the day have room. */
async function counted(
  transaction: Transaction,
  sender: SenderId,
  now: number,
): Promise<AskedRow | { readonly code: 45009 | 45011 }> {
  const asked = await askedOf(transaction, sender, now)
  if (asked.stable >= tokenNumbers.stablePerDay) return { code: 45009 }
  const [startedAt, calls] = asked.minute ?? [now, 0]
  const isRunning = now >= startedAt && now - startedAt < 60_000
  if (isRunning && calls >= tokenNumbers.stablePerMinute) return { code: 45011 }
  return { ...asked, stable: asked.stable + 1, minute: isRunning ? [startedAt, calls + 1] : [now, 1] }
}

async function askedOf(transaction: Transaction, sender: SenderId, now: number): Promise<AskedRow> {
  const day = chinaDay(now)
  const row = await transaction.get(tokenKeys.asked(sender))
  if (row?.day === day) return row
  await forget(transaction, sender, now - 86_400_000)
  return { ...row, last: row?.last ?? {}, day, plain: 0, stable: 0, forced: 0 }
}

/** A token that ends sooner anyway stays as it is. */
async function supersede(transaction: Transaction, token: string | undefined, at: number): Promise<void> {
  const key = token === undefined ? undefined : tokenKeys.token(token)
  const row = key && (await transaction.get(key))
  if (key && row && (row.supersededAt ?? row.expiresAt) > at) transaction.put(key, { ...row, supersededAt: at })
}

async function give(
  core: Core,
  transaction: Transaction,
  { sender, of, asked }: { readonly sender: SenderId; readonly of: TokenRow['of']; readonly asked: AskedRow },
): Promise<IssuedToken> {
  const now = core.clock.now()
  let token = drawn(core)
  while (await transaction.get(tokenKeys.token(token))) token = drawn(core)
  transaction.put(tokenKeys.token(token), { sender, of, expiresAt: now + tokenNumbers.lifeMs })
  transaction.put(tokenKeys.asked(sender), { ...asked, last: { ...asked.last, [of]: token } })
  return { ok: true, token, expiresInS: tokenNumbers.lifeMs / 1_000 }
}

async function revoke(core: Core, transaction: Transaction, sender: SenderId): Promise<void> {
  const now = core.clock.now()
  for (const [token, row] of await tokensOf(transaction, sender)) {
    const supersededAt = Math.min(now, row.supersededAt ?? now)
    transaction.put(tokenKeys.token(token), { ...row, supersededAt })
  }
}

/** Once a day: tokens that were over a day before are unknown from now on. */
async function forget(transaction: Transaction, sender: SenderId, before: number): Promise<void> {
  for (const [token, row] of await tokensOf(transaction, sender))
    if (row.expiresAt < before) transaction.put(tokenKeys.token(token), undefined)
}

async function tokensOf(transaction: Transaction, sender: SenderId): Promise<readonly (readonly [string, TokenRow])[]> {
  const rows = await transaction.scan({ prefix: tokenKeys.tokens, max: Number.MAX_SAFE_INTEGER })
  // Only `tokenKeys.token` writes below this prefix.
  return rows
    .map(({ key, value }) => [partsOf(key)[1] ?? '', value as TokenRow] as const)
    .filter(([, row]) => row.sender === sender)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

function drawn(core: Core): string {
  const letters = Array.from({ length: 134 }, () => alphabet[Math.floor(core.random() * 64)])
  return `${10 + Math.floor(core.random() * 90)}_${letters.join('')}`
}
