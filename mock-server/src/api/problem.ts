/** Why a request went no further than the dispatcher. Each dialect has its own words for it. */
export type Problem =
  | { readonly code: 'not-found'; readonly message: string }
  | { readonly code: 'method-not-allowed'; readonly message: string; readonly allow: readonly string[] }
  | { readonly code: 'too-large'; readonly message: string }
  | Malformed
  | { readonly code: 'foreign-origin'; readonly message: string }
  /** The store does not answer; whether what was asked has happened is unknown. */
  | { readonly code: 'unavailable'; readonly message: string }
  /** A bug of the mock's own. */
  | { readonly code: 'failed'; readonly message: string }

/** Body, query or parameter is not what it should be. */
export interface Malformed {
  readonly code: 'malformed'
  readonly message: string
  /** Dotted, `templates.0.language`; absent when the body as a whole is meant. */
  readonly field?: string
  readonly expected: string
  readonly received: string
}
