/** A delivery backend, and what is needed to try it. All of it is of the web: nothing here knows of any implementation. */
export interface Backend {
  /** What stands before `/delivery/v1`, without a slash at the end. */
  readonly baseUrl: string
  readonly fetch: (url: string, init: Asked) => Promise<Answered>
  readonly openSocket: OpenSocket
  /** A session of the person on whom it is tried. */
  readonly token: string
  /** Makes one new message appear in that person's inbox, each time it is called; it may appear later. */
  readonly send?: (() => Promise<void>) | undefined
  /** Takes back an item (DL-6). */
  readonly withdraw?: ((itemId: string) => Promise<void>) | undefined
  /** A session of another person, or of a sender that `send` does not send for (DL-1). */
  readonly otherToken?: string | undefined
  /** A session that ran out or was revoked (DL-2). */
  readonly expiredToken?: string | undefined
  /** Ways that it does not offer. */
  readonly without?: readonly Way[]
  /** How long a message may take to appear and a socket may be silent; default 10,000. */
  readonly patienceMs?: number
}

/** Ways to hear of news besides asking. */
export type Way = 'socket' | 'stream' | 'long-poll'

/** What is asked; a body is JSON. */
export interface Asked {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The part of a `Response` that is read. */
export interface Answered {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  text(): Promise<string>
  readonly body?: { getReader(): BodyReader } | null
}

/** The part of a `ReadableStreamDefaultReader` that is used. */
export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
  cancel(): Promise<unknown>
}

/** Opens at once; after `closed` nothing else is called. */
export type OpenSocket = (
  url: string,
  events: { opened(): void; received(text: string): void; closed(code: number): void },
) => { send(text: string): void; close(): void }
