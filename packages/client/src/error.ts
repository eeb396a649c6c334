/** What went wrong between this client and the platform, or in how it was put together. */
export class MinibellError extends Error {
  /** Stable; the platform's own code where it gave one. */
  readonly code: string
  /** Trying again without a change is useless. */
  readonly fatal: boolean
  /** The platform's wish; it wins over the client's own back-off. */
  readonly retryAfterMs: number | undefined

  constructor(code: string, message: string, fatal = false, retryAfterMs?: number) {
    super(message)
    this.code = code
    this.fatal = fatal
    this.retryAfterMs = retryAfterMs
  }
}

/** Where the platform gave no sentence of its own. */
export function adviceOn(code: string): string {
  return `Got "${code}". Check session.url and getToken.`
}
