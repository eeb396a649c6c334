/** One POST of JSON, as a developer's server sends it. */
export interface SnippetCall {
  readonly url: string
  /** JSON text of an object, sent as it is but for a `sign` that is put at its end. */
  readonly body: string
  readonly signing?: KeySigning | SecretSigning
}

/** OA-1: the call is signed with the client's private key, a PEM file of PKCS#8 beside the program. */
export interface KeySigning {
  readonly kind: 'key'
  readonly clientId: string
  readonly keyVersion: number
  /** What is signed of the address: path and query. */
  readonly path: string
}

/** MA-7: the body carries a `sign` made with the mini-program's accessKeySecret, which the program finds in its environment. */
export interface SecretSigning {
  readonly kind: 'secret'
  /** What is signed: `fieldsToSign` of the body. */
  readonly content: string
}

/** Where every snippet that signs with a key looks for it. */
export const keyFile = 'private-key.pem'

/** The environment variable in which every snippet that signs with a secret looks for it. */
export const secretName = 'ACCESS_KEY_SECRET'

/** Stands in each program above what it signs, behind the language's own mark of a comment. */
export const layoutNote =
  'Signed: all fields but sign by name, as name=value, joined by &. What is no text is JSON with sorted names.'

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

/** A body in two parts, between which the signature goes. */
export function aroundSign(body: string): readonly [head: string, tail: string] {
  return [`${body.slice(0, -1)}${body === '{}' ? '' : ','}"sign":"`, '"}']
}
