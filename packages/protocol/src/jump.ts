/** Where a tap on an inbox item leads. Only `page` is ever routed; `web` is shown as text and handed to the host's own choice. */
export type Jump = PageJump | WebJump

/** A page of the sender's own mini-program (MA-12, OA-3). */
export interface PageJump {
  readonly kind: 'page'
  /** The sender's id; never another mini-program's. */
  readonly sender: string
  /** As the manifest writes it: no leading slash, no extension, no query. */
  readonly path: string
  /** Decoded once (JR-6). */
  readonly query: Readonly<Record<string, string>>
}

/** A web address that official accounts may send; nothing here follows it. */
export interface WebJump {
  readonly kind: 'web'
  readonly url: string
}
