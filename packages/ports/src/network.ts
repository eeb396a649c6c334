import type { Undo } from './undo.ts'

/** A request whose body, where it has one, is text. Credentials travel in `headers` alone: nothing here relies on cookies. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Absolute, or relative to the host's page where it has one. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Default 30,000. When it runs out the answer is rejected. */
  readonly timeoutMs?: number
}

/** What came back, read whole. */
export interface HttpResponse {
  /** Any status is an answer; only a missing answer rejects. */
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One request under way. */
export interface HttpExchange {
  /** Rejects when no answer came: offline, refused, timed out, aborted. */
  readonly response: Promise<HttpResponse>
  /** Gives up; `response` rejects unless it has settled. */
  abort(): void
}

/** Sends at once. Hosts queue what exceeds their number of requests at a time (WeChat 10, most others 6). */
export type Http = (request: HttpRequest) => HttpExchange

/** What a socket reports. After `closed` nothing else is called. */
export interface SocketEvents {
  opened(): void
  /** Text frames only. */
  received(text: string): void
  /** Called once, also when the socket never opened (then code 1006). */
  closed(code: number, reason: string): void
}

/** The near end of one socket. */
export interface Connection {
  /** Dropped without a word when the socket is not open. */
  send(text: string): void
  /** `closed` follows, unless it was called already. */
  close(code?: number, reason?: string): void
}

/** Opens a socket at once; `url` starts with ws: or wss:. */
export type Socket = (url: string, events: SocketEvents) => Connection

/**
 * Opens a server-sent event stream; the undo closes it, and nothing is called after it. It does not connect again by itself. `closed` is
 * called once; its `reason` is the body of an answer that was no stream, else a few words or nothing.
 */
export type EventSourceLike = (
  url: string,
  headers: Readonly<Record<string, string>>,
  events: {
    opened(): void
    received(data: string, id: string): void
    closed(reason: string): void
  },
) => Undo
