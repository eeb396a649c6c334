/** All that the suite needs of a platform: two ways in. Nothing of it is ours, so any implementation can be asked. */
export interface Doors {
  readonly fetch: (url: string, init: Asked) => Promise<Answered>
  readonly openSocket: OpenSocket
  /** `http://localhost:4510`, without a slash at the end. */
  readonly baseUrl: string
}

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
  /** As it comes: an event stream has no other end than ours. Absent or `null`: a face that cannot stream. */
  readonly body?: { getReader(): BodyReader } | null
}

export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
  cancel(): Promise<unknown>
}

/** Opens at once; after `closed` nothing else is called. */
export type OpenSocket = (url: string, events: SocketEvents) => OpenedSocket

export interface SocketEvents {
  opened(): void
  received(text: string): void
  closed(code: number): void
}

export interface OpenedSocket {
  send(text: string): void
  close(): void
}
