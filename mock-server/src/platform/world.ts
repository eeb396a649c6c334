import type { AccountTemplate, Follower, OfficialAccount, WechatSettings } from './official-account/records.ts'
import type { RuleNumbers } from './rulebook/numbers.ts'

/** Ours, not the wire's; 1 to 64 characters. */
export type SenderId = string
/** Ours; no wire but the control API's carries it. 1 to 64 characters. */
export type PersonId = string

/** MA-6, MA-19. */
export type Capability = 'not-applied' | 'in-review' | 'granted' | 'refused' | 'disabled' | 'revoked'

/** A mini-program or official account. It belongs to one platform, whose rules alone apply. */
export interface SenderRecord {
  readonly id: SenderId
  readonly kind: 'mini-program' | 'official-account'
  readonly platform: 'miniapp' | 'open-api' | 'wechat'
  /** `miniappId` or `appId` on the wire, ≤ 32 characters. */
  readonly wireId: string
  readonly name: string
  readonly icon?: string
  /** The operating account; recipient ids are per account. */
  readonly account: string
  /** MA-2: recorded, never a reason to refuse. */
  readonly accountKind: 'enterprise' | 'personal'
  readonly capability: Capability
  /** MA-6: when a disabled capability comes back by the clock, ms since 1970; absent: not by itself. */
  readonly disabledUntil?: number
  /** What the operator said of the capability, or of the removal, last. */
  readonly reason?: string
  /** Signs calls of the message interface (70007), where the rule set asks for that. */
  readonly accessKeySecret?: string
  /** The first is home. */
  readonly pages: readonly SenderPage[]
  readonly status: 'available' | 'removed'
}

/** A page as the manifest writes it: no leading slash, no extension; the path is compared exactly (MA-12). */
export interface SenderPage {
  readonly path: string
  readonly title: string
  readonly tab?: boolean
  readonly kind?: 'page' | 'web-view'
  /** MA-15: what the page is about; absent: undeclared. */
  readonly topics?: readonly string[]
}

/** One human. */
export interface Person {
  readonly id: PersonId
  readonly name: string
  /** BCP 47. */
  readonly language: string
  /** IANA name. */
  readonly timeZone: string
  readonly recipientIds: readonly { readonly account: string; readonly id: string }[]
}

/** OA-12: what the portal holds. `${name}` in a text is a parameter (OA-6). */
export interface Template {
  readonly code: string
  /** Whose it is. */
  readonly sender: SenderId
  readonly channel: 'INBOX' | 'PUSH' | 'SMS'
  readonly name: string
  readonly status: 'in-review' | 'approved' | 'rejected' | 'withdrawn' | 'disabled'
  /** What the reviewer said, where it was rejected or disabled. */
  readonly reason?: string
  readonly defaultLanguage: string
  readonly texts: Readonly<Record<string, { readonly title: string; readonly content: string }>>
}

/** Who calls the open API (OA-1). Rotation: a new version is added, an old one is taken out when nobody signs with it any more. */
export interface ClientRecord {
  /** `Client-Id` on the wire. */
  readonly id: string
  /** `publicKey`: base64 of an RSA key as X.509 (SPKI), with or without PEM lines. */
  readonly keys: readonly { readonly version: number; readonly publicKey: string }[]
  /** Senders that it may ask tokens for; absent: all. */
  readonly senders?: readonly SenderId[]
}

/** What one operator of the open API chose; absent fields are the defaults of the process. */
export interface OpenApiSettings {
  /** `source`: exactly the shapes of the source's page. `current`: the newer revision, with consent and frequency. */
  readonly profile?: 'source' | 'current'
  /** `strict`: the tables are kept to the letter. `lenient`: the source's own samples pass too (OA-5, OA-11). Default strict. */
  readonly mode?: 'strict' | 'lenient'
  readonly signatures?: 'off' | 'when-present' | 'required'
  /** How far `Request-Time` may be from the platform's clock; absent: any. */
  readonly skewMs?: number
  /** Requests of one mini-program in any window; more are REQUEST_TRAFFIC_EXCEED_LIMIT. Absent: any number. */
  readonly rate?: { readonly messages: number; readonly perMs: number }
  /** Messages of one mini-program to one person, profile `current` alone; more are MESSAGE_SEND_EXCEED_LIMIT. */
  readonly frequency?: { readonly messages: number; readonly perMs: number }
  /** Of REQUEST_TRAFFIC_EXCEED_LIMIT: pages of one tenant say U. Default F. */
  readonly trafficStatus?: 'F' | 'U'
}

/** A person's word on one channel of one sender. Where there is none, the person is subscribed. */
export interface Consent {
  readonly person: PersonId
  readonly sender: SenderId
  readonly channel: Template['channel']
  readonly agreed: boolean
}

/** An authorization code or a refresh token (OA-10): what `applyToken` takes. */
export interface TokenSource {
  readonly person: PersonId
  readonly sender: SenderId
  readonly scopes: readonly string[]
  readonly expiresAt: number
  /** It gave its tokens already. */
  readonly used?: true
}

/** What a webhook may be told of: inbox changes of a sender's messages, and receipts of devices. */
export const webhookEvents = [
  'item.delivered',
  'item.withdrawn',
  'item.expired',
  'receipt.delivered',
  'receipt.seen',
  'receipt.read',
  'receipt.opened',
  'receipt.dismissed',
] as const

/** `item.delivered`, `receipt.read` … */
export type WebhookEvent = (typeof webhookEvents)[number]

/** Where a developer's server hears of deliveries and receipts. */
export interface Webhook {
  /** Letters, digits and `-._`, 1 to 64. */
  readonly id: string
  readonly url: string
  /** Key of the signature, 16 to 256 characters. */
  readonly secret: string
  /** Whose messages; absent: everybody's. */
  readonly sender?: SenderId
  /** Absent: all. */
  readonly events?: readonly WebhookEvent[]
}

/** MA-20: a revision of the specification. The clock decides which is in force. */
export interface RuleSet {
  readonly name: string
  readonly version: string
  /** ms since 1970. */
  readonly effectiveAt: number
  /** What the bulletin says of it. */
  readonly bulletin: { readonly en: string; readonly zh?: string }
  /** What it changes of the source's numbers; all else is as the source has it. */
  readonly numbers: Partial<RuleNumbers>
}

/**
 * An instant: ms since 1970, ISO 8601 with a zone, or a signed ISO 8601 duration such as `-P1D` or `+PT36H`, counted from the
 * platform's clock when the world is loaded.
 */
export type WorldInstant = number | string

/** A record whose instants may be text. */
type Seeded<Record, Instants extends keyof Record> = Omit<Record, Instants> & {
  readonly [Name in Instants]: WorldInstant | Exclude<Record[Name], number>
}

/** An official account as a world lists it. */
export type SeededAccount = Seeded<OfficialAccount, 'registeredAt'> & {
  readonly followers?: readonly Seeded<Follower, 'followedAt'>[]
  readonly templates?: readonly Seeded<AccountTemplate, 'addedAt'>[]
}

/** Everything there is, as one JSON value (format 1). Logs are not in a seed; they are in an export. */
export interface World {
  readonly format: 'minibell-world'
  readonly version: 1
  readonly name: string
  /** Absent: the platform's own clock goes on. */
  readonly clock?: { readonly at: WorldInstant; readonly running: boolean }
  readonly seed?: number
  readonly senders: readonly SenderRecord[]
  readonly persons: readonly Person[]
  readonly uses: readonly { readonly person: PersonId; readonly sender: SenderId; readonly at: WorldInstant }[]
  readonly templates: readonly Template[]
  readonly accessTokens: readonly {
    readonly token: string
    readonly person: PersonId
    readonly sender: SenderId
    readonly expiresAt: WorldInstant
    readonly scopes: readonly string[]
  }[]
  /** Delivery session tokens that a seed fixes, so that a page can be opened at once; without `expiresAt` they never end. */
  readonly sessions: readonly {
    readonly token: string
    readonly person: PersonId
    readonly scope: { readonly kind: 'host' } | { readonly kind: 'sender'; readonly sender: SenderId }
    readonly expiresAt?: WorldInstant
    readonly revoked?: boolean
  }[]
  /** Additive to format 1, as are the five below. */
  readonly clients?: readonly ClientRecord[]
  readonly openApi?: OpenApiSettings
  readonly consents?: readonly Consent[]
  readonly authCodes?: readonly (Omit<TokenSource, 'expiresAt'> & {
    readonly code: string
    readonly expiresAt: WorldInstant
  })[]
  readonly refreshTokens?: readonly (Omit<TokenSource, 'expiresAt'> & {
    readonly token: string
    readonly expiresAt: WorldInstant
  })[]
  /** DL-11: where accepted template messages are handed on to. Absent: nowhere. */
  readonly superApp?: { readonly url: string }
  /** Where developers' servers hear of deliveries and receipts. */
  readonly webhooks?: readonly Webhook[]
  /** This world's own choices; they win over every rule set. */
  readonly miniapp?: Partial<RuleNumbers>
  /** MA-20: announced revisions, besides the source's own. */
  readonly ruleSets?: readonly RuleSet[]
  /** Accounts of senders of `wechat`, with those who follow them and their own templates. Instants may be as in all worlds. */
  readonly officialAccounts?: readonly SeededAccount[]
  readonly wechat?: WechatSettings
  /** Present in exports: inboxes and what was sent, as the store holds them. */
  readonly state?: unknown
}
