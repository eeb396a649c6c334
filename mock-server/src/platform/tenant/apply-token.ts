import type { Core } from '../core.ts'
import { requirePerson, requireSender } from '../directory/required.ts'
import { type GrantAttempt, grantRules } from '../rulebook/open-api/grant-rules.ts'
import { randomText } from '../seeded.ts'
import type { Key } from '../storage/key.ts'
import type { Transaction } from '../storage/transaction.ts'
import { worldKeys, worldPartition } from '../storage/world-places.ts'
import type { PersonId, TokenSource } from '../world.ts'
import type { TokenOutcome } from './tenant.ts'

/** After the wire's shape was checked. */
export interface TokenRequest {
  readonly kind: 'AUTHORIZATION_CODE' | 'REFRESH_TOKEN'
  /** The code or the refresh token. */
  readonly text: string
  /** `Client-Id`, where there is one. */
  readonly clientId?: string
  /** `authClientId`: a client's id or the mini-program's. */
  readonly authClientId?: string
  readonly appId?: string
}

export interface GrantedTokens {
  readonly person: PersonId
  readonly accessToken: string
  readonly accessTokenExpiresAt: number
  readonly refreshToken: string
  readonly refreshTokenExpiresAt: number
}

/** Lives that no page states; ours. */
const accessTokenLifeMs = 86_400_000
const refreshTokenLifeMs = 30 * 86_400_000

/** Throws `RangeError` for unknown ids. */
export function issueAuthCode(core: Core, source: Omit<TokenSource, 'used'>): Promise<string> {
  return core.transactions.write(worldPartition, async (transaction) => {
    await requirePerson(transaction, source.person)
    await requireSender(transaction, source.sender)
    const code = await fresh(core, transaction, { start: 'ac-', keyOf: worldKeys.authCode })
    transaction.put(worldKeys.authCode(code), source)
    return code
  })
}

/** OA-10: looks, judges and spends as one commit, so that of two who come at once one is refused. */
export function applyToken(core: Core, request: TokenRequest): Promise<TokenOutcome> {
  return core.transactions.write(worldPartition, async (transaction): Promise<TokenOutcome> => {
    const key = request.kind === 'AUTHORIZATION_CODE' ? worldKeys.authCode : worldKeys.refreshToken
    const source = await transaction.get(key(request.text))
    const attempt: GrantAttempt = {
      now: core.clock.now(),
      kind: request.kind,
      ...(source && { source }),
      owned: source ? await isOwn(transaction, request, source) : false,
    }
    const { verdict, explanation } = core.judge.judged(grantRules, attempt)
    if (verdict) return { accepted: false, verdict, explanation }
    if (!source) return { accepted: true, explanation }
    transaction.put(key(request.text), { ...source, used: true })
    return { accepted: true, explanation, tokens: await grant(core, transaction, source) }
  })
}

async function isOwn(
  transaction: Transaction,
  { clientId, authClientId, appId }: TokenRequest,
  { sender }: TokenSource,
): Promise<boolean> {
  const wireId = (await transaction.get(worldKeys.sender(sender)))?.record.wireId
  const client = clientId === undefined ? undefined : await transaction.get(worldKeys.client(clientId))
  if (client?.senders && !client.senders.includes(sender)) return false
  if (authClientId !== undefined && authClientId !== wireId && authClientId !== clientId) return false
  return appId === undefined || appId === wireId
}

async function grant(core: Core, transaction: Transaction, source: TokenSource): Promise<GrantedTokens> {
  const { person, sender, scopes } = source
  const now = core.clock.now()
  const accessToken = await fresh(core, transaction, { start: 'at-', keyOf: worldKeys.accessToken })
  const refreshToken = await fresh(core, transaction, { start: 'rt-', keyOf: worldKeys.refreshToken })
  const accessTokenExpiresAt = now + accessTokenLifeMs
  const refreshTokenExpiresAt = now + refreshTokenLifeMs
  transaction.put(worldKeys.accessToken(accessToken), {
    token: accessToken,
    person,
    sender,
    scopes,
    expiresAt: accessTokenExpiresAt,
  })
  transaction.put(worldKeys.refreshToken(refreshToken), { person, sender, scopes, expiresAt: refreshTokenExpiresAt })
  return { person, accessToken, accessTokenExpiresAt, refreshToken, refreshTokenExpiresAt }
}

/** A text that was not given before. */
async function fresh(
  core: Core,
  transaction: Transaction,
  { start, keyOf }: { readonly start: string; readonly keyOf: (text: string) => Key<unknown> },
): Promise<string> {
  for (;;) {
    const text = `${start}${randomText(core.random, 24)}`
    if ((await transaction.get(keyOf(text))) === undefined) return text
  }
}
