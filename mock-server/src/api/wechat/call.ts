import type { OfficialAccount } from '../../platform/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { SenderRecord } from '../../platform/world.ts'
import type { Answer } from '../answer.ts'
import type { Method, RequestContext, Route } from '../route.ts'
import { malformed, type Reader } from '../shape.ts'
import { failed } from './wechat-answer.ts'

/** A JSON object that nothing is known of yet. */
export type JsonObject = Readonly<Record<string, unknown>>

/** A call of an account whose token is good. */
export interface Called {
  readonly context: RequestContext<JsonObject>
  readonly platform: Platform
  readonly body: JsonObject
  readonly sender: SenderRecord
  readonly account: OfficialAccount
}

/** A call with `?access_token=`. Token, method and JSON are looked at in that order; `handle` checks the members itself. */
export function call(definition: {
  /** `wechat.template.send` … */
  readonly id: string
  readonly method: Method
  readonly path: string
  handle(called: Called): Promise<Answer>
}): Route {
  const { handle, ...route } = definition
  const answer = async (context: RequestContext<JsonObject>): Promise<Answer> => {
    const caller = await callerOf(context)
    if ('code' in caller) return refusedToken(caller.code, context)
    return handle({ context, platform: context.platform, body: context.body ?? {}, ...caller })
  }
  if (route.method === 'GET') return { ...route, handle: (context) => answer({ ...context, body: {} }) }
  return {
    ...route,
    body: { read: readObject },
    guard: (context) => tokenRefusal(context),
    // The dispatcher passes exactly what `read` gave.
    handle: (context) => answer(context as RequestContext<JsonObject>),
  }
}

/** Who calls, by the token of the query, or the refusal: for calls whose body is no JSON. */
export async function whoCalls(asked: {
  readonly platform: Platform
  readonly url: URL
}): Promise<{ readonly sender: SenderRecord } | { readonly answer: Answer }> {
  const caller = await callerOf(asked)
  return 'code' in caller ? { answer: refusedToken(caller.code, asked) } : { sender: caller.sender }
}

/** Answers 41001, 40014, 40001 or 42001 where the token of the query is none that is good. */
export async function tokenRefusal(asked: {
  readonly platform: Platform
  readonly url: URL
}): Promise<Answer | undefined> {
  const caller = await callerOf(asked)
  return 'code' in caller ? refusedToken(caller.code, asked) : undefined
}

async function callerOf({
  platform,
  url,
}: {
  readonly platform: Platform
  readonly url: URL
}): Promise<{ readonly sender: SenderRecord; readonly account: OfficialAccount } | { readonly code: number }> {
  const token = url.searchParams.get('access_token') ?? ''
  if (token === '') return { code: 41001 }
  const checked = await platform.official.tokens.check(token)
  if (!checked.ok) return { code: checked.code }
  const sender = await platform.directory.sender(checked.sender)
  const account = await platform.official.account(checked.sender)
  return sender && account ? { sender, account } : { code: 40001 }
}

function refusedToken(code: number, { platform, url }: { readonly platform: Platform; readonly url: URL }): Answer {
  const summary = `${url.pathname}: the access token is refused with ${code}`
  return failed({ code, at: platform.clock.now(), note: { kind: 'request', summary } })
}

/** 47001 for a list, a text, a number. */
export const readObject: Reader<JsonObject> = (input) => {
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    // It has just been seen to be a plain object.
    return { ok: true, value: input as JsonObject }
  const received = Array.isArray(input) ? 'a list' : input === null ? 'null' : `a ${typeof input}`
  return { ok: false, problem: malformed({ expected: 'a JSON object', received }) }
}
