/** What was found of a signed call before its body is read; the cryptography was done by who carries requests. */
export interface CallAttempt {
  readonly now: number
  readonly signatures: 'off' | 'when-present' | 'required'
  readonly skewMs?: number
  /** Whether there is a `Signature` header at all. */
  readonly signed: boolean
  /** The first header, or part of one, that is missing or unreadable. */
  readonly unreadable?: string
  readonly clientId?: string
  /** Absent: no registered client has this id. */
  readonly client?: { readonly versions: readonly number[] }
  /** As asked for; absent: the newest. */
  readonly keyVersion?: string
  /** Absent: the client has no such key, so nothing was verified. */
  readonly verified?: boolean
  /** `application/json` and its like, or nothing where no type was sent. */
  readonly contentType?: string
  /** Of `Request-Time`, ms since 1970. */
  readonly requestedAt?: number
}
