/** Whose jump URL it is. */
export interface JumpUrlOptions {
  /** The only app id a link may carry: the sender's own, as its wire writes it. */
  readonly appId: string
  /** Becomes `sender` of the jump. */
  readonly sender: string
  /** Hosts of share links, with a port where there is one, any case. Default none: every `https` link is refused. */
  readonly shareHosts?: readonly string[]
}

/** What was left out of an accepted jump URL. */
export type JumpUrlNote =
  /** `#…` at the end. */
  | 'fragment-dropped'
  /** A link's parameter that is neither app id, `page` nor `query`. */
  | 'parameter-ignored'
