import { type Key, keyOf, prefixOf } from '../../storage/key.ts'
import type { SenderId } from '../../world.ts'

/** The partition of the access tokens of all official accounts: a token is looked up before its account is known. */
export const tokenPartition = 'official-tokens'

export interface TokenRow {
  readonly sender: SenderId
  readonly of: 'token' | 'stable'
  readonly expiresAt: number
  /** A newer one took its place: it is none any more from then on. */
  readonly supersededAt?: number
}

/** How an account asked for tokens, within the spans that are counted. */
export interface AskedRow {
  /** The one that was given last, by way. */
  readonly last: { readonly [Way in TokenRow['of']]?: string }
  readonly day: string
  readonly plain: number
  readonly stable: number
  readonly forced: number
  readonly forcedAt?: number
  /** Calls of `stable_token` in the minute that starts then. */
  readonly minute?: readonly [startedAt: number, calls: number]
}

export const tokenKeys = {
  token: (text: string): Key<TokenRow> => keyOf('token', text),
  tokens: prefixOf('token'),
  asked: (sender: SenderId): Key<AskedRow> => keyOf('asked', sender),
} as const
