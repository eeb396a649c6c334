import type { Platform } from '../platform/platform.ts'
import type { Answer } from './answer.ts'
import type { Problem } from './problem.ts'
import type { Reader } from './shape.ts'
import type { Streaming } from './streaming.ts'

/** One operation of a dialect. `path` has `:name` segments and no origin, so that MSW takes it after a `*`. */
export interface Route {
  /** `miniapp.send`, `control.clock.move` … unique over all dialects. */
  readonly id: string
  readonly method: Method
  readonly path: string
  /** Absent: the operation has no body, and one that comes is not read. */
  readonly body?: { readonly read: Reader<unknown>; readonly maxBytes?: number; readonly orElse?: unknown }
  /** The handler reads the body itself, as it comes, by `stream`; then `body` is absent and no limit but its own holds. */
  readonly streams?: true
  /** Speaks on the exact bytes, before they are read as JSON. Absent, or nothing answered: go on. */
  guard?(context: GuardContext): Promise<Answer | undefined>
  handle(context: RequestContext): Promise<Answer>
}

const sends =
  /^(miniapp\.send|open-api\.send(\.prefixed)?|wechat\.(template|custom)\.send|wechat\.subscribe\.(bizsend|once))$/

/** Whether the operation is an attempt to send to somebody; files of recipients are counted by their jobs. */
export function isSend(route: Pick<Route, 'id'> | undefined): boolean {
  return route !== undefined && sends.test(route.id)
}

/** What is known before the body is read. */
export type GuardContext = Pick<RequestContext, 'platform' | 'request' | 'url' | 'target' | 'bytes'>

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What a handler gets. `body` is what the route's reader made of it. */
export interface RequestContext<Body = unknown> {
  readonly platform: Platform
  readonly request: Head
  readonly url: URL
  /** Decoded path parameters. */
  readonly params: Readonly<Record<string, string>>
  readonly body: Body
  /** Path and query as they were on the wire, before a tenant's prefix was taken off. */
  readonly target: string
  /** The exact bytes that came, for signatures. */
  bytes(): Uint8Array
  /** The body as it comes, for routes that stream; to be read once. */
  stream(): AsyncIterable<Uint8Array>
}

/** The parts of a request that operations look at. A `Request` is one, and faces without that class make their own. */
export interface Head {
  readonly method: string
  readonly headers: { get(name: string): string | null }
  readonly signal?: AbortSignal
}

/** A wire language: its operations, and how it words what the dispatcher finds. */
export interface Dialect {
  readonly name: 'miniapp' | 'open-api' | 'wechat' | 'delivery' | 'control'
  /** Paths at or below one of them are this dialect's. */
  readonly bases: readonly string[]
  /** The real platform's origin: clients that know no other are intercepted there too. */
  readonly origin?: string
  readonly routes: readonly Route[]
  refuse(problem: Problem, asked: Asked): Answer | Promise<Answer>
  /** the dialect's words for a declared fault; absent: an HTTP status. */
  faulty?(kind: 'failure' | 'rate-limit' | 'token-expired', asked: Asked & { readonly code?: string | number }): Answer
  /** Last of all, on the very text that leaves: signs it. Not for an answer that never comes. */
  seal?(plain: PlainAnswer, asked: Sealed): Promise<PlainAnswer>
}

/** What an answer belongs to. */
export interface Sealed {
  readonly request: Head
  readonly target: string
  readonly platform: Platform
}

/** What leaves, before it is a `Response`. Status 0: nothing leaves and the connection ends. */
export interface PlainAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** `null`: no body, or a stream. */
  readonly body: string | null
  /** To be begun once at most; a face that cannot carry it waits for its end. */
  readonly stream?: Streaming
}

/** What is known of a request when it is refused before a handler sees it. */
export interface Asked {
  readonly request: Head
  readonly url: URL
  /** The decoded JSON, where it came that far. */
  readonly json?: unknown
  readonly platform: Platform
}

/** Keeps the type of the body between a route's reader and its handler. */
export function route<Body>(definition: {
  readonly id: string
  readonly method: Method
  readonly path: string
  /** `orElse`: what an empty body stands for; absent: empty is malformed. */
  readonly body: { readonly read: Reader<Body>; readonly maxBytes?: number; readonly orElse?: unknown }
  guard?(context: GuardContext): Promise<Answer | undefined>
  handle(context: RequestContext<Body>): Promise<Answer>
}): Route {
  // The dispatcher passes exactly what `read` gave, so the handler's narrower body is met.
  return { ...definition, handle: (context) => definition.handle(context as RequestContext<Body>) }
}
