/** One POST of JSON, as a developer's server sends it. */
export interface SnippetCall {
  readonly url: string
  /** JSON text, sent as it is. */
  readonly body: string
  /** OA-1: the call is signed with the client's private key, a PEM file of PKCS#8 beside the program. */
  readonly signing?: Signing
}

export interface Signing {
  readonly clientId: string
  readonly keyVersion: number
  /** What is signed of the address: path and query. */
  readonly path: string
}

/** Where every signed snippet looks for the key. */
export const keyFile = 'private-key.pem'

/** A language with how a program in it is called and written; none needs more than `needs`. */
export interface SnippetLanguage {
  readonly id: string
  readonly label: string
  /** `send.mjs`: what to save it as. */
  readonly file: string
  readonly run: string
  readonly needs?: string
  write(call: SnippetCall): string
}
