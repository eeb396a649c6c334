import type { Platform } from '../platform/platform.ts'
import type { Answer } from './answer.ts'
import type { Problem } from './problem.ts'
import type { Reader } from './shape.ts'

/** One operation of a dialect. `path` has `:name` segments and no origin, so that MSW takes it after a `*`. */
export interface Route {
  /** `miniapp.send`, `control.clock.move` … unique over all dialects. */
  readonly id: string
  readonly method: Method
  readonly path: string
  /** Absent: the operation has no body, and one that comes is not read. */
  readonly body?: { readonly read: Reader<unknown>; readonly maxBytes?: number }
  handle(context: RequestContext): Promise<Answer>
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What a handler gets. `body` is what the route's reader made of it. */
export interface RequestContext<Body = unknown> {
  readonly platform: Platform
  readonly request: Head
  readonly url: URL
  /** Decoded path parameters. */
  readonly params: Readonly<Record<string, string>>
  readonly body: Body
  /** The exact bytes that came, for signatures. */
  bytes(): Uint8Array
}

/** The parts of a request that operations look at. A `Request` is one, and faces without that class make their own. */
export interface Head {
  readonly method: string
  readonly headers: { get(name: string): string | null }
  readonly signal?: AbortSignal
}

/** A wire language: its operations, and how it words what the dispatcher finds. */
export interface Dialect {
  readonly name: 'miniapp' | 'open-api' | 'delivery' | 'control'
  /** Paths at or below one of them are this dialect's. */
  readonly bases: readonly string[]
  readonly routes: readonly Route[]
  refuse(problem: Problem, asked: Asked): Answer
}

/** What is known of a request when it is refused before a handler sees it. */
export interface Asked {
  readonly request: Head
  /** The decoded JSON, where it came that far. */
  readonly json?: unknown
  readonly platform: Platform
}

/** Keeps the type of the body between a route's reader and its handler. */
export function route<Body>(definition: {
  readonly id: string
  readonly method: Method
  readonly path: string
  readonly body: { readonly read: Reader<Body>; readonly maxBytes?: number }
  handle(context: RequestContext<Body>): Promise<Answer>
}): Route {
  // The dispatcher passes exactly what `read` gave, so the handler's narrower body is met.
  return { ...definition, handle: (context) => definition.handle(context as RequestContext<Body>) }
}
