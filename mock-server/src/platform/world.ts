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
  readonly defaultLanguage: string
  readonly texts: Readonly<Record<string, { readonly title: string; readonly content: string }>>
}

/**
 * An instant: ms since 1970, ISO 8601 with a zone, or a signed ISO 8601 duration such as `-P1D` or `+PT36H`, counted from the
 * platform's clock when the world is loaded.
 */
export type WorldInstant = number | string

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
  /** Present in exports: inboxes and what was sent, as the store holds them. */
  readonly state?: unknown
}
