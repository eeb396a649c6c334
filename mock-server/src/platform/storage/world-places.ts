import type { AccessGrant, Scope } from '../platform.ts'
import type { RuleNumbers } from '../rulebook/numbers.ts'
import type {
  ClientRecord,
  Consent,
  OpenApiSettings,
  Person,
  PersonId,
  RuleSet,
  SenderId,
  SenderRecord,
  Template,
  TokenSource,
  Webhook,
} from '../world.ts'
import { type Key, keyOf, prefixOf } from './key.ts'

/** The partition of all that exists besides inboxes and sends. */
export const worldPartition = 'world'

/** Of the keys and values in all partitions. Another one is not opened. */
export const storeFormat = 1

export interface WorldMeta {
  readonly format: typeof storeFormat
  readonly name: string
  readonly epoch: string
  readonly seed?: number
  /** The largest number that a sender has. */
  readonly lastNumber: number
}

/** The platform's clock: so much ahead of the process's clock, or standing still. */
export type ClockState = { readonly aheadMs: number } | { readonly stillAt: number }

export interface SenderRow {
  readonly record: SenderRecord
  /** Part of item ids; given once, in the order of creation. */
  readonly number: number
}

export interface SessionRow {
  readonly person: PersonId
  readonly scope: Scope
  readonly expiresAt: number
  readonly revoked?: true
}

/** What a world chose of the MiniApp rules (MA-20). */
export interface MiniappRow {
  readonly settings: Partial<RuleNumbers>
  readonly ruleSets: readonly RuleSet[]
}

export const worldKeys = {
  meta: keyOf<WorldMeta>('meta'),
  clock: keyOf<ClockState>('clock'),
  sender: (id: SenderId): Key<SenderRow> => keyOf('sender', id),
  senders: prefixOf('sender'),
  senderByNumber: (number: string): Key<SenderId> => keyOf('number', number),
  senderByWireId: (platform: string, wireId: string): Key<SenderId> => keyOf('wire', platform, wireId),
  person: (id: PersonId): Key<Person> => keyOf('person', id),
  persons: prefixOf('person'),
  personByRecipientId: (account: string, id: string): Key<PersonId> => keyOf('recipient', account, id),
  template: (code: string): Key<Template> => keyOf('template', code),
  templates: prefixOf('template'),
  accessToken: (token: string): Key<AccessGrant> => keyOf('token', token),
  accessTokens: prefixOf('token'),
  session: (token: string): Key<SessionRow> => keyOf('session', token),
  sessions: prefixOf('session'),
  client: (id: string): Key<ClientRecord> => keyOf('client', id),
  clients: prefixOf('client'),
  openApi: keyOf<OpenApiSettings>('openApi'),
  miniapp: keyOf<MiniappRow>('miniapp'),
  superApp: keyOf<{ readonly url: string }>('superApp'),
  webhook: (id: string): Key<Webhook> => keyOf('webhook', id),
  webhooks: prefixOf('webhook'),
  consent: ({ person, sender, channel }: Omit<Consent, 'agreed'>): Key<Consent> =>
    keyOf('consent', person, sender, channel),
  consents: prefixOf('consent'),
  authCode: (code: string): Key<TokenSource> => keyOf('authCode', code),
  authCodes: prefixOf('authCode'),
  refreshToken: (token: string): Key<TokenSource> => keyOf('refreshToken', token),
  refreshTokens: prefixOf('refreshToken'),
} as const
